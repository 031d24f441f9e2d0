// SPDX-License-Identifier: Apache-2.0
#include "extract/time/dateline.hpp"

#include <algorithm>
#include <array>
#include <vector>

#include "extract/time/lexer.hpp"

namespace entente::time {
namespace {

using Kind = Lexeme::Kind;

constexpr std::array<std::string_view, 22> k_labels = {
    "published", "updated",  "posted", "first",       "last",     "modified", "created", "date",
    "on",        "at",       "of",     "the",         "release",  "issued",   "local",   "time",
    "edited",    "uploaded", "added",  "publication", "released", "pub"};

bool is_label(std::string_view lower) { return std::ranges::find(k_labels, lower) != k_labels.end(); }

/// What has been read of a date so far.
struct Parts {
    int year = 0;
    unsigned month = 0;
    unsigned day = 0;
    int clock = -1;  ///< seconds of the day
    int zone = 0;    ///< minutes east
    bool weekday = false;
    bool label = false;
};

/// Reads lexemes one after another; each reader takes what it knows or leaves the position alone.
class Reader {
public:
    explicit Reader(const std::vector<Lexeme>& lexemes) : lexemes_(lexemes) {}

    /// Nothing but dates and labels.
    [[nodiscard]] bool read_all() {
        while (pos_ < lexemes_.size())
            if (!read_clock() && !read_iso() && !read_word() && !read_number() && !read_offset() && !read_mark())
                return false;
        return true;
    }
    [[nodiscard]] const Parts& parts() const { return parts_; }

private:
    [[nodiscard]] const Lexeme* at(std::size_t ahead) const {
        return pos_ + ahead < lexemes_.size() ? &lexemes_[pos_ + ahead] : nullptr;
    }
    [[nodiscard]] bool mark(std::size_t ahead, std::string_view text) const {
        return at(ahead) && at(ahead)->kind == Kind::mark && at(ahead)->is(text);
    }
    [[nodiscard]] int number(std::size_t ahead, std::size_t digits) const {
        const Lexeme* l = at(ahead);
        return l && l->kind == Kind::number && !l->ordinal && l->lower.size() == digits ? l->number : -1;
    }

    /// "pm", "p.m."; 0 for none, 1 for am, 2 for pm. Sets the number of lexemes.
    int half(std::size_t ahead, std::size_t& length) const {
        const Lexeme* l = at(ahead);
        if (!l || l->kind != Kind::word) return 0;
        length = 1;
        if (l->is("am") || l->is("pm")) return l->is("am") ? 1 : 2;
        if (!(l->is("a") || l->is("p")) || !mark(ahead + 1, ".") || !at(ahead + 2) || !at(ahead + 2)->is("m")) return 0;
        length = mark(ahead + 3, ".") ? 4 : 3;
        return l->is("a") ? 1 : 2;
    }

    /// "23:00", "6.40 pm", "7 pm", "1840 GMT", "17:30:05.123".
    bool read_clock() {
        const Lexeme* first = at(0);
        if (!first || first->kind != Kind::number || first->ordinal || parts_.clock >= 0) return false;
        int hour = first->number, minute = 0, second = 0, afternoon = 0;
        std::size_t used = 1, half_length = 0;
        const bool colon = mark(1, ":");
        if ((colon || mark(1, ".") || mark(1, "h")) && number(2, 2) >= 0) {
            minute = number(2, 2);
            used = 3;
            if (colon && mark(3, ":") && number(4, 2) >= 0) {
                second = number(4, 2);
                used = mark(5, ".") && at(6) && at(6)->kind == Kind::number ? 7 : 5;
            }
        }
        afternoon = half(used, half_length);
        if (!colon && afternoon == 0) {
            const bool zoned = at(1) && at(1)->kind == Kind::word && zone_of(at(1)->lower);
            if (first->lower.size() != 4 || !zoned || used != 1) return false;
            minute = hour % 100;
            hour /= 100;
        }
        if (first->lower.size() > 4 || hour > 24 || minute > 59 || second > 60 || (afternoon && hour > 12))
            return false;
        if (afternoon) hour = hour % 12 + (afternoon == 2 ? 12 : 0);
        parts_.clock = hour * 3600 + minute * 60 + second;
        pos_ += used + (afternoon ? half_length : 0);
        return true;
    }

