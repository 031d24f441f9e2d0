// SPDX-License-Identifier: Apache-2.0
#include "extract/time/atoms.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace entente::time {
namespace {

using Kind = Lexeme::Kind;

struct NamedDay {
    std::string_view name;  ///< words with one blank between
    unsigned month;
    int day;
    bool from_easter = false;  ///< `day` counts from Easter Sunday
};
constexpr std::array k_feasts = {NamedDay{"christmas day", 12, 25},       NamedDay{"christmas eve", 12, 24},
                                 NamedDay{"boxing day", 12, 26},          NamedDay{"new year ' s eve", 12, 31},
                                 NamedDay{"new year ' s day", 1, 1},      NamedDay{"may day", 5, 1},
                                 NamedDay{"easter sunday", 0, 0, true},   NamedDay{"easter monday", 0, 1, true},
                                 NamedDay{"good friday", 0, -2, true},    NamedDay{"valentine ' s day", 2, 14}};

constexpr std::array<std::string_view, 8> k_decades = {"twenties", "thirties",  "forties",  "fifties",
                                                       "sixties",  "seventies", "eighties", "nineties"};

int season_of(const Lexeme* l) {
    return any_of(l, "spring") ? 0 : any_of(l, "summer") ? 1 : any_of(l, "autumn", "fall") ? 2 : any_of(l, "winter") ? 3 : -1;
}

int ordinal_of(const Lexeme* l) {
    if (l && l->ordinal) return l->number;
    return any_of(l, "first") ? 1 : any_of(l, "second") ? 2 : any_of(l, "third") ? 3 : any_of(l, "fourth", "last") ? 4 : 0;
}

/// One try after another at every lexeme; the first that fits wins and is passed over.
class Finder {
public:
    Finder(const Scan& scan, std::optional<Date> published, bool future)
        : scan_(scan), published_(published), always_future_(future) {}

    std::vector<Atom> run() {
        using Try = bool (Finder::*)();
        constexpr std::array<Try, 22> tries = {
            &Finder::iso,       &Finder::numeric,  &Finder::day_month,    &Finder::month_day, &Finder::feast,
            &Finder::month,     &Finder::named_day, &Finder::weekday_name, &Finder::relative,  &Finder::before_last,
            &Finder::ago,       &Finder::span_of,  &Finder::part_of_day,  &Finder::weekend,   &Finder::of_the_unit,
            &Finder::season,    &Finder::quarter,  &Finder::century,      &Finder::decade,    &Finder::day_alone,
            &Finder::year_span, &Finder::year};
        while (pos_ < scan_.size())
            if (std::ranges::none_of(tries, [this](Try attempt) { return (this->*attempt)(); })) ++pos_;
        return std::move(found_);
    }

private:
    [[nodiscard]] const Lexeme* at(std::ptrdiff_t ahead) const { return scan_.at(pos_ + ahead); }
    [[nodiscard]] int day_at(std::ptrdiff_t ahead) const { return scan_.day_at(pos_ + ahead); }
    [[nodiscard]] int year_at(std::ptrdiff_t ahead) const { return scan_.year_at(pos_ + ahead); }
    [[nodiscard]] unsigned month_at(std::ptrdiff_t ahead) const { return scan_.month_at(pos_ + ahead); }
    [[nodiscard]] int count_at(std::ptrdiff_t ahead) const { return scan_.count_at(pos_ + ahead); }
    [[nodiscard]] std::optional<Precision> unit_at(std::ptrdiff_t ahead) const { return scan_.unit_at(pos_ + ahead); }
    [[nodiscard]] bool future() const { return always_future_ || scan_.is_future(pos_); }
    [[nodiscard]] Range day(int days) const { return day_range(moved(*published_, Precision::day, days)); }

    /// Records lexemes [from, length) relative to the position and goes behind them.
    bool take(std::ptrdiff_t length, Range range, bool future = false, std::ptrdiff_t from = 0) {
        Atom atom;
        atom.range = range;
        atom.future = future;
        return take(length, atom, from);
    }
    bool take(std::ptrdiff_t length, Atom atom, std::ptrdiff_t from = 0) {
        if (atom.range.end <= atom.range.begin) return false;
        atom.first = pos_ + from;
        atom.last = pos_ + length;
        found_.push_back(atom);
        pos_ += length;
        return true;
    }

