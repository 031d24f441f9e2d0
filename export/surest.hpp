// SPDX-License-Identifier: Apache-2.0
// Which of many sentences to show.
#pragma once

#include <vector>

#include "graph/observation.hpp"

namespace entente {

/// The `n` surest of them, by date; all where n is 0 or there are no more.
[[nodiscard]] std::vector<Observation> surest(std::vector<Observation> evidence, std::size_t n);

}  // namespace entente
