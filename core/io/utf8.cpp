// SPDX-License-Identifier: Apache-2.0
#include "core/io/utf8.hpp"

namespace entente::utf8 {
namespace {

/// ASCII for the bytes 0x80–0xFF of Windows-1252.
constexpr std::string_view k_windows_1252 =
    "E ,f\".++^%S<O Z  ''\"\"*--~ts>o zY !cLoY|S\"ca<--R-o+23'uP.,1o>123?"
    "AAAAAAACEEEEIIIIDNOOOOOxOUUUUYTsaaaaaaaceeeeiiiidnooooo/ouuuuyty";
static_assert(k_windows_1252.size() == 128);

constexpr Decoded k_bad{0xFFFD, 1};

}  // namespace

Decoded decode(std::string_view text, std::size_t pos) {
    const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[i]); };
    const unsigned char first = byte(pos);
    if (first < 0x80) return {first, 1};
    const std::uint32_t length = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : 2;
    if (first < 0xC2 || first > 0xF4 || pos + length > text.size()) return k_bad;
    char32_t code = first & (0xFFu >> (length + 1));
    for (std::uint32_t i = 1; i < length; ++i) {
        if ((byte(pos + i) & 0xC0) != 0x80) return k_bad;
        code = code << 6 | (byte(pos + i) & 0x3Fu);
    }
    constexpr char32_t smallest[] = {0, 0, 0x80, 0x800, 0x10000};
    if (code < smallest[length] || code > 0x10FFFF || (code >= 0xD800 && code <= 0xDFFF)) return k_bad;
    return {code, length};
}

void append(std::string& out, char32_t code) {
    const auto put = [&](char32_t byte) { out.push_back(static_cast<char>(byte)); };
    if (code < 0x80) {
        put(code);
    } else if (code < 0x800) {
        put(0xC0 | code >> 6);
        put(0x80 | (code & 0x3F));
    } else if (code < 0x10000) {
        put(0xE0 | code >> 12);
        put(0x80 | (code >> 6 & 0x3F));
        put(0x80 | (code & 0x3F));
    } else {
        put(0xF0 | code >> 18);
        put(0x80 | (code >> 12 & 0x3F));
        put(0x80 | (code >> 6 & 0x3F));
        put(0x80 | (code & 0x3F));
    }
}

namespace {

bool is_bad(std::string_view text, std::size_t pos, Decoded d) {
    return d.length == 1 && static_cast<unsigned char>(text[pos]) >= 0x80;
}

}  // namespace

std::size_t count_bad(std::string_view text) {
    std::size_t bad = 0;
    for (std::size_t i = 0; i < text.size();) {
        const Decoded d = decode(text, i);
        bad += is_bad(text, i, d);
        i += d.length;
    }
    return bad;
}

void make_valid(std::string& text) {
    for (std::size_t i = 0; i < text.size();) {
        const Decoded d = decode(text, i);
        if (is_bad(text, i, d)) text[i] = k_windows_1252[static_cast<unsigned char>(text[i]) - 0x80u];
        if (text[i] == '\0') text[i] = ' ';
        i += d.length;
    }
}

}  // namespace entente::utf8
