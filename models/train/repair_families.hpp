// SPDX-License-Identifier: Apache-2.0
// Groups of words that stand in like company, for the repair of damaged text.
#pragma once

#include <string>

#include "extract/language/language.hpp"

namespace entente {

/// A byte for each of the language's words by frequency: its group, 1 to 255, by spherical k-means of the model's
/// vectors, a common word weighing more than a rare one; 0 for a word without a vector. Half a minute.
[[nodiscard]] std::string learned_families(const Language& language);

}  // namespace entente