    /// The year that a day or a month without one belongs to.
    [[nodiscard]] std::optional<int> year_for(unsigned month, int day_of_month) const {
        if (!published_) return std::nullopt;
        constexpr int leap_cycle = 8;  // 29 February may be that far away
        const bool ahead = future();
        for (int step = 0; step <= leap_cycle; ++step) {
            const int year = year_of(*published_) + (ahead ? step : -step);
            const auto date = Date::of(year, month, day_of_month ? static_cast<unsigned>(day_of_month) : 1);
            if (!date) continue;
            const Range range = day_of_month ? day_range(*date) : month_range(year, month);
            if (ahead ? range.end > *published_ : range.begin <= *published_) return year;
        }
        return std::nullopt;
    }

    /// The nearest year in which the date falls on the weekday before it: "Monday, 30 August".
    [[nodiscard]] std::optional<int> year_by_weekday(unsigned month, int day_of_month) const {
        const Lexeme* before = any_of(at(-1), ",", "(") ? at(-2) : at(-1);
        const int wanted = before && before->capital ? weekday_of(before->lower) : -1;
        if (wanted < 0 || !published_) return std::nullopt;
        for (const int step : {0, 1, -1}) {
            const auto date = Date::of(year_of(*published_) + step, month, static_cast<unsigned>(day_of_month));
            if (date && weekday(*date) == wanted) return year_of(*published_) + step;
        }
        return std::nullopt;
    }

    /// Days first to last of a month, `length` lexemes; the year from the text, the weekday, or publication.
    bool take_days(int year, unsigned month, int first, int last, std::ptrdiff_t length) {
        Atom atom;
        atom.own_year = year != 0;
        atom.month = month;
        atom.day = first;
        atom.days = last - first + 1;
        if (!year) year = year_by_weekday(month, first).value_or(year_for(month, first).value_or(0));
        const auto range = year ? in_year(atom, year) : std::nullopt;
        if (!range || last < first) return false;
        atom.range = *range;
        return take(length, atom);
    }

    /// ", 2021" or "2021" after the position; the lexemes that it takes.
    [[nodiscard]] std::pair<int, std::ptrdiff_t> year_after(std::ptrdiff_t ahead) const {
        if (const int year = year_at(ahead)) return {year, 1};
        if (any_of(at(ahead), ",") && year_at(ahead + 1)) return {year_at(ahead + 1), 2};
        return {0, 0};
    }

    bool iso() {
        const Lexeme *m = at(2), *d = at(4);
        if (!year_at(0) || !any_of(at(1), "-") || !m || !any_of(at(3), "-") || !day_at(4) || m->lower.size() != 2)
            return false;
        return m->number >= 1 && d->lower.size() == 2 &&
               take_days(year_at(0), static_cast<unsigned>(m->number), d->number, d->number, 5);
    }

    /// "15/08/2021"; "08/15/2021". Where both could be the month, nobody knows.
    bool numeric() {
        if (!any_of(at(1), "/", ".") || !at(3) || !at(3)->is(at(1)->lower) || !year_at(4)) return false;
        const int a = day_at(0), b = day_at(2);
        if (!a || !b || (a <= 12 && b <= 12 && a != b) || (a > 12 && b > 12)) return false;
        return take_days(year_at(4), static_cast<unsigned>(a > 12 ? b : a), a > 12 ? a : b, a > 12 ? a : b, 5);
    }

    /// "15 August 2021", "the 15th of August", "15-18 August"; the first of "3 and 5 May".
    bool day_month() {
        const int first = day_at(0);
        if (!first) return false;
        int last = first;
        std::ptrdiff_t n = 1;
        if (any_of(at(1), "-", "/", "to") && day_at(2) && month_at(3)) {
            last = day_at(2);
            n = 3;
        } else if (any_of(at(1), "and") && day_at(2) && month_at(3)) {
            return take_days(year_after(4).first, month_at(3), first, first, 1);
        }
        if (any_of(at(n), "of") && at(n - 1)->ordinal) ++n;
        const unsigned month = month_at(n);
        if (!month) return false;
        const std::ptrdiff_t dot = any_of(at(n + 1), ".") && year_at(n + 2) ? 1 : 0;
        const auto [year, used] = year_after(n + 1 + dot);
        return take_days(year, month, first, last, n + 1 + (used ? dot + used : 0));
    }

