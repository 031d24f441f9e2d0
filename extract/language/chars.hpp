// SPDX-License-Identifier: Apache-2.0
// Classes of characters, as the tokenizer needs them.
#pragma once

#include <string_view>

namespace entente::nn {

[[nodiscard]] bool is_space(char32_t c);  ///< also the no-break space, the byte order mark, line separators
[[nodiscard]] constexpr bool is_digit(char32_t c) { return c >= '0' && c <= '9'; }
[[nodiscard]] bool is_letter(char32_t c);  ///< of any script, and marks upon letters
[[nodiscard]] inline bool is_alnum(char32_t c) { return is_digit(c) || is_letter(c); }
[[nodiscard]] bool is_upper(char32_t c);
[[nodiscard]] bool is_emoji(char32_t c);
[[nodiscard]] constexpr bool is_apostrophe(char32_t c) { return c == '\'' || c == 0x2019 || c == 0x2BC; }

/// The code point at `pos`, or 0 past the end.
[[nodiscard]] char32_t char_at(std::string_view text, std::size_t pos);
/// The code point before `pos`, or 0 at the beginning.
[[nodiscard]] char32_t char_before(std::string_view text, std::size_t pos);

}  // namespace entente::nn
