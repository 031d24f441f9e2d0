// SPDX-License-Identifier: Apache-2.0
// Closed classes of English spelling that the tokenizer and the sentence splitter ask for, all in lower case.
#pragma once

#include <string_view>

namespace entente::nn {

/// A title or the like, before a name: no sentence ends after it ("mr", "gen", "st").
[[nodiscard]] bool is_title(std::string_view word);
/// Other abbreviations written with a period ("inc", "sept", "etc"), without it.
[[nodiscard]] bool is_abbreviation(std::string_view word);
/// Abbreviations only where a number follows ("no", "fig", "p").
[[nodiscard]] bool is_number_abbreviation(std::string_view word);
/// Stays joined by its hyphen to the word after it ("non", "pro", "ex").
[[nodiscard]] bool is_prefix(std::string_view word);
/// Split off a number ("5pm", "10km").
[[nodiscard]] bool is_unit(std::string_view word);
/// Ends of host and file names ("com", "pdf").
[[nodiscard]] bool is_name_ending(std::string_view word);
/// Often the first word of a sentence: decides after an abbreviation.
[[nodiscard]] bool is_starter(std::string_view word);
/// Length of the first part of a word written as one but made of two ("cannot": 3, "gonna": 3, "dont": 2); else 0.
[[nodiscard]] std::size_t joined_split(std::string_view word);

}  // namespace entente::nn
