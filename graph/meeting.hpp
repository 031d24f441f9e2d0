// SPDX-License-Identifier: Apache-2.0
// The quickest connection of two actors.
#pragma once

#include "graph/routes.hpp"
#include "graph/view.hpp"

namespace entente {

/// A route of the fewest links, empty where there is none. Breadth-first from both ends, each time from the one with fewer
/// links to look at.
[[nodiscard]] Route meet(const View& view, std::uint32_t from, std::uint32_t to);

}  // namespace entente