    /// "August 15, 2021", "Aug. 15", "August 15-18".
    bool month_day() {
        const unsigned month = month_at(0);
        if (!month) return false;
        std::ptrdiff_t n = any_of(at(1), ".") ? 2 : 1;
        const int first = day_at(n);
        if (!first || any_of(at(n + 1), ":", "%")) return false;
        int last = first;
        ++n;
        if (any_of(at(n), "-", "to", "and") && day_at(n + 1) > first && !month_at(n + 2)) {
            last = day_at(n + 1);
            n += 2;
        }
        const auto [year, used] = year_after(n);
        return take_days(year, month, first, last, n + used);
    }

    /// "on the 20th" of the month of publication or the one before.
    bool day_alone() {
        const Lexeme* l = at(0);
        const bool ends = !at(1) || at(1)->kind == Kind::mark ||
                          any_of(at(1), "the", "a", "he", "she", "it", "they", "of", "in", "at", "and", "when", "after");
        if (!published_ || !l->ordinal || !day_at(0) || !any_of(at(-1), "the") || !any_of(at(-2), "on") || !ends)
            return false;
        const bool ahead = future();
        for (const int months : {0, ahead ? 1 : -1}) {
            const Date in = shifted(*published_, Precision::month, months).begin;
            const auto date = Date::of(year_of(in), static_cast<unsigned>(in.ymd().month()), static_cast<unsigned>(l->number));
            if (date && (ahead ? *date >= *published_ : *date <= *published_)) return take(1, day_range(*date));
        }
        return false;
    }

    /// "August 2021", "in August", "last May". A month's name alone needs a word before it that makes it one.
    bool month() {
        const unsigned m = month_at(0);
        if (!m || day_at(-1)) return false;  // "31 February"
        const std::ptrdiff_t dot = any_of(at(1), ".") ? 1 : 0;
        const Lexeme* before = at(-1);
        const auto [year, used] = year_after(1 + (year_at(2) ? dot : 0));
        Atom atom;
        atom.month = m;
        if (year) {
            atom.own_year = true;
            atom.range = month_range(year, m);
            return take(1 + (year_at(2) ? dot : 0) + used, atom);
        }
        const bool introduced =
            any_of(before, "in", "since", "last", "next", "this", "early", "late", "mid", "by", "until", "till", "of",
                   "from", "before", "after", "during", "through", "for", "-", "between", "to") ||
            (any_of(before, "the") && m != 3 && m != 5);
        const bool listed = !found_.empty() && found_.back().month && !found_.back().day &&
                            any_of(before, "and", "or", ",") && found_.back().last == pos_ - 1;
        if (!published_ || (!introduced && !listed)) return false;
        return take_month(atom, before);
    }

    bool take_month(Atom atom, const Lexeme* before) {
        const int now = year_of(*published_);
        const Range here = month_range(now, atom.month);
        const bool holds = here.begin <= *published_ && *published_ < here.end;
        const bool next = any_of(before, "next"), last = any_of(before, "last");
        const auto year = next   ? std::optional(here.begin > *published_ ? now : now + 1)
                          : last ? std::optional(!holds && here.begin < *published_ ? now : now - 1)
                                 : year_for(atom.month, 0);
        if (!year) return false;
        atom.range = month_range(*year, atom.month);
        atom.future = next;
        return take(1, atom, next || last ? -1 : 0);
    }

    /// "Christmas Eve", "New Year's Eve 2016".
    bool feast() {
        for (const NamedDay& f : k_feasts) {
            std::ptrdiff_t n = 0;
            bool same = at(0)->capital;
            for (std::size_t begin = 0; begin < f.name.size() && same; ++n) {
                const std::size_t end = std::min(f.name.find(' ', begin), f.name.size());
                same = at(n) && at(n)->is(f.name.substr(begin, end - begin));
                begin = end + 1;
            }
            if (!same) continue;
            const auto [year, used] = year_after(n);
            if (!f.from_easter) return take_days(year, f.month, f.day, f.day, n + used);
            return take_easter(year, f.day, n + used);
        }
        return false;
    }

