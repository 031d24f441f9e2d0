// SPDX-License-Identifier: Apache-2.0
// Strings that were deleted from a text wherever they stood, found from the text alone.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "extract/repair/tokens.hpp"
#include "extract/repair/words.hpp"

namespace entente::repair {

/// The deleted strings, the surest first; almost always none. A string counts as deleted where most of the text
/// (paragraphs with at least seven tenths of its words) lacks it although English hardly can, and where putting it
/// back turns strange words into common ones: the evidence is the logarithm of how much more probable the words are
/// as the rests of damaged ones. Looks at the first MiB only. A few ms for an article.
[[nodiscard]] std::vector<std::string> find_deletions(std::string_view text, const std::vector<Paragraph>& paragraphs,
                                                      const WordList& words);

/// The paragraph holds the string, so it was not damaged by its deletion.
[[nodiscard]] bool holds(std::string_view text, const Paragraph& paragraph, std::string_view string);

/// How much more probable a word is as the rest of one that held `string`: log((p + Σ candidates) / p), 0 to 5.
[[nodiscard]] double evidence(std::string_view word, const std::string& string, const WordList& words);

}  // namespace entente::repair
