// SPDX-License-Identifier: Apache-2.0
#include "extract/language/web_names.hpp"

#include <algorithm>
#include <string>

#include "extract/language/chars.hpp"
#include "extract/language/features.hpp"

namespace entente::nn {
namespace {

constexpr std::string_view k_emoticons[] = {":-)", ":-(", ";-)", ":-D", ":-P", ":-/", ":)",  ":(", ";)", ":D", ":P",
                                            ":/",  "=)",  ":o)", "^_^", "-_-", "<3",  ":'(", ":O", ":p", "=D", "XD"};

bool ascii_alnum(char c) { return is_digit(static_cast<unsigned char>(c)) || ((c | 32) >= 'a' && (c | 32) <= 'z'); }

/// Without the marks at the end that belong to the sentence.
std::size_t trim(std::string_view text) {
    std::size_t n = text.find_first_of("<>\"");
    if (n == text.npos) n = text.size();
    while (n > 0 && std::string_view(".,;:!?'\"]})").find(text[n - 1]) != text.npos) {
        if (text[n - 1] == ')' && text.substr(0, n).find('(') != text.npos) break;
        --n;
    }
    return n;
}

std::size_t url_length(std::string_view text) {
    constexpr std::string_view starts[] = {"http://", "https://", "ftp://", "www.", "mailto:"};
    const std::string head = lower(text.substr(0, 8));
    const bool url = std::ranges::any_of(starts, [&](std::string_view s) { return head.starts_with(s); });
    return url ? trim(text) : 0;
}

/// name@host.tld
std::size_t email_length(std::string_view text) {
    const auto part = [](char c) {
        return ascii_alnum(c) || std::string_view("._-+%").find(c) != std::string_view::npos;
    };
    std::size_t i = 0;
    while (i < text.size() && part(text[i])) ++i;
    if (i == 0 || i == text.size() || text[i] != '@' || !ascii_alnum(text[0])) return 0;
    std::size_t end = i + 1;
    while (end < text.size() && part(text[end])) ++end;
    end = trim(text.substr(0, end));
    return end > i + 1 && text.substr(i, end - i).find('.') != text.npos ? end : 0;
}

std::size_t emoticon_length(std::string_view text) {
    for (const std::string_view e : k_emoticons)
        if (text.starts_with(e) && (text.size() == e.size() || !ascii_alnum(text[e.size()]))) return e.size();
    return 0;
}

}  // namespace

std::size_t web_name_length(std::string_view run, std::size_t pos) {
    const std::string_view text = run.substr(pos);
    const char first = text[0];
    if ((first | 32) >= 'a' && (first | 32) <= 'z')
        if (const std::size_t n = url_length(text); n > 0) return n;
    if (ascii_alnum(first))
        if (const std::size_t n = email_length(text); n > 0) return n;
    return emoticon_length(text);
}

}  // namespace entente::nn