    bool take_easter(int year, int days, std::ptrdiff_t length) {
        if (!year && !published_) return false;
        const bool ahead = !year && future();
        for (const int step : {0, ahead ? 1 : -1}) {
            const auto sunday = easter(year ? year : year_of(*published_) + step);
            if (!sunday) return false;
            const Date date = moved(*sunday, Precision::day, days);
            if (year || (ahead ? date >= *published_ : date <= *published_)) return take(length, day_range(date));
        }
        return false;
    }

    bool named_day() {
        if (!published_) return false;
        const bool the_day = pos_ >= 3 && any_of(at(-2), "day") && any_of(at(-3), "the");
        if (any_of(at(0), "today", "tonight")) return take(1, day(0));
        if (any_of(at(0), "overnight")) return take(1, day_range(moved(*published_, Precision::day, -1), 2));
        if (any_of(at(0), "yesterday"))
            return the_day && any_of(at(-1), "before") ? take(1, day(-2), false, -3) : take(1, day(-1));
        if (!any_of(at(0), "tomorrow")) return false;
        return the_day && any_of(at(-1), "after") ? take(1, day(2), true, -3) : take(1, day(1), true);
    }

    /// "this morning", "last night".
    bool part_of_day() {
        if (!published_ || !any_of(at(1), "morning", "afternoon", "evening", "night")) return false;
        if (any_of(at(0), "this")) return take(2, day(0));
        return any_of(at(0), "last") && take(2, day(-1));
    }

    /// "Monday", "last Monday", "next Tuesday", "on Tues."; with the date behind it ("Monday, 23 August") the date counts.
    bool weekday_name() {
        const Lexeme* l = at(0);
        const int wanted = l->kind == Kind::word && l->capital ? weekday_of(l->lower) : -1;
        if (wanted < 0 || !published_) return false;
        const Lexeme* before = at(-1);
        const std::ptrdiff_t dot = !l->lower.ends_with("day") && any_of(at(1), ".") ? 1 : 0;
        if (!l->lower.ends_with("day") && !any_of(before, "on", "last", "next", "since", "until", "this")) return false;
        const std::ptrdiff_t comma = any_of(at(1 + dot), ",", "(") ? 1 : 0, n = 1 + dot + comma;
        if ((day_at(n) && month_at(n + 1)) || (month_at(n) && (day_at(n + 1) || (any_of(at(n + 1), ".") && day_at(n + 2)))))
            return false;
        const int back = ((weekday(*published_) - wanted) % 7 + 7) % 7;  // days since the last one, 0 is today
        const int ahead = (7 - back) % 7;
        const std::ptrdiff_t length = 1 + dot;
        if (any_of(before, "next", "coming")) return take(length, day(ahead ? ahead : 7), true, -1);
        if (any_of(before, "last", "past", "previous")) return take(length, day(back ? -back : -7), false, -1);
        if (any_of(before, "this")) return take(length, day(wanted - weekday(*published_)), false, -1);
        return take(length, day(future() ? ahead : -back));
    }

    /// "last week", "next month", "this year", "earlier this week"; "the past year" ends today.
    bool relative() {
        const Lexeme* l = at(0);
        const bool back = any_of(l, "last"), here = any_of(l, "this", "current"), rolling = any_of(l, "past");
        const bool ahead = any_of(l, "next", "coming", "upcoming");
        if (!published_ || !(back || here || ahead || rolling) || !at(1)) return false;
        const bool later = here && any_of(at(-1), "later"), earlier = here && any_of(at(-1), "earlier");
        const int units = back ? -1 : ahead ? 1 : 0;
        const std::ptrdiff_t from = later || earlier ? -1 : 0;
        if (at(1)->is("weekend")) {
            const Date monday = shifted(*published_, Precision::week, rolling ? -1 : units).begin;
            return take(2, day_range(moved(monday, Precision::day, 5), 2), ahead || later, from);
        }
        if (const int s = season_of(at(1)); s >= 0) return take_season(s, back, ahead);
        const auto unit = unit_at(1);
        if (!unit || at(1)->lower.ends_with('s') || *unit == Precision::day) return false;
        if (ahead && any_of(at(-1), "the") && any_of(l, "next") && !found_.empty()) return false;  // of the story
        if (rolling) return take(2, {moved(*published_, *unit, -1), day(0).end, *unit});
        Atom atom;
        atom.range = shifted(*published_, *unit, units);
        atom.future = ahead || later;
        atom.counts_years = *unit == Precision::year;
        if (earlier && atom.counts_years) atom.range.end = day(0).end;
        if (later && atom.counts_years) atom.range.begin = *published_;
        return take(2, atom, from);
    }

