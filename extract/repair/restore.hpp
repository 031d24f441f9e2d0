// SPDX-License-Identifier: Apache-2.0
// Puts deleted strings back into the words that they were taken from.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/span.hpp"
#include "extract/repair/context.hpp"
#include "extract/repair/insertion.hpp"
#include "extract/repair/options.hpp"
#include "extract/repair/tokens.hpp"
#include "extract/repair/words.hpp"

namespace entente::repair {

/// A word and what it was.
struct Restoration {
    Span span;  ///< of the letters that are damaged
    std::string before;
    std::string after;
    std::vector<Insertion> insertions;  ///< with `at` as a byte of the text, in rising order
    int gain = 0;  ///< how much likelier it is than the word as it stands, in sixteenths of a nat; 0 of an unknown word
};

/// The damaged words of a paragraph, in rising order. A word is changed where one that it may have been is clearly
/// likelier in its context than the word itself. A sentence that begins with a small letter has lost its "The" where
/// that is among the deleted.
[[nodiscard]] std::vector<Restoration> restore(std::string_view text, const Paragraph& paragraph, const Damage& damage,
                                               Options& options, const ContextModel& context);

[[nodiscard]] std::string capitalised(std::string word);

}  // namespace entente::repair
