// SPDX-License-Identifier: Apache-2.0
#include "extract/time/time.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "extract/time/calendar.hpp"
#include "extract/time/lexer.hpp"

namespace entente::time {
namespace {

using Kind = Lexeme::Kind;

template <class... Words>
bool any_of(const Lexeme* lexeme, Words... words) {
    return lexeme && (lexeme->is(words) || ...);
}

/// One try after another at every lexeme; the first that fits wins and is passed over.
class Finder {
public:
    Finder(std::string_view sentence, std::optional<Date> published, bool future)
        : lexemes_(lex(sentence)), published_(published), future_(future) {}

    std::vector<TimeExpression> run() {
        using Try = bool (Finder::*)();
        constexpr std::array<Try, 11> tries = {&Finder::iso,      &Finder::day_month, &Finder::month_day,
                                               &Finder::month,    &Finder::named_day, &Finder::weekday_name,
                                               &Finder::relative, &Finder::ago,       &Finder::span_of,
                                               &Finder::decade,   &Finder::year};
        while (pos_ < lexemes_.size())
            if (std::ranges::none_of(tries, [this](Try attempt) { return (this->*attempt)(); })) ++pos_;
        return std::move(found_);
    }

private:
    [[nodiscard]] const Lexeme* at(std::ptrdiff_t ahead) const {
        const auto i = static_cast<std::ptrdiff_t>(pos_) + ahead;
        return i >= 0 && i < std::ssize(lexemes_) ? &lexemes_[static_cast<std::size_t>(i)] : nullptr;
    }
    [[nodiscard]] int day_at(std::ptrdiff_t ahead) const {
        const Lexeme* l = at(ahead);
        return l && l->kind == Kind::number && l->lower.size() <= 2 && l->number >= 1 && l->number <= 31 ? l->number
                                                                                                         : 0;
    }
    [[nodiscard]] int year_at(std::ptrdiff_t ahead) const {
        const Lexeme* l = at(ahead);
        const bool four = l && l->kind == Kind::number && !l->ordinal && l->lower.size() == 4;
        return four && l->number >= 1900 && l->number <= 2100 ? l->number : 0;
    }
    /// A month's name, written with a capital.
    [[nodiscard]] unsigned month_at(std::ptrdiff_t ahead) const {
        const Lexeme* l = at(ahead);
        return l && l->kind == Kind::word && l->capital ? month_of(l->lower) : 0;
    }
    [[nodiscard]] std::optional<Precision> unit_at(std::ptrdiff_t ahead) const {
        const Lexeme* l = at(ahead);
        if (any_of(l, "day", "days")) return Precision::day;
        if (any_of(l, "week", "weeks")) return Precision::week;
        if (any_of(l, "month", "months")) return Precision::month;
        if (any_of(l, "year", "years")) return Precision::year;
        return std::nullopt;
    }
    [[nodiscard]] int count_at(std::ptrdiff_t ahead) const {
        const Lexeme* l = at(ahead);
        if (!l || l->kind == Kind::mark) return 0;
        return l->kind == Kind::word ? small_number(l->lower) : l->number > 0 && l->number < 1000 ? l->number : 0;
    }

    /// Records lexemes [from, from + length) relative to the position and goes behind them.
    bool take(std::ptrdiff_t length, Range range, bool future = false, std::ptrdiff_t from = 0) {
        if (range.end <= range.begin) return false;
        found_.push_back(
            {{at(from)->span.begin, at(length - 1)->span.end}, range.begin, range.end, range.precision, future});
        pos_ += static_cast<std::size_t>(length);
        return true;
    }

    /// The year that a day or a month without one belongs to.
    [[nodiscard]] std::optional<int> year_for(unsigned month, unsigned day) const {
        if (!published_) return std::nullopt;
        constexpr int leap_cycle = 8;  // 29 February may be that far away
        for (int step = 0; step <= leap_cycle; ++step) {
            const int year = year_of(*published_) + (future_ ? step : -step);
            const auto date = Date::of(year, month, day ? day : 1);
            if (!date) continue;
            const Range range = day ? day_range(*date) : month_range(year, month);
            if (future_ ? range.end > *published_ : range.begin <= *published_) return year;
        }
        return std::nullopt;
    }

