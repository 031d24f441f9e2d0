// SPDX-License-Identifier: Apache-2.0
// Puts deleted strings back into the words that they were taken from.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/span.hpp"
#include "extract/repair/insertion.hpp"
#include "extract/repair/tokens.hpp"
#include "extract/repair/words.hpp"

namespace entente::repair {

/// A word and what it was.
struct Restoration {
    Span span;  ///< of the letters that are damaged
    std::string before;
    std::string after;
    std::vector<Insertion> insertions;  ///< with `at` as a byte of the text, in rising order
};

/// The damaged words of the paragraphs that were damaged: those without any of the deleted strings, from the first one
/// on that shows damage (a sound headline before it is left alone). A word is changed where what it may have been is
/// more probable than the word itself; "or", "me" and their like by their neighbours. A sentence that begins with a
/// small letter has lost its "The" where "the" is among the deleted. In rising order.
[[nodiscard]] std::vector<Restoration> restore(std::string_view text, const std::vector<Paragraph>& paragraphs,
                                               const std::vector<std::string>& deleted, const WordList& words);

}  // namespace entente::repair
