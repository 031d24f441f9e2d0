// SPDX-License-Identifier: Apache-2.0
// Which words a damaged word may have been.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "extract/repair/words.hpp"

namespace entente::repair {

/// A string put back before byte `at` of the damaged word.
struct Insertion {
    std::uint32_t at = 0;
    std::string text;
};

struct Candidate {
    std::string word;
    std::uint32_t rank = 0;             ///< in the word list
    std::vector<Insertion> insertions;  ///< in rising order of `at`; none for the word as it stands
};

/// The known words from which deleting all of `deleted` leaves `damaged` (lower case), the commonest first.
/// Tries one and two insertions and, for a word that is not known and where these give nothing, three.
/// O((length · strings)^insertions) look-ups.
[[nodiscard]] std::vector<Candidate> candidates(std::string_view damaged, const std::vector<std::string>& deleted,
                                                const WordList& words, int most = 3);

/// `word` after all occurrences of every string are gone, first string first.
[[nodiscard]] std::string without(std::string word, const std::vector<std::string>& deleted);

}  // namespace entente::repair
