// SPDX-License-Identifier: Apache-2.0
#include "extract/repair/stops.hpp"

#include <algorithm>
#include <array>
#include <cstdint>
#include <string>

namespace entente::repair {
namespace {

constexpr std::string_view k_blanks = " \t\r\n\f";
constexpr std::string_view k_closing_quote = "\u201d";

bool is_lower(char c) { return c >= 'a' && c <= 'z'; }
bool is_upper(char c) { return c >= 'A' && c <= 'Z'; }
bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_blank(char c) { return k_blanks.find(c) != std::string_view::npos; }

std::string lowered(std::string_view word) {
    std::string out(word);
    for (char& c : out) c = is_upper(c) ? static_cast<char>(c - 'A' + 'a') : c;
    return out;
}

/// Sentences begin with them, and no member of a program is named by them ("list.Add", "System.In", "Assert.That").
bool opens_surely(std::string_view lower) {
    constexpr std::array<std::string_view, 22> list = {
        "although",  "because", "but", "during", "he",    "her",   "his",   "however", "it",   "its",   "many",
        "meanwhile", "our",     "she", "the",    "their", "there", "these", "they",    "this", "those", "we"};
    return std::ranges::find(list, lower) != list.end();
}

/// Sentences begin with them too.
bool opens(std::string_view lower) {
    constexpr std::array<std::string_view, 28> list = {
        "a",  "after", "all", "an", "and",   "as", "at",   "before", "both", "by",   "for",  "from",  "i",    "if",
        "in", "no",    "of",  "on", "since", "so", "some", "that",   "to",   "what", "when", "while", "with", "you"};
    return opens_surely(lower) || std::ranges::find(list, lower) != list.end();
}

/// The small or capitalised word or the number that ends at `end`, alone since the last blank or bracket; empty for
/// anything else.
std::string_view word_before(std::string_view text, std::size_t end) {
    std::size_t begin = end;
    while (begin > 0 && is_digit(text[begin - 1])) --begin;
    if (begin == end) {
        while (begin > 0 && is_lower(text[begin - 1])) --begin;
        if (begin > 0 && is_upper(text[begin - 1])) --begin;
    }
    const bool apart = begin == 0 || is_blank(text[begin - 1]) || text[begin - 1] == '(' || text[begin - 1] == '-';
    return apart && end - begin >= 2 ? text.substr(begin, end - begin) : std::string_view();
}

/// The capitalised word at `begin`, followed by a blank, a comma or an apostrophe; empty for anything else.
std::string_view word_after(std::string_view text, std::size_t begin) {
    if (begin >= text.size() || !is_upper(text[begin])) return {};
    std::size_t end = begin + 1;
    while (end < text.size() && is_lower(text[end])) ++end;
    const bool apart = end < text.size() && (is_blank(text[end]) || text[end] == ',' || text[end] == '\'');
    return apart ? text.substr(begin, end - begin) : std::string_view();
}

/// Whether the word after the one that ends at `end` begins small: a sentence goes on, a title seldom does.
bool goes_on(std::string_view text, std::size_t end) {
    const std::size_t next = text.find_first_not_of(' ', end);
    return next != std::string_view::npos && next > end && is_lower(text[next]);
}

enum class Trust : std::uint8_t { no, likely, sure };

/// Whether a sentence ends at `stop` and the next one begins at `begin`. Likely ones could be names of a program or a
/// site.
Trust trust(std::string_view text, std::size_t stop, std::size_t begin, const WordList& words) {
    constexpr std::uint32_t k_common = 30000;
    const std::string_view before = word_before(text, stop), after = word_after(text, begin);
    if (before.empty() || after.empty()) return Trust::no;
    const auto common = [&](const std::string& word) { return words.rank(word).value_or(k_common) < k_common; };
    const std::string first = lowered(after);
    const bool name = is_upper(before[0]), number = is_digit(before[0]), quoted = begin > stop + 1;
    if (!common(first) || (!number && !common(lowered(before)))) return Trust::no;
    const bool asked = text[stop] == '?';
    if (opens(first) && (quoted || asked)) return Trust::sure;
    if (opens_surely(first)) return name && first == "it" ? Trust::likely : Trust::sure;  // "Corriere.It"
    const std::size_t end = static_cast<std::size_t>(after.data() - text.data()) + after.size();
    const bool likely = opens(first) || (!name && !number && after.size() > 1 && goes_on(text, end));
    return !likely ? Trust::no : asked ? Trust::sure : Trust::likely;
}

}  // namespace

std::vector<Edit> lost_blanks(std::string_view text, const WordList& words) {
    std::vector<Edit> out;
    bool sure = false;
    for (std::size_t stop = 0; (stop = text.find_first_of(".!?", stop)) != std::string_view::npos; ++stop) {
        std::size_t begin = stop + 1;
        if (text.substr(begin).starts_with(k_closing_quote)) begin += k_closing_quote.size();
        const Trust found = trust(text, stop, begin, words);
        if (found == Trust::no) continue;
        const auto at = static_cast<std::uint32_t>(begin);
        out.push_back({{at, at}, " ", "blank"});
        sure = sure || found == Trust::sure;
    }
    if (!sure) out.clear();
    return out;
}

}  // namespace entente::repair