    /// "last summer" is over, "next spring" has not begun, "this spring" is of this year.
    bool take_season(int season, bool back, bool ahead) {
        for (int step = 1; step >= -2; --step) {
            const Range range = season_range(year_of(*published_) + step, season);
            if (back && range.end <= *published_) return take(2, range);
            if (ahead && range.begin > *published_ && season_range(year_of(*published_) + step - 1, season).begin <= *published_)
                return take(2, range, true);
            if (!back && !ahead && step == 0) return take(2, range);
        }
        return false;
    }

    /// "the year before last".
    bool before_last() {
        const auto unit = unit_at(0);
        return published_ && unit && any_of(at(1), "before") && any_of(at(2), "last") && !unit_at(3) &&
               take(3, shifted(*published_, *unit, -2));
    }

    /// "three days ago", "a fortnight ago", "48 hours ago"; "in three days", "within three days" of the future.
    bool ago() {
        int count = count_at(0);
        auto unit = unit_at(1);
        if (any_of(at(1), "fortnight")) {
            unit = Precision::week;
            count *= 2;
        }
        const bool hours = any_of(at(1), "hour", "hours"), minutes = any_of(at(1), "minute", "minutes");
        if (hours || minutes) {
            unit = Precision::day;
            if (any_of(at(2), "ago") && published_ && count) return take(3, day(hours ? -(count / 24) : 0));
        }
        if (!count || !unit || !published_ || minutes) return false;
        if (any_of(at(2), "ago"))
            return take(3, *unit == Precision::day ? day(-count) : shifted(*published_, *unit, -count));
        if (hours || !future()) return false;
        if (any_of(at(-1), "within"))
            return take(2, {day(1).begin, moved(day(1).begin, *unit, count), *unit}, true);
        return any_of(at(-1), "in") && take(2, shifted(*published_, *unit, count), true);
    }

    /// "the past two weeks", "the next three days".
    bool span_of() {
        const bool back = any_of(at(0), "last", "past"), ahead = any_of(at(0), "next", "coming");
        const int count = count_at(1);
        const auto unit = unit_at(2);
        if (!published_ || !(back || ahead) || !count || !unit) return false;
        const Date other = moved(*published_, *unit, back ? -count : count);
        const Date next = day(1).begin;
        return take(3, back ? Range{other, next, *unit} : Range{next, moved(other, Precision::day, 1), *unit}, ahead);
    }

    /// "at the weekend": the last one, or the next.
    bool weekend() {
        if (!published_ || !any_of(at(0), "weekend") || !any_of(at(-1), "the") || !any_of(at(-2), "at", "over", "on", "during"))
            return false;
        const Date saturday = moved(shifted(*published_, Precision::week, 0).begin, Precision::day, 5);
        const bool begun = saturday <= *published_;
        return take(1, day_range(moved(saturday, Precision::day, future() || begun ? 0 : -7), 2));
    }

    /// "the end of the month": the unit that holds the day of publication.
    bool of_the_unit() {
        const auto unit = unit_at(0);
        const bool part = any_of(at(-3), "end", "beginning", "start", "middle", "half");
        return published_ && unit && part && any_of(at(-2), "of") && any_of(at(-1), "the") &&
               take(1, shifted(*published_, *unit, 0));
    }

