// SPDX-License-Identifier: Apache-2.0
// Words → sentences.
#pragma once

#include <string_view>
#include <vector>

#include "extract/language/boundaries.hpp"
#include "extract/language/tokenizer.hpp"

namespace entente::nn {

/// The longest sentence, in words; what would be longer is cut, after punctuation where there is some.
inline constexpr std::size_t k_longest_sentence = 400;

/// Words [begin, end) of the pieces.
struct SentenceRange {
    std::size_t begin = 0;
    std::size_t end = 0;
    bool new_paragraph = false;
};

/// Whether the rules let a sentence end before word `i`: after . ! ? and what closes with them. Not at a line end.
[[nodiscard]] bool rules_end_before(std::string_view text, const std::vector<Piece>& pieces, std::size_t i);

/// Sentences end where `learned` says so, at paragraphs (an empty line), and at a line end where the line was not
/// broken for lack of room: headlines, bylines, list items. Linear time.
void split_sentences(std::string_view text, const std::vector<Piece>& pieces, const Boundaries& learned,
                     std::vector<SentenceRange>& out);

}  // namespace entente::nn
