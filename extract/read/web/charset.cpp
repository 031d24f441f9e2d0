// SPDX-License-Identifier: Apache-2.0
#include "extract/read/web/charset.hpp"

#include <iconv.h>

#include <array>
#include <optional>

#include "core/io/utf8.hpp"
#include "core/words.hpp"

namespace entente::read::web {
namespace {

constexpr std::size_t k_head = 4096;  // where a page may name its encoding: HTML asks for the first 1024 bytes

/// Through iconv; nullopt where it knows no such encoding. A byte that fits nothing becomes a blank.
std::optional<std::string> converted(std::string_view bytes, const std::string& charset) {
    const iconv_t converter = iconv_open("UTF-8", charset.c_str());
    if (converter == reinterpret_cast<iconv_t>(-1)) return std::nullopt;
    std::string out;
    std::array<char, 1u << 14> buffer{};
    std::string input(bytes);
    char* from = input.data();
    std::size_t left = input.size();
    while (left > 0) {
        char* to = buffer.data();
        std::size_t room = buffer.size();
        const std::size_t before = left;
        const std::size_t got = iconv(converter, &from, &left, &to, &room);
        out.append(buffer.data(), buffer.size() - room);
        const bool is_full = room < 16;
        if (got != static_cast<std::size_t>(-1) || (is_full && left < before)) continue;
        out += ' ';
        ++from;
        --left;
    }
    iconv_close(converter);
    return out;
}

/// What follows "charset=" in the page's head.
std::string own_charset(std::string_view bytes) {
    const std::string head = ascii_lower(bytes.substr(0, k_head));
    constexpr std::string_view k_key = "charset=";
    const std::size_t found = head.find(k_key);
    if (found == std::string::npos) return {};
    const std::size_t begin = head.find_first_not_of("\"' ", found + k_key.size());
    if (begin == std::string::npos) return {};
    return head.substr(begin, head.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789-_", begin) - begin);
}

/// By the names that the web uses: pages that say Latin-1 mean Windows-1252.
std::string meant(std::string_view said) {
    std::string charset = ascii_lower(said);
    if (charset == "iso-8859-1" || charset == "latin1" || charset == "us-ascii" || charset == "ascii") return "windows-1252";
    return charset;
}

}  // namespace

std::string to_utf8(std::string_view bytes, std::string_view charset) {
    if (bytes.starts_with("\xEF\xBB\xBF")) bytes.remove_prefix(3);
    std::string text(bytes);
    if (bytes.starts_with("\xFF\xFE") || bytes.starts_with("\xFE\xFF")) {
        if (auto wide = converted(bytes, "UTF-16")) text = std::move(*wide);
    } else if (utf8::count_bad(bytes) > 0) {
        for (const std::string& name : {meant(charset), meant(own_charset(bytes)), std::string("windows-1252")}) {
            if (name.empty() || name == "utf-8" || name == "utf8") continue;
            if (auto found = converted(bytes, name)) {
                text = std::move(*found);
                break;
            }
        }
    }
    utf8::make_valid(text);
    return text;
}

}  // namespace entente::read::web
