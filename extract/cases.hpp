// SPDX-License-Identifier: Apache-2.0
// Text cases: an article, "----", and all triples that it states, one a line:
//   SUBJECT TYPE OBJECT [sym] [negated] [intended|requested|hypothetical] [by SPEAKER [via RELAY]…]
// or "(none)". Cases stand apart by "===="; lines before the text may be "# title" and "date: 2021-08-25".
// Who says so is compared where a line of the case tells it; one who is no known actor is told by his words.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "extract/extract.hpp"

namespace entente {

struct TextCase {
    std::string title;
    std::string date;
    std::string text;
    std::vector<std::string> expected;  ///< sorted
    std::uint64_t line = 0;             ///< of its first line in the file
};

[[nodiscard]] std::vector<TextCase> read_cases(std::string_view file);

/// What the article states now, in the form of TextCase::expected. Throws InputError for a date that is none.
[[nodiscard]] std::vector<std::string> stated(const TextCase& text_case, const Knowledge& knowledge, Language::Scratch& scratch);

}  // namespace entente
