// SPDX-License-Identifier: Apache-2.0
// Sentences run together where the blank between them was lost: "the city.The minister".
#pragma once

#include <string_view>
#include <vector>

#include "extract/repair/edits.hpp"
#include "extract/repair/words.hpp"

namespace entente::repair {

/// Puts a blank between a sentence's last word and the next one's first, where both are plain words, nothing else of a
/// name, an address or a program touches them ("Node.js", "U.S.A", "readme.Txt") and the second one is a word like
/// "The" or "However". Where a text has lost such a blank, also before other words: on its own "list.Add creates" is
/// sound. O(length).
[[nodiscard]] std::vector<Edit> lost_blanks(std::string_view text, const WordList& words);

}  // namespace entente::repair