    /// "the spring of 2020", "spring 2020".
    bool season() {
        const int s = season_of(at(0));
        const std::ptrdiff_t n = any_of(at(1), "of", ",") ? 2 : 1;
        return s >= 0 && year_at(n) && take(n + 1, season_range(year_at(n), s));
    }

    /// "the first quarter of 2021", "Q4 2020", "the second quarter" of the year of publication.
    bool quarter() {
        const bool sign = any_of(at(0), "q") && day_at(1) && at(1)->span.begin == at(0)->span.end;
        const int k = sign ? day_at(1) : ordinal_of(at(0));
        const std::ptrdiff_t length = sign || any_of(at(1), "quarter") ? 2 : 0;
        if (!length || k < 1 || k > 4) return false;
        const std::ptrdiff_t n = any_of(at(length), "of", ",") ? length + 1 : length;
        if (year_at(n)) return take(n + 1, quarter_range(year_at(n), k - 1));
        if (!published_ || any_of(at(0), "last") || (!sign && !any_of(at(-1), "the"))) return false;
        const int now = year_of(*published_);
        const bool begun = quarter_range(now, k - 1).begin <= *published_;
        return take(length, quarter_range(begun || future() ? now : now - 1, k - 1));
    }

    /// "the 19th century".
    bool century() {
        const Lexeme* l = at(0);
        if (!l->ordinal || l->number < 1 || l->number > 21 || !any_of(at(1), "century")) return false;
        const auto first = Date::of(l->number * 100 - 99, 1, 1);
        return first && take(2, shifted(*first, Precision::century, 0));
    }

    /// "the 1990s", "the nineties".
    bool decade() {
        const int y = year_at(0);
        const bool plural = y && y % 10 == 0 && any_of(at(1), "s") && at(1)->span.begin == at(0)->span.end;
        if (plural) return take(2, {year_range(y).begin, year_range(y + 9).end, Precision::decade});
        const auto named = std::ranges::find(k_decades, at(0)->lower);
        if (named == k_decades.end() || !any_of(at(-1), "the", "early", "late", "mid", "-")) return false;
        const int first = 1920 + 10 * static_cast<int>(named - k_decades.begin());
        return take(1, {year_range(first).begin, year_range(first + 9).end, Precision::decade});
    }

    /// "1979-1989", "1979-89".
    bool year_span() {
        const int y = year_at(0);
        if (!y || !any_of(at(1), "-") || at(1)->span.begin != at(0)->span.end || !at(2)) return false;
        const bool two = at(2)->kind == Kind::number && at(2)->lower.size() == 2;
        const int last = two ? y / 100 * 100 + at(2)->number : year_at(2);
        return last > y && !any_of(at(3), "-") && take(3, from_to(year_range(y), year_range(last)));
    }

    /// "in 2014", "since 2014", "the 2014 invasion", "early 2014", "in 2014 and 2015".
    bool year() {
        const int y = year_at(0);
        if (!y) return false;
        const bool listed = !found_.empty() && found_.back().range.precision == Precision::year &&
                            any_of(at(-1), "and", "or", "to", "-") && found_.back().last == pos_ - 1;
        const bool introduced =
            any_of(at(-1), "in", "since", "of", "by", "from", "until", "till", "during", "early", "late", "mid",
                   "before", "after", "between", "the", "through", "year", "around", "back");
        const bool measured =
            any_of(at(1), "people", "percent", "soldiers", "troops", "km", "miles", "dollars", "men", "%");
        const bool joined = any_of(at(-1), "-") && any_of(at(-2), "mid", "early", "late");
        return (listed || introduced || joined) && !measured && take(1, year_range(y));
    }

    const Scan& scan_;
    std::optional<Date> published_;
    bool always_future_;
    std::ptrdiff_t pos_ = 0;
    std::vector<Atom> found_;
};

}  // namespace

std::vector<Atom> find_atoms(const Scan& scan, std::optional<Date> published, bool future) {
    return Finder(scan, published, future).run();
}

std::optional<Range> in_year(const Atom& atom, int year) {
    if (!atom.day) return month_range(year, atom.month);
    const auto first = Date::of(year, atom.month, static_cast<unsigned>(atom.day));
    return first ? std::optional(day_range(*first, atom.days)) : std::nullopt;
}

}  // namespace entente::time
