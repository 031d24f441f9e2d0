// SPDX-License-Identifier: Apache-2.0
// UTF-8: walking, checking, and reading what is not quite UTF-8 without moving a byte.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace entente::utf8 {

/// The code point that begins at text[pos], and its length in bytes. Malformed bytes come out as U+FFFD, one each.
struct Decoded {
    char32_t code = 0;
    std::uint32_t length = 0;
};
[[nodiscard]] Decoded decode(std::string_view text, std::size_t pos);

void append(std::string& out, char32_t code);

/// Number of bytes that belong to no well-formed sequence.
[[nodiscard]] std::size_t count_bad(std::string_view text);

/// Replaces each malformed byte by one ASCII character, so that every offset stays: Windows-1252 punctuation and
/// letters by their nearest ASCII ("’" 0x92 by ', "é" 0xE9 by e), the rest by a blank. Also NUL by a blank.
void make_valid(std::string& text);

}  // namespace entente::utf8
