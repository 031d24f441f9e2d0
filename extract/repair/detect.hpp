// SPDX-License-Identifier: Apache-2.0
// Strings that were deleted from a text wherever they stood, found from the text alone.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "extract/repair/context.hpp"
#include "extract/repair/options.hpp"
#include "extract/repair/tokens.hpp"
#include "extract/repair/words.hpp"

namespace entente::repair {

/// What speaks for the deletion of a string.
struct Evidence {
    std::string text;
    bool everywhere = false;  ///< no paragraph holds it
    int words = 0;            ///< sixteenths of a nat by which words are likelier with it put back, each word once
    int strong = 0;           ///< how many of these words speak for themselves
};

/// The deleted strings, the surest first; almost always none. A string counts as deleted where most of the text
/// (paragraphs with at least seven tenths of its words) lacks it although English hardly can, and where putting it
/// back makes strange words, or words strange where they stand, into likely ones. Looks at the first 64 KiB only.
/// About 2 us a word.
[[nodiscard]] Damage find_damage(std::string_view text, const std::vector<Paragraph>& paragraphs, const WordList& words,
                                 const ContextModel& context);

/// The evidence for every string that the text could have lost besides the `known` ones, in the order of
/// WordList::pieces(): what find_damage() decides by.
[[nodiscard]] std::vector<Evidence> weigh_all(std::string_view text, const std::vector<Paragraph>& paragraphs,
                                              const Damage& known, const WordList& words, const ContextModel& context);

/// The paragraph holds the string, so it was not damaged by its deletion.
[[nodiscard]] bool holds(std::string_view text, const Paragraph& paragraph, std::string_view string);

}  // namespace entente::repair
