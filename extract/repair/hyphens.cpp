// SPDX-License-Identifier: Apache-2.0
#include "extract/repair/hyphens.hpp"

#include <algorithm>
#include <string>

namespace entente::repair {
namespace {

constexpr std::string_view k_soft = "\u00ad";

bool is_lower(char c) { return c >= 'a' && c <= 'z'; }
bool is_letter(char c) { return is_lower(c) || (c >= 'A' && c <= 'Z') || static_cast<unsigned char>(c) >= 0x80; }

/// Past the end of the line that ends at `at`, blanks before and after it included; `at` where it doesn't end there, or
/// an empty line follows.
std::size_t next_line(std::string_view text, std::size_t at) {
    const std::size_t end = text.find_first_not_of(" \t\r", at);
    if (end == std::string_view::npos || text[end] != '\n') return at;
    const std::size_t next = text.find_first_not_of(" \t", end + 1);
    return next == std::string_view::npos || text[next] == '\n' || text[next] == '\r' ? at : next;
}

bool is_one_word(const std::string& left, const std::string& right, const WordList& words) {
    constexpr std::uint32_t k_known = 40000, k_common = 8000, k_everyday = 10000;
    const auto common = [&](const std::string& half) { return words.rank(half).value_or(k_common) < k_common; };
    // "no-", "one" and "long-", "term" are rather two words than a rare one.
    const std::uint32_t most = common(left) && common(right) ? k_everyday : k_known;
    return words.rank(left + right).value_or(most) < most;
}

/// The edit that joins the word before the hyphen at `hyphen` with that on the next line, if there is one.
std::vector<Edit> joined(std::string_view text, std::size_t hyphen, const WordList& words) {
    std::size_t begin = hyphen;
    while (begin > 0 && is_letter(text[begin - 1])) --begin;
    const std::size_t next = next_line(text, hyphen + 1);
    std::size_t end = next;
    while (end < text.size() && is_lower(text[end])) ++end;
    constexpr std::string_view before = " \t\n\"'(", after = " \t\r\n.,;:!?)\"'";
    const bool apart = (begin == 0 || before.find(text[begin - 1]) != std::string_view::npos) &&
                       (end == text.size() || after.find(text[end]) != std::string_view::npos);
    if (next == hyphen + 1 || hyphen - begin < 2 || end - next < 2 || !apart) return {};
    std::string left(text.substr(begin, hyphen - begin));
    if (!std::all_of(left.begin() + 1, left.end(), is_lower)) return {};
    if (left[0] >= 'A' && left[0] <= 'Z') left[0] = static_cast<char>(left[0] - 'A' + 'a');
    if (!is_one_word(left, std::string(text.substr(next, end - next)), words)) return {};
    return {{{static_cast<std::uint32_t>(hyphen), static_cast<std::uint32_t>(next)}, "", "hyphenation"}};
}

/// The edit that takes out the soft hyphen at `at`, and the end of the line after it.
std::vector<Edit> softened(std::string_view text, std::size_t at) {
    const std::size_t end = next_line(text, at + k_soft.size());
    const bool inside = at > 0 && is_letter(text[at - 1]) && end < text.size() && is_letter(text[end]);
    if (!inside) return {};
    return {{{static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(end)}, "", "soft hyphen"}};
}

}  // namespace

std::vector<Edit> divided_words(std::string_view text, const WordList& words) {
    std::vector<Edit> out;
    for (std::size_t at = 0; (at = text.find_first_of("-\xc2", at)) != std::string_view::npos; ++at) {
        const bool soft = text.substr(at).starts_with(k_soft);
        if (!soft && text[at] != '-') continue;
        const auto found = soft ? softened(text, at) : joined(text, at, words);
        out.insert(out.end(), found.begin(), found.end());
    }
    return out;
}

}  // namespace entente::repair