    /// "2021-08-25", with "T" before the clock; "25/08/2021" is read only where the day can't be a month.
    bool read_iso() {
        const int year = number(0, 4);
        const int month = number(2, 2), day = number(4, 2);
        const bool dashed = (mark(1, "-") && mark(3, "-")) || (mark(1, "/") && mark(3, "/"));
        if (year >= 0 && dashed && month > 0 && day > 0) return take(year, month, day, 5);
        const int last = number(4, 4), a = at(0) ? at(0)->number : -1, b = at(2) ? at(2)->number : -1;
        const bool parted =
            (mark(1, "/") && mark(3, "/")) || (mark(1, ".") && mark(3, ".")) || (mark(1, "-") && mark(3, "-"));
        if (last < 0 || !parted || a < 1 || b < 1) return false;
        if (b <= 12 && (a > 12 || mark(1, "."))) return take(last, b, a, 5);
        return b > 12 && a <= 12 && take(last, a, b, 5);
    }

    bool take(int year, int month, int day, std::size_t used) {
        if (parts_.year || parts_.month || parts_.day) return false;
        parts_.year = year;
        parts_.month = static_cast<unsigned>(month);
        parts_.day = static_cast<unsigned>(day);
        pos_ += used;
        if (at(0) && at(0)->is("t")) ++pos_;
        return true;
    }

    bool read_word() {
        const Lexeme* l = at(0);
        if (!l || l->kind != Kind::word) return false;
        if (const unsigned month = month_of(l->lower); month && !parts_.month) {
            parts_.month = month;
        } else if (weekday_of(l->lower) >= 0 && !parts_.weekday) {
            parts_.weekday = true;
        } else if (const auto zone = zone_of(l->lower); zone && parts_.clock >= 0) {
            parts_.zone = *zone;
        } else if (is_label(l->lower)) {
            parts_.label = true;
        } else {
            return false;
        }
        ++pos_;
        return true;
    }

    bool read_number() {
        const Lexeme* l = at(0);
        if (!l || l->kind != Kind::number) return false;
        if (l->number >= 1 && l->number <= 31 && l->lower.size() <= 2 && !parts_.day) {
            parts_.day = static_cast<unsigned>(l->number);
        } else if (l->lower.size() == 4 && l->number >= 1900 && l->number <= 2199 && !parts_.year) {
            parts_.year = l->number;
        } else {
            return false;
        }
        ++pos_;
        return true;
    }

    /// "+0530", "-04:00", "+5:30" after a clock.
    bool read_offset() {
        if (parts_.clock < 0 || !(mark(0, "+") || mark(0, "-")) || !at(1) || at(1)->kind != Kind::number) return false;
        const bool colon = mark(2, ":") && number(3, 2) >= 0;
        const std::size_t digits = at(1)->lower.size();
        if (!colon && digits != 4 && digits != 2) return false;
        if (colon && digits > 2) return false;
        const int minutes = colon         ? at(1)->number * 60 + number(3, 2)
                            : digits == 4 ? at(1)->number / 100 * 60 + at(1)->number % 100
                                          : at(1)->number * 60;
        if (minutes > 14 * 60) return false;
        parts_.zone = mark(0, "-") ? -minutes : minutes;
        pos_ += colon ? 4 : 2;
        return true;
    }

    bool read_mark() {
        const Lexeme* l = at(0);
        if (!l || l->kind != Kind::mark || std::string_view(",.:-()[]|/").find(l->lower) == std::string_view::npos)
            return false;
        ++pos_;
        return true;
    }

