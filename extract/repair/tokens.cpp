// SPDX-License-Identifier: Apache-2.0
#include "extract/repair/tokens.hpp"

#include <algorithm>
#include <array>

namespace entente::repair {
namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_upper(char c) { return c >= 'A' && c <= 'Z'; }
bool is_lower(char c) { return c >= 'a' && c <= 'z'; }
bool is_blank(char c) { return c == ' ' || c == '\t' || c == '\r' || c == '\n' || c == '\f'; }

constexpr std::string_view k_right_quote = "\u2019";

/// Length of a letter at `pos`: 1 of ASCII; beyond that all is a letter but Latin-1 signs and general punctuation.
std::size_t letter(std::string_view text, std::size_t pos) {
    const char c = text[pos];
    if (is_upper(c) || is_lower(c)) return 1;
    const auto byte = static_cast<unsigned char>(c);
    if (byte < 0xC3 || byte == 0xE2 || byte >= 0xF0) return 0;
    return std::min<std::size_t>(byte >= 0xE0 ? 3 : 2, text.size() - pos);
}

std::size_t apostrophe(std::string_view text, std::size_t pos) {
    if (text.substr(pos).starts_with('\'')) return 1;
    return text.substr(pos).starts_with(k_right_quote) ? k_right_quote.size() : 0;
}

Token word_at(std::string_view text, std::size_t begin) {
    std::size_t end = begin;
    while (end < text.size() && letter(text, end)) end += letter(text, end);
    const std::string_view stem = text.substr(begin, end - begin);
    Token out;
    out.kind = Token::Kind::word;
    if (std::ranges::all_of(stem.substr(1), is_lower))
        out.shape = is_lower(stem[0])   ? Token::Shape::lower
                    : is_upper(stem[0]) ? Token::Shape::capital
                                        : Token::Shape::other;
    for (const char c : stem) out.lower += is_upper(c) ? static_cast<char>(c - 'A' + 'a') : c;
    if (const std::size_t mark = end < text.size() ? apostrophe(text, end) : 0) {
        std::size_t ending = end + mark;
        while (ending < text.size() && is_lower(text[ending])) ++ending;
        if (ending > end + mark) {
            out.lower += '\'';
            out.lower += text.substr(end + mark, ending - end - mark);
            end = ending;
        }
    }
    out.span = {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)};
    return out;
}

Token next_token(std::string_view text, std::size_t begin) {
    if (letter(text, begin)) return word_at(text, begin);
    std::size_t end = begin + 1;
    Token out;
    if (is_digit(text[begin])) {
        while (end < text.size() && is_digit(text[end])) ++end;
        out.kind = Token::Kind::number;
    } else {
        while (end < text.size() && (static_cast<unsigned char>(text[end]) & 0xC0) == 0x80) ++end;
    }
    out.lower = std::string(text.substr(begin, end - begin));
    out.span = {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)};
    return out;
}

bool is_quote(std::string_view text) {
    constexpr std::array<std::string_view, 6> quotes = {"\"", "'", "\u201c", "\u201d", "\u2018", "\u2019"};
    return std::ranges::find(quotes, text) != quotes.end();
}

bool is_abbreviation(std::string_view lower) {
    constexpr std::array<std::string_view, 38> list = {
        "mr",  "mrs", "ms",  "dr",  "prof", "gen",  "col", "lt",  "maj",  "capt", "sgt", "gov", "sen",
        "rep", "rev", "st",  "no",  "vs",   "etc",  "inc", "co",  "corp", "ltd",  "jan", "feb", "mar",
        "apr", "jun", "jul", "aug", "sep",  "sept", "oct", "nov", "dec",  "bros", "eg",  "ie"};
    return lower.size() <= 1 || std::ranges::find(list, lower) != list.end();
}

/// Whether a sentence begins after these tokens of its paragraph.
bool ends_sentence(const std::vector<Token>& before) {
    std::size_t n = before.size();
    const bool quoted = n > 0 && is_quote(before[n - 1].lower);
    while (n > 0 && (is_quote(before[n - 1].lower) || before[n - 1].lower == ")")) --n;
    if (n == 0) return true;
    const std::string& last = before[n - 1].lower;
    if (last == "!" || last == "?") return true;
    if (last == ":" || last == ",") return quoted && before[n - 1].span.end < before.back().span.begin;
    if (last != ".") return false;
    // Not after "...", "U.S." or "Gen."; "100." and "them." end one.
    const Token* word = n >= 2 ? &before[n - 2] : nullptr;
    return word && word->lower != "." &&
           !(word->kind == Token::Kind::word && word->span.end == before[n - 1].span.begin &&
             is_abbreviation(word->lower));
}

Paragraph paragraph_at(std::string_view text, std::size_t begin, std::size_t end) {
    Paragraph out;
    out.span = {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)};
    const std::string_view upto = text.substr(0, end);
    for (std::size_t i = begin; i < end;) {
        if (is_blank(text[i])) {
            ++i;
            continue;
        }
        Token token = next_token(upto, i);
        const bool apart =
            i == begin || out.tokens.empty() || is_blank(text[i - 1]) || is_quote(out.tokens.back().lower);
        token.sentence_start = token.kind == Token::Kind::word && apart && ends_sentence(out.tokens);
        out.words += token.kind == Token::Kind::word;
        i = token.span.end;
        out.tokens.push_back(std::move(token));
    }
    return out;
}

}  // namespace

std::string_view Token::core() const {
    const std::string_view all = lower;
    const std::size_t mark = all.find('\'');
    const std::string_view stem = all.substr(0, mark);
    const bool negated = mark != std::string_view::npos && all.substr(mark) == "'t" && stem.ends_with('n');
    return negated ? stem.substr(0, stem.size() - 1) : stem;
}

std::vector<Paragraph> paragraphs(std::string_view text) {
    std::vector<Paragraph> out;
    for (std::size_t begin = 0; begin < text.size();) {
        const std::size_t end = std::min(text.find('\n', begin), text.size());
        Paragraph paragraph = paragraph_at(text, begin, end);
        if (!paragraph.tokens.empty()) out.push_back(std::move(paragraph));
        begin = end + 1;
    }
    return out;
}

}  // namespace entente::repair
