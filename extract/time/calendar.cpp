// SPDX-License-Identifier: Apache-2.0
#include "extract/time/calendar.hpp"

#include <algorithm>

namespace entente::time {
namespace {

constexpr Date k_first{-719162};  ///< 0001-01-01
constexpr Date k_last{2932896};   ///< 9999-12-31

Date clamped(std::int64_t days) {
    return Date{static_cast<std::int32_t>(std::clamp<std::int64_t>(days, k_first.days, k_last.days))};
}

Date first_of(int year, unsigned month) {
    if (year < 1) return k_first;
    return Date::of(year, month, 1).value_or(k_last);
}

/// The month `months` after the given one, as (year, month).
std::pair<int, unsigned> month_after(int year, unsigned month, int months) {
    const int total = year * 12 + static_cast<int>(month) - 1 + months;
    const int y = total >= 0 ? total / 12 : -1;
    return {y, total >= 0 ? static_cast<unsigned>(total % 12) + 1 : 1};
}

}  // namespace

Range day_range(Date day, int days) { return {day, clamped(std::int64_t{day.days} + days), Precision::day}; }

Range week_of(Date day) {
    const Date monday = clamped(std::int64_t{day.days} - weekday(day));
    return {monday, clamped(std::int64_t{monday.days} + 7), Precision::week};
}

Range month_range(int year, unsigned month) {
    const auto [y, m] = month_after(year, month, 1);
    return {first_of(year, month), first_of(y, m), Precision::month};
}

Range year_range(int year, int years) { return {first_of(year, 1), first_of(year + years, 1), Precision::year}; }

Range shifted(Date day, Precision unit, int units) {
    const auto ymd = day.ymd();
    const int year = static_cast<int>(ymd.year());
    switch (unit) {
        case Precision::day:
            return day_range(clamped(std::int64_t{day.days} + units));
        case Precision::week:
            return week_of(clamped(std::int64_t{day.days} + std::int64_t{units} * 7));
        case Precision::month: {
            const auto [y, m] = month_after(year, static_cast<unsigned>(ymd.month()), units);
            return month_range(y, m);
        }
        case Precision::quarter: {
            const auto [y, m] = month_after(year, (static_cast<unsigned>(ymd.month()) - 1) / 3 * 3 + 1, units * 3);
            return quarter_range(y, static_cast<int>(m - 1) / 3);
        }
        case Precision::year:
            return year_range(year + units);
        case Precision::decade:
            return {first_of((year / 10 + units) * 10, 1), first_of((year / 10 + units + 1) * 10, 1), unit};
        case Precision::century: {
            const int first = ((year - 1) / 100 + units) * 100 + 1;
            return {first_of(first, 1), first_of(first + 100, 1), unit};
        }
    }
    return day_range(day);
}

Range quarter_range(int year, int quarter) {
    const auto month = static_cast<unsigned>(quarter * 3 + 1);
    const auto [y, m] = month_after(year, month, 3);
    return {first_of(year, month), first_of(y, m), Precision::quarter};
}

Range season_range(int year, int season) {
    const auto month = static_cast<unsigned>(season * 3 + 3);
    const auto [y, m] = month_after(year, month, 3);
    return {first_of(year, month), first_of(y, m), Precision::quarter};
}

Range part_of(Range range, int index, int parts) {
    const int year = year_of(range.begin);
    const auto month = static_cast<unsigned>(range.begin.ymd().month());
    if (range.precision == Precision::month) {
        const int step = parts == 3 ? 10 : 15;
        const Date begin = clamped(std::int64_t{range.begin.days} + index * step);
        const Date end = index + 1 == parts ? range.end : clamped(std::int64_t{begin.days} + step);
        return {begin, end, Precision::week};
    }
    if (range.precision == Precision::year) {
        const auto step = static_cast<unsigned>(12 / parts);
        const auto first = month + static_cast<unsigned>(index) * step;
        const auto [y, m] = month_after(year, first, static_cast<int>(step));
        return {first_of(year, first), first_of(y, m), Precision::quarter};
    }
    if (range.precision == Precision::decade && parts == 3) {
        constexpr int k_first[] = {0, 4, 7, 10};
        return {first_of(year + k_first[index], 1), first_of(year + k_first[index + 1], 1), Precision::decade};
    }
    return range;
}

Range from_to(Range first, Range last) {
    return {first.begin, std::max(first.end, last.end), std::max(first.precision, last.precision)};
}

std::optional<Date> easter(int year) {  // Butcher's rule
    const int a = year % 19, b = year / 100, c = year % 100, d = b / 4, e = b % 4, g = (8 * b + 13) / 25;
    const int h = (19 * a + b - d - g + 15) % 30, i = c / 4, k = c % 4, l = (32 + 2 * e + 2 * i - h - k) % 7;
    const int m = (a + 11 * h + 22 * l) / 451, n = h + l - 7 * m + 114;
    return Date::of(year, static_cast<unsigned>(n / 31), static_cast<unsigned>(n % 31 + 1));
}

Date moved(Date day, Precision unit, int units) {
    if (unit == Precision::day) return clamped(std::int64_t{day.days} + units);
    if (unit == Precision::week) return clamped(std::int64_t{day.days} + std::int64_t{units} * 7);
    const auto ymd = day.ymd();
    const int months = unit == Precision::month ? 1 : unit == Precision::quarter ? 3 : unit == Precision::year ? 12
                       : unit == Precision::decade                                                ? 120
                                                                                                  : 1200;
    const auto [year, month] =
        month_after(static_cast<int>(ymd.year()), static_cast<unsigned>(ymd.month()), units * months);
    for (unsigned d = static_cast<unsigned>(ymd.day()); d >= 28; --d)
        if (const auto date = Date::of(year, month, d)) return *date;
    return Date::of(year, month, static_cast<unsigned>(ymd.day())).value_or(year < 1 ? k_first : k_last);
}

int weekday(Date day) { return ((day.days + 3) % 7 + 7) % 7; }  // 1970-01-01 was a Thursday

int year_of(Date day) { return static_cast<int>(day.ymd().year()); }

}  // namespace entente::time
