// SPDX-License-Identifier: Apache-2.0
#include "extract/language/chars.hpp"

#include "core/io/utf8.hpp"
#include "extract/language/features.hpp"

namespace entente::nn {

bool is_space(char32_t c) {
    return c == ' ' || (c >= 9 && c <= 13) || (c >= 0x1C && c <= 0x1F) || c == 0x85 || c == 0xA0 || c == 0x1680 ||
           (c >= 0x2000 && c <= 0x200B) || c == 0x2028 || c == 0x2029 || c == 0x202F || c == 0x205F || c == 0x3000 ||
           c == 0xFEFF;
}

bool is_emoji(char32_t c) {
    return (c >= 0x1F000 && c <= 0x1FAFF) || (c >= 0x2600 && c <= 0x27BF) || (c >= 0x2B00 && c <= 0x2BFF);
}

bool is_letter(char32_t c) {
    if (c < 0x80) return (c | 32) >= 'a' && (c | 32) <= 'z';
    if (c < 0xC0) return c == 0xAA || c == 0xB5 || c == 0xBA;
    const bool mark = c == 0xD7 || c == 0xF7 || (c >= 0x2000 && c <= 0x2BFF) || (c >= 0x2E00 && c <= 0x2E7F) ||
                      (c >= 0x3000 && c <= 0x303F) || (c >= 0xFE10 && c <= 0xFE6F) || (c >= 0xFF00 && c <= 0xFF0F) ||
                      (c >= 0xFF1A && c <= 0xFF20) || c == 0xFFFD || c == 0x2BC;
    return !mark && !is_emoji(c);
}

bool is_upper(char32_t c) { return lower(c) != c; }

char32_t char_at(std::string_view text, std::size_t pos) {
    return pos < text.size() ? utf8::decode(text, pos).code : U'\0';
}

char32_t char_before(std::string_view text, std::size_t pos) {
    if (pos == 0) return 0;
    std::size_t at = pos - 1;
    while (at > 0 && pos - at < 4 && (static_cast<unsigned char>(text[at]) & 0xC0) == 0x80) --at;
    return utf8::decode(text, at).code;
}

}  // namespace entente::nn