    /// Days first to last of a month, `length` lexemes; the year from the text or from publication.
    bool take_days(int year, unsigned month, int first, int last, std::ptrdiff_t length) {
        if (!year) {
            const auto guess = year_for(month, static_cast<unsigned>(first));
            if (!guess) return false;
            year = *guess;
        }
        const auto begin = Date::of(year, month, static_cast<unsigned>(first));
        return begin && last >= first && take(length, day_range(*begin, last - first + 1));
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

    /// "15 August 2021", "the 15th of August", "15-18 August".
    bool day_month() {
        const int first = day_at(0);
        if (!first) return false;
        int last = first;
        std::ptrdiff_t n = 1;
        if (at(1) && (at(1)->kind == Kind::mark || at(1)->is("to") || at(1)->is("and")) && day_at(2) && month_at(3)) {
            if (!any_of(at(1), "-", "\xe2", "to", "and", "/")) return false;
            last = day_at(2);
            n = 3;
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
        if (!first || (any_of(at(n + 1), ":", "%"))) return false;
        int last = first;
        ++n;
        if (any_of(at(n), "-", "to", "and") && day_at(n + 1) > first && !month_at(n + 2)) {
            last = day_at(n + 1);
            n += 2;
        }
        const auto [year, used] = year_after(n);
        return take_days(year, month, first, last, n + used);
    }

    /// "August 2021", "in August", "last May". "May" and "March" alone need a word before them that makes them months.
    bool month() {
        const unsigned m = month_at(0);
        if (!m) return false;
        const std::ptrdiff_t dot = any_of(at(1), ".") ? 1 : 0;
        const Lexeme* before = at(-1);
        const auto [year, used] = year_after(1 + (year_at(2) ? dot : 0));
        if (year) return take(1 + (year_at(2) ? dot : 0) + used, month_range(year, m));
        const bool short_name = at(0)->lower.size() <= 4 && m != 6 && m != 7;
        const bool introduced =
            any_of(before, "in", "since", "last", "next", "this", "early", "late", "mid", "by", "until", "till", "of",
                   "from", "before", "after", "during", "through", "for", "-");
        if (!published_ || ((short_name || m == 3) && !introduced)) return false;
        return take_month(m, before);
    }

    bool take_month(unsigned m, const Lexeme* before) {
        const int now = year_of(*published_);
        const Range here = month_range(now, m);
        const bool holds = here.begin <= *published_ && *published_ < here.end;
        if (any_of(before, "next")) return take(1, month_range(here.begin > *published_ ? now : now + 1, m), true, -1);
        if (any_of(before, "last"))
            return take(1, month_range(!holds && here.begin < *published_ ? now : now - 1, m), false, -1);
        const auto year = year_for(m, 0);
        return year && take(1, month_range(*year, m));
    }

    bool named_day() {
        if (!published_) return false;
        if (any_of(at(0), "today", "tonight")) return take(1, day_range(*published_));
        if (any_of(at(0), "yesterday")) {
            const bool before = pos_ >= 3 && any_of(at(-1), "before") && any_of(at(-2), "day") && any_of(at(-3), "the");
            return before ? take(1, day_range(moved(*published_, Precision::day, -2)), false, -3)
                          : take(1, day_range(moved(*published_, Precision::day, -1)));
        }
        return any_of(at(0), "tomorrow") && take(1, day_range(moved(*published_, Precision::day, 1)), true);
    }

    /// "Monday", "last Monday", "next Tuesday"; with the date behind it ("Monday, 23 August") the date alone counts.
    bool weekday_name() {
        const Lexeme* l = at(0);
        const int wanted = l->kind == Kind::word && l->capital ? weekday_of(l->lower) : -1;
        const bool full = l->lower.ends_with("day");
        if (wanted < 0 || !published_ || !full) return false;
        const std::ptrdiff_t comma = any_of(at(1), ",") ? 1 : 0;
        if ((day_at(1 + comma) && month_at(2 + comma)) || (month_at(1 + comma) && day_at(2 + comma))) return false;
        const int back = ((weekday(*published_) - wanted) % 7 + 7) % 7;  // days since the last one, 0 is today
        const int ahead = (7 - back) % 7;
        const Lexeme* before = at(-1);
        const auto day = [&](int days) { return day_range(moved(*published_, Precision::day, days)); };
        if (any_of(before, "next", "coming")) return take(1, day(ahead ? ahead : 7), true, -1);
        if (any_of(before, "last", "past", "previous")) return take(1, day(back ? -back : -7), false, -1);
        return take(1, day(future_ ? ahead : -back));
    }

    /// "last week", "next month", "this year", "earlier this week", "the coming days".
    bool relative() {
        const Lexeme* l = at(0);
        const bool back = any_of(l, "last", "previous", "past"), here = any_of(l, "this", "current");
        const bool ahead = any_of(l, "next", "coming", "upcoming", "following");
        if (!published_ || !(back || here || ahead) || !at(1)) return false;
        const bool future = ahead || (here && any_of(at(-1), "later"));
        const int units = back ? -1 : ahead ? 1 : 0;
        const std::ptrdiff_t from = here && any_of(at(-1), "later", "earlier") ? -1 : 0;
        if (at(1)->is("weekend")) {
            const Date monday = shifted(*published_, Precision::week, units).begin;
            return take(2, day_range(moved(monday, Precision::day, 5), 2), future, from);
        }
        const auto unit = unit_at(1);
        if (!unit || at(1)->lower.ends_with('s') || *unit == Precision::day) return false;
        if (any_of(l, "previous", "following")) return false;  // relative to the story, not to publication
        return take(2, shifted(*published_, *unit, units), future, from);
    }

    /// "three days ago", "a week ago", "two years earlier" is not.
    bool ago() {
        const int count = count_at(0);
        const auto unit = unit_at(1);
        if (!count || !unit || !published_) return false;
        if (any_of(at(2), "ago")) {
            const Range range = *unit == Precision::day ? day_range(moved(*published_, *unit, -count))
                                                        : shifted(*published_, *unit, -count);
            return take(3, range);
        }
        const bool in = any_of(at(-1), "in", "within") && future_;
        return in && take(2, shifted(*published_, *unit, count), true);
    }

    /// "the past two weeks", "the next three days".
    bool span_of() {
        const bool back = any_of(at(0), "last", "past"), ahead = any_of(at(0), "next", "coming");
        const int count = count_at(1);
        const auto unit = unit_at(2);
        if (!published_ || !(back || ahead) || !count || !unit) return false;
        const Date other = moved(*published_, *unit, back ? -count : count);
        const Date next = moved(*published_, Precision::day, 1);
        return take(3, back ? Range{other, next, *unit} : Range{next, moved(other, Precision::day, 1), *unit}, ahead);
    }

    /// "the 1990s".
    bool decade() {
        const int y = year_at(0);
        const bool plural = y && y % 10 == 0 && any_of(at(1), "s") && at(1)->span.begin == at(0)->span.end;
        return plural && take(2, year_range(y, 10));
    }

    /// "in 2014", "since 2014", "the 2014 invasion", "early 2014", "in 2014 and 2015".
    bool year() {
        const int y = year_at(0);
        if (!y) return false;
        const bool listed = !found_.empty() && found_.back().precision == Precision::year &&
                            any_of(at(-1), "and", "or", "to", "-") && at(-2) &&
                            found_.back().span.end == at(-2)->span.end;
        const bool introduced =
            any_of(at(-1), "in", "since", "of", "by", "from", "until", "till", "during", "early", "late", "mid",
                   "before", "after", "between", "the", "through", "year", "around", "back");
        const bool measured =
            any_of(at(1), "people", "percent", "soldiers", "troops", "km", "miles", "dollars", "men", "%");
        const bool joined = any_of(at(-1), "-") && any_of(at(-2), "mid", "early", "late");
        return (listed || introduced || joined) && !measured && take(1, year_range(y));
    }

    std::vector<Lexeme> lexemes_;
    std::optional<Date> published_;
    bool future_;
    std::size_t pos_ = 0;
    std::vector<TimeExpression> found_;
};

}  // namespace

std::vector<TimeExpression> find_times(std::string_view sentence, std::optional<Date> published, bool future) {
    return Finder(sentence, published, future).run();
}

}  // namespace entente::time