    const std::vector<Lexeme>& lexemes_;
    std::size_t pos_ = 0;
    Parts parts_;
};

std::optional<Timestamp> to_timestamp(const Parts& p) {
    const auto date = p.year && p.month && p.day ? Date::of(p.year, p.month, p.day) : std::nullopt;
    if (!date) return std::nullopt;
    const std::int32_t east = p.clock >= 0 ? p.zone * 60 : 0;
    return Timestamp{std::int64_t{date->days} * 86400 + std::max(p.clock, 0) - east, east};
}

std::string_view trim(std::string_view text) {
    constexpr std::string_view blank = " \t\r\n";
    const std::size_t begin = text.find_first_not_of(blank);
    return begin == std::string_view::npos ? "" : text.substr(begin, text.find_last_not_of(blank) - begin + 1);
}

/// GDELT's "20210825173000" and "20210825".
std::optional<Timestamp> parse_digits(std::string_view text) {
    if (text.size() != 14 || text.find_first_not_of("0123456789") != std::string_view::npos) return std::nullopt;
    return parse_timestamp(std::string(text.substr(0, 8)) + "T" + std::string(text.substr(8)));
}

constexpr std::size_t k_longest = 160;  ///< bytes of a line that could be a date line

/// The parts between "|" and bullets.
std::vector<std::string_view> pieces(std::string_view line) {
    std::vector<std::string_view> out;
    while (!line.empty()) {
        std::size_t end = line.find('|'), width = 1;
        for (const std::string_view bullet : {"\u2022", "\u00b7"})
            if (const std::size_t at = line.find(bullet); at < end) end = at, width = bullet.size();
        out.push_back(line.substr(0, end));
        line.remove_prefix(end == std::string_view::npos ? line.size() : end + width);
    }
    return out;
}

/// "KABUL, Aug 25, 2021 (Agency) - …": the part between the town and the bracket or dash.
std::string_view dateline_date(std::string_view line) {
    const std::size_t comma = line.find(',');
    if (comma == std::string_view::npos || comma < 3 || comma > 40) return {};
    for (const char c : line.substr(0, comma))
        if (c >= 'a' && c <= 'z') return {};
    const std::string_view after = line.substr(comma + 1);
    return after.substr(0, std::min({after.find('('), after.find(" - "), after.find(" \u2014 "), after.find(" \u2013 "),
                                     after.find("--"), after.find(':')}));
}

/// "PARIS (Agency) - Wednesday, September 22nd, 2021": the part behind the dash, where the line says no more.
std::string_view behind_dash(std::string_view line) {
    for (const std::string_view dash : {" - ", " \u2014 ", " \u2013 "})
        if (const std::size_t at = line.find(dash); at != std::string_view::npos) return line.substr(at + dash.size());
    return {};
}

std::optional<Timestamp> date_in(std::string_view line) {
    if (line.size() <= k_longest) {
        for (const std::string_view piece : pieces(line))
            if (const auto found = parse_when(piece)) return found;
        if (const auto found = parse_when(behind_dash(line))) return found;
    }
    const std::string_view dateline = dateline_date(line);
    return dateline.size() < line.size() && dateline.size() <= k_longest ? parse_when(dateline) : std::nullopt;
}

/// The first ten and the last three lines that are not blank.
std::vector<std::string_view> outer_lines(std::string_view article) {
    constexpr std::size_t first = 10, last = 3;
    std::vector<std::string_view> out;
    std::size_t pos = 0;
    while (pos < article.size() && out.size() < first) {
        const std::size_t end = std::min(article.find('\n', pos), article.size());
        if (const auto line = trim(article.substr(pos, end - pos)); !line.empty()) out.push_back(line);
        pos = end + 1;
    }
    for (std::size_t end = article.size(), n = 0; end > pos && n < last;) {
        const std::size_t newline = article.rfind('\n', end - 1);
        const std::size_t begin = newline == std::string_view::npos || newline < pos ? pos : newline + 1;
        if (const auto line = trim(article.substr(begin, end - begin)); !line.empty()) out.push_back(line), ++n;
        if (begin <= pos) break;
        end = begin - 1;
    }
    return out;
}

}  // namespace

std::optional<Timestamp> parse_when(std::string_view text) {
    text = trim(text);
    if (text.size() > k_longest) return std::nullopt;
    if (const auto iso = parse_timestamp(text)) return iso;
    if (const auto digits = parse_digits(text)) return digits;
    const auto lexemes = lex(text);
    Reader reader(lexemes);
    return reader.read_all() ? to_timestamp(reader.parts()) : std::nullopt;
}

bool is_date_line(std::string_view line) {
    line = trim(line);
    if (line.size() > k_longest) return false;
    const auto lexemes = lex(line);
    Reader reader(lexemes);
    if (!reader.read_all()) return parse_when(line) && line.find(':') != std::string_view::npos;
    const Parts& p = reader.parts();
    const bool day = p.month && p.day, clock = p.clock >= 0;
    return p.label ? day || clock : day && clock;
}

std::optional<Timestamp> find_publication(std::string_view article) {
    std::optional<Timestamp> other;
    for (const std::string_view line : outer_lines(article)) {
        const auto found = date_in(line);
        if (!found) continue;
        const auto lexemes = lex(line);
        const bool updated =
            std::ranges::any_of(lexemes, [](const Lexeme& l) { return l.is("updated") || l.is("modified"); });
        if (!updated) return found;
        if (!other) other = found;
    }
    return other;
}

}  // namespace entente::time
