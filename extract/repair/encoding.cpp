// SPDX-License-Identifier: Apache-2.0
#include "extract/repair/encoding.hpp"

#include <algorithm>
#include <array>
#include <cstdint>
#include <string>

#include "core/io/utf8.hpp"

namespace entente::repair {
namespace {

/// What Windows-1252 has at 0x80 to 0x9F; 0: nothing.
constexpr std::array<char32_t, 32> k_windows = {0x20AC, 0,      0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021,
                                                0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0,      0x017D, 0,
                                                0,      0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014,
                                                0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0,      0x017E, 0x0178};

constexpr int k_no_break = 0xA0;  // a blank, as a byte

/// The byte that was read as this character; -1: none was.
int byte_of(char32_t code) {
    if (code >= 0x80 && code <= 0xFF) return static_cast<int>(code);
    const auto found = std::ranges::find(k_windows, code);
    return code >= 0x80 && found != k_windows.end() ? static_cast<int>(0x80 + (found - k_windows.begin())) : -1;
}

/// Bytes that were read as what may follow a letter in sound text: … ‘ ’ “ ” • – — ™ › « ´ » and the no-break blank.
bool follows_letters(int byte) {
    constexpr std::array<int, 14> list = {0x85, 0x91, 0x92, 0x93,       0x94, 0x95, 0x96,
                                          0x97, 0x99, 0x9B, k_no_break, 0xAB, 0xB4, 0xBB};
    return std::ranges::find(list, byte) != list.end();
}

/// Bytes that were read as letters: Š š Œ œ Ž ž Ÿ ƒ.
bool is_letter(int byte) {
    constexpr std::array<int, 8> list = {0x83, 0x8A, 0x8C, 0x8E, 0x9A, 0x9C, 0x9E, 0x9F};
    return std::ranges::find(list, byte) != list.end();
}

enum class Trust : std::uint8_t {
    no,      ///< sound text has such characters
    likely,  ///< where the text is misread elsewhere
    sure     ///< no sound text has these characters side by side
};

/// Misread bytes that make one character.
struct Sequence {
    Span span;
    std::string was;  ///< empty where they make none
    Trust trust = Trust::no;
};

struct Around {
    bool lower = false, letter = false;  ///< what stands before
    bool mark = false;                   ///< what follows: a mark that French puts a blank before
};

Around around(std::string_view text, Span span) {
    const char before = span.begin == 0 ? ' ' : text[span.begin - 1];
    Around out;
    out.lower = before >= 'a' && before <= 'z';
    out.letter = out.lower || (before >= 'A' && before <= 'Z');
    const std::string_view after = text.substr(span.end);
    constexpr std::array<std::string_view, 6> marks = {":", ";", "!", "?", "%", "\u00bb"};
    out.mark = std::ranges::any_of(marks, [&](std::string_view m) { return after.starts_with(m); });
    return out;
}

/// Two bytes: letters and signs. Only Latin ones, which began as Â, Ã, Ä or Å, are sure on their own.
Trust trust_in_two(int first, int second, const Around& a) {
    constexpr int k_a_circumflex = 0xC2, k_a_tilde = 0xC3, k_a_ring = 0xC5;
    if (first > k_a_ring) return a.letter || follows_letters(second) ? Trust::no : Trust::likely;
    if (a.lower) return Trust::sure;  // a capital within a word
    if (second == k_no_break && first <= k_a_tilde) return a.mark ? Trust::no : Trust::sure;
    const bool doubtful = follows_letters(second) || (first != k_a_tilde && is_letter(second));
    if (doubtful) return a.letter ? Trust::no : Trust::likely;
    return first == k_a_circumflex && second < k_no_break ? Trust::likely : Trust::sure;
}

/// Three or four bytes: punctuation, signs and emoji are sure. "café’”" ends in two marks.
Trust trust_in_more(char32_t code, int second, const Around& a) {
    constexpr char32_t k_byte_order = 0xFEFF;
    if (code == k_byte_order) return Trust::sure;
    if (follows_letters(second)) return Trust::no;
    if ((code >= 0x2000 && code < 0x2C00) || code >= 0x1F000) return Trust::sure;
    return a.letter ? Trust::no : Trust::likely;
}

/// A lone control character, which is a byte of Windows-1252 that was read as Latin-1.
Sequence control(std::size_t at, char32_t code) {
    constexpr char32_t k_next_line = 0x85;
    Sequence out{{static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(at) + 2}, "", Trust::sure};
    if (code >= 0x80 && code < 0xA0 && code != k_next_line && k_windows[code - 0x80] != 0)
        utf8::append(out.was, k_windows[code - 0x80]);
    return out;
}

std::size_t bytes_after(int first) {
    return first >= 0xF0 && first <= 0xF4 ? 3 : first >= 0xE0 && first <= 0xEF ? 2 : first >= 0xC2 && first <= 0xDF;
}

/// The sequence that begins with the character at `at`.
Sequence sequence(std::string_view text, std::size_t at) {
    utf8::Decoded c = utf8::decode(text, at);
    const int first = byte_of(c.code);
    const std::size_t more = bytes_after(first);
    if (more == 0) return control(at, c.code);
    Sequence out{{static_cast<std::uint32_t>(at), 0}, std::string(1, static_cast<char>(first)), Trust::no};
    std::size_t end = at + c.length;
    for (std::size_t i = 0; i < more && end < text.size(); ++i) {
        c = utf8::decode(text, end);
        const int next = byte_of(c.code);
        if (next < 0x80 || next > 0xBF) break;
        out.was += static_cast<char>(next);
        end += c.length;
    }
    out.span.end = static_cast<std::uint32_t>(end);
    const bool whole = out.was.size() == more + 1 && utf8::count_bad(out.was) == 0;
    if (out.was == "\xE2\x80")  // Windows-1252 has nothing for the third byte of ”: it was thrown away
        return {out.span, "\u201d", Trust::sure};
    if (!whole) return {};
    const int second = static_cast<unsigned char>(out.was[1]);
    const Around a = around(text, out.span);
    out.trust = more == 1 ? trust_in_two(first, second, a) : trust_in_more(utf8::decode(out.was, 0).code, second, a);
    return out;
}

std::vector<Sequence> sequences(std::string_view text) {
    std::vector<Sequence> out;
    for (std::size_t at = 0; at < text.size();) {
        // Leading bytes were read as U+00C2 to U+00F4: 0xC3 and what follows. Control characters begin with 0xC2.
        at = text.find_first_of("\xC2\xC3", at);
        if (at == std::string_view::npos) break;
        Sequence s = sequence(text, at);
        if (s.was.empty()) {
            ++at;
            continue;
        }
        at = s.span.end;
        if (!out.empty() && out.back().span.end == s.span.begin) out.back().trust = s.trust = Trust::sure;
        out.push_back(std::move(s));
    }
    return out;
}

}  // namespace

std::vector<Edit> misread_characters(std::string_view text) {
    const auto found = sequences(text);
    std::vector<Edit> out;
    if (std::ranges::none_of(found, [](const Sequence& s) { return s.trust == Trust::sure; })) return out;
    for (const Sequence& s : found)
        if (s.trust != Trust::no) out.push_back({s.span, s.was, "encoding"});
    return out;
}

}  // namespace entente::repair
