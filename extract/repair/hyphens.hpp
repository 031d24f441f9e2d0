// SPDX-License-Identifier: Apache-2.0
// Words that typesetting divided: by soft hyphens, and at the ends of lines ("govern-", "ment").
#pragma once

#include <string_view>
#include <vector>

#include "extract/repair/edits.hpp"
#include "extract/repair/words.hpp"

namespace entente::repair {

/// Takes out soft hyphens between letters, and a hyphen with the line end behind it where both halves together are a
/// known word and likelier one than two: "well-", "known" and "pre-", "and" stay. O(length).
[[nodiscard]] std::vector<Edit> divided_words(std::string_view text, const WordList& words);

}  // namespace entente::repair
