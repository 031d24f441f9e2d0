// SPDX-License-Identifier: Apache-2.0
#include "extract/language/features.hpp"

#include <algorithm>
#include <vector>

#include "core/io/utf8.hpp"
#include "extract/language/string_table.hpp"

namespace entente::nn {
namespace {

/// The mark that `c` is a variant of; empty for any other character.
std::string_view plain_mark(char32_t c) {
    switch (c) {
        case 0x2018:
        case 0x2019:
        case 0x201B:
        case 0xB4:
        case '`':
            return "'";
        case 0x201C:
        case 0x201D:
        case 0x201E:
        case 0xAB:
        case 0xBB:
            return "\"";
        case 0x2013:
        case 0x2014:
        case 0x2212:
        case 0x2010:
        case 0x2011:
            return "-";
        case 0x2026:
            return "...";
        case 0xA0:
            return " ";
        default:
            return {};
    }
}

char32_t shape_of(char32_t c) {
    if (c >= '0' && c <= '9') return 'd';
    if (lower(c) != c) return 'X';
    return is_lower(c) ? U'x' : c;
}

/// Byte offsets of the characters of `text`, and its size last.
std::vector<std::size_t> boundaries(std::string_view text) {
    std::vector<std::size_t> out;
    for (std::size_t i = 0; i < text.size(); i += utf8::decode(text, i).length) out.push_back(i);
    out.push_back(text.size());
    return out;
}

}  // namespace

std::string normalise(std::string_view form) {
    if (form == "``" || form == "''") return "\"";
    std::string out;
    for (std::size_t i = 0; i < form.size();) {
        const utf8::Decoded d = utf8::decode(form, i);
        if (const std::string_view mark = plain_mark(d.code); !mark.empty())
            out += mark;
        else
            utf8::append(out, d.code);
        i += d.length;
    }
    return out;
}

char32_t lower(char32_t c) {
    const auto in = [c](char32_t first, char32_t last) { return first <= c && c <= last; };
    if (in('A', 'Z') || (in(0xC0, 0xDE) && c != 0xD7) || in(0x391, 0x3A9) || in(0x410, 0x42F)) return c + 32;
    if (in(0x400, 0x40F)) return c + 80;
    if ((in(0x100, 0x137) || in(0x14A, 0x177)) && c % 2 == 0) return c + 1;
    if ((in(0x139, 0x148) || in(0x179, 0x17E)) && c % 2 == 1) return c + 1;
    return c;
}

bool is_lower(char32_t c) {
    const auto in = [c](char32_t first, char32_t last) { return first <= c && c <= last; };
    return in('a', 'z') || (in(0xDF, 0xFF) && c != 0xF7) || in(0x3B1, 0x3C9) || in(0x430, 0x45F) ||
           (in(0x100, 0x17E) && lower(c) == c);
}

std::string lower(std::string_view form) {
    std::string out;
    for (std::size_t i = 0; i < form.size();) {
        const utf8::Decoded d = utf8::decode(form, i);
        utf8::append(out, lower(d.code));
        i += d.length;
    }
    return out;
}

std::string shape(std::string_view form) {
    std::string out;
    char32_t last = 0, before = 0;
    for (std::size_t i = 0; i < form.size();) {
        const utf8::Decoded d = utf8::decode(form, i);
        const char32_t k = shape_of(d.code);
        if (k != last || k != before) utf8::append(out, k);
        before = last;  // a run of three keeps both equal to k, so they may shift in any case
        last = k;
        i += d.length;
    }
    return out;
}

std::array<std::uint32_t, k_kinds> buckets(std::string_view form) {
    const std::string low = lower(form);
    const std::string forms = shape(form);
    const std::vector<std::size_t> at = boundaries(low);
    const std::size_t n = at.size() - 1;
    const std::string_view text = low;
    const auto head = [&](std::size_t k) { return text.substr(0, at[std::min(k, n)]); };
    const auto tail = [&](std::size_t k) { return text.substr(at[n - std::min(k, n)]); };
    const auto bucket = [](std::string_view kind, std::string_view piece) {
        return fnv1a(piece, fnv1a(":", fnv1a(kind))) % k_buckets;
    };
    return {bucket("p1", head(1)), bucket("p3", head(3)), bucket("s2", tail(2)),
            bucket("s3", tail(3)), bucket("s4", tail(4)), bucket("shape", forms)};
}

}  // namespace entente::nn
