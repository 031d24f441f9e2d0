// SPDX-License-Identifier: Apache-2.0
// Two questions that rules ask of a word.
#pragma once

#include <algorithm>
#include <initializer_list>
#include <string>
#include <string_view>

namespace entente {

/// ASCII letters in lower case, all else as it is.
[[nodiscard]] inline std::string ascii_lower(std::string_view text) {
    std::string out(text);
    for (char& c : out)
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c + 32);
    return out;
}

[[nodiscard]] inline bool is_one_of(std::string_view word, std::initializer_list<std::string_view> words) {
    return std::ranges::find(words, word) != words.end();
}

}  // namespace entente
