// SPDX-License-Identifier: Apache-2.0
#include "extract/time/lexer.hpp"

#include <algorithm>
#include <array>

namespace entente::time {
namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_upper(char c) { return c >= 'A' && c <= 'Z'; }
bool is_letter(char c) { return is_upper(c) || (c >= 'a' && c <= 'z') || static_cast<unsigned char>(c) >= 0x80; }
char to_lower(char c) { return is_upper(c) ? static_cast<char>(c - 'A' + 'a') : c; }

std::string lowered(std::string_view text) {
    std::string out(text);
    for (char& c : out) c = to_lower(c);
    return out;
}

bool is_ordinal_ending(std::string_view lower) {
    return lower == "st" || lower == "nd" || lower == "rd" || lower == "th";
}

/// General punctuation (U+2000 to U+203F) begins so in UTF-8.
constexpr std::string_view k_punctuation = "\xe2\x80";

/// A dash or an apostrophe of print is the plain one.
std::string plain(std::string_view mark) {
    const auto last = static_cast<unsigned char>(mark.back());
    if (last >= 0x90 && last <= 0x95) return "-";
    return last == 0x98 || last == 0x99 ? "'" : std::string(mark);
}

/// The end of the run of letters.
std::size_t letters(std::string_view text, std::size_t pos) {
    while (pos < text.size() && is_letter(text[pos]) && !text.substr(pos).starts_with(k_punctuation)) ++pos;
    return pos;
}

/// The end of the run of characters for which `in` holds.
template <class In>
std::size_t run(std::string_view text, std::size_t pos, In in) {
    while (pos < text.size() && in(text[pos])) ++pos;
    return pos;
}

Lexeme number_at(std::string_view text, std::size_t begin) {
    std::size_t end = run(text, begin, is_digit);
    Lexeme out;
    out.kind = Lexeme::Kind::number;
    out.lower = std::string(text.substr(begin, end - begin));
    if (out.lower.size() <= 9) out.number = std::stoi(out.lower);
    const std::size_t ending = letters(text, end);
    if (is_ordinal_ending(lowered(text.substr(end, ending - end)))) {
        out.ordinal = true;
        end = ending;
    }
    out.span = {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)};
    return out;
}

struct Named {
    std::string_view name;
    int value;
};

constexpr std::array k_months = {
    Named{"january", 1},   Named{"jan", 1},   Named{"february", 2},  Named{"feb", 2},      Named{"march", 3},
    Named{"mar", 3},       Named{"april", 4}, Named{"apr", 4},       Named{"may", 5},      Named{"june", 6},
    Named{"jun", 6},       Named{"july", 7},  Named{"jul", 7},       Named{"august", 8},   Named{"aug", 8},
    Named{"september", 9}, Named{"sept", 9},  Named{"sep", 9},       Named{"october", 10}, Named{"oct", 10},
    Named{"november", 11}, Named{"nov", 11},  Named{"december", 12}, Named{"dec", 12}};

constexpr std::array k_weekdays = {Named{"monday", 0}, Named{"mon", 0},       Named{"tuesday", 1}, Named{"tue", 1},
                                   Named{"tues", 1},   Named{"wednesday", 2}, Named{"wed", 2},     Named{"thursday", 3},
                                   Named{"thu", 3},    Named{"thur", 3},      Named{"thurs", 3},   Named{"friday", 4},
                                   Named{"fri", 4},    Named{"saturday", 5},  Named{"sat", 5},     Named{"sunday", 6},
                                   Named{"sun", 6}};

