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
        case Precision::year:
            return year_range(year + units);
    }
    return day_range(day);
}

Date moved(Date day, Precision unit, int units) {
    if (unit == Precision::day) return clamped(std::int64_t{day.days} + units);
    if (unit == Precision::week) return clamped(std::int64_t{day.days} + std::int64_t{units} * 7);
    const auto ymd = day.ymd();
    const auto [year, month] = month_after(static_cast<int>(ymd.year()), static_cast<unsigned>(ymd.month()),
                                           unit == Precision::year ? units * 12 : units);
    for (unsigned d = static_cast<unsigned>(ymd.day()); d >= 28; --d)
        if (const auto date = Date::of(year, month, d)) return *date;
    return Date::of(year, month, static_cast<unsigned>(ymd.day())).value_or(year < 1 ? k_first : k_last);
}

int weekday(Date day) { return ((day.days + 3) % 7 + 7) % 7; }  // 1970-01-01 was a Thursday

int year_of(Date day) { return static_cast<int>(day.ymd().year()); }

}  // namespace entente::time