constexpr std::array k_zones = {
    Named{"gmt", 0},    Named{"utc", 0},    Named{"z", 0},      Named{"wet", 0},    Named{"bst", 60},
    Named{"west", 60},  Named{"cet", 60},   Named{"wat", 60},   Named{"cest", 120}, Named{"eet", 120},
    Named{"cat", 120},  Named{"sast", 120}, Named{"eest", 180}, Named{"msk", 180},  Named{"trt", 180},
    Named{"eat", 180},  Named{"irst", 210}, Named{"gst", 240},  Named{"irdt", 270}, Named{"aft", 270},
    Named{"pkt", 300},  Named{"uzt", 300},  Named{"tjt", 300},  Named{"ist", 330},  Named{"npt", 345},
    Named{"wib", 420},  Named{"ict", 420},  Named{"hkt", 480},  Named{"sgt", 480},  Named{"pht", 480},
    Named{"awst", 480}, Named{"jst", 540},  Named{"kst", 540},  Named{"acst", 570}, Named{"aest", 600},
    Named{"aedt", 660}, Named{"nzst", 720}, Named{"nzdt", 780}, Named{"brt", -180}, Named{"art", -180},
    Named{"adt", -180}, Named{"ast", -240}, Named{"edt", -240}, Named{"et", -300},  Named{"est", -300},
    Named{"cdt", -300}, Named{"cst", -360}, Named{"mdt", -360}, Named{"mst", -420}, Named{"pdt", -420},
    Named{"pst", -480}};

constexpr std::array k_numbers = {
    Named{"a", 1},         Named{"an", 1},       Named{"one", 1},      Named{"two", 2},        Named{"three", 3},
    Named{"four", 4},      Named{"five", 5},     Named{"six", 6},      Named{"seven", 7},      Named{"eight", 8},
    Named{"nine", 9},      Named{"ten", 10},     Named{"eleven", 11},  Named{"twelve", 12},    Named{"thirteen", 13},
    Named{"fourteen", 14}, Named{"fifteen", 15}, Named{"sixteen", 16}, Named{"seventeen", 17}, Named{"eighteen", 18},
    Named{"nineteen", 19}, Named{"twenty", 20},  Named{"thirty", 30},  Named{"forty", 40},     Named{"fifty", 50},
    Named{"sixty", 60},    Named{"seventy", 70}, Named{"eighty", 80},  Named{"ninety", 90},    Named{"hundred", 100}};

template <std::size_t N>
const int* find(const std::array<Named, N>& table, std::string_view name) {
    for (const Named& row : table)
        if (row.name == name) return &row.value;
    return nullptr;
}

}  // namespace

std::vector<Lexeme> lex(std::string_view text) {
    std::vector<Lexeme> out;
    for (std::size_t i = 0; i < text.size();) {
        if (text[i] == ' ' || text[i] == '\t' || text[i] == '\n' || text[i] == '\r') {
            ++i;
            continue;
        }
        if (is_digit(text[i])) {
            out.push_back(number_at(text, i));
            i = out.back().span.end;
            continue;
        }
        Lexeme word;
        const bool printed = text.substr(i).starts_with(k_punctuation) && i + 2 < text.size();
        const std::size_t end = printed ? i + 3 : std::max(letters(text, i), i + 1);
        word.kind = !printed && is_letter(text[i]) ? Lexeme::Kind::word : Lexeme::Kind::mark;
        word.capital = is_upper(text[i]);
        word.lower = printed ? plain(text.substr(i, 3)) : lowered(text.substr(i, end - i));
        word.span = {static_cast<std::uint32_t>(i), static_cast<std::uint32_t>(end)};
        out.push_back(std::move(word));
        i = end;
    }
    return out;
}

unsigned month_of(std::string_view lower) {
    const int* found = find(k_months, lower);
    return found ? static_cast<unsigned>(*found) : 0;
}

int weekday_of(std::string_view lower) {
    const int* found = find(k_weekdays, lower);
    return found ? *found : -1;
}

std::optional<int> zone_of(std::string_view lower) {
    const int* found = find(k_zones, lower);
    return found ? std::optional(*found) : std::nullopt;
}

int small_number(std::string_view lower) {
    const int* found = find(k_numbers, lower);
    return found ? *found : 0;
}

}  // namespace entente::time
