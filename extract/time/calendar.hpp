// SPDX-License-Identifier: Apache-2.0
// Half-open ranges of days: the weeks, months and years around a day. Constant cost, no time zones.
#pragma once

#include <optional>

#include "core/date.hpp"
#include "extract/time/time.hpp"

namespace entente::time {

struct Range {
    Date begin;
    Date end;
    Precision precision = Precision::day;
};

[[nodiscard]] Range day_range(Date day, int days = 1);
[[nodiscard]] Range week_of(Date day);  ///< Monday to Monday
[[nodiscard]] Range month_range(int year, unsigned month);
[[nodiscard]] Range year_range(int year, int years = 1);

[[nodiscard]] Range season_range(int year, int season);  ///< 0 spring (March to May) … 3 winter (December on)
[[nodiscard]] Range quarter_range(int year, int quarter);  ///< 0 to 3

/// Part `index` of `parts` (2 or 3) equal ones: of a month in days and weeks, of a year in months and quarters, of a
/// decade in years. Other ranges stay whole.
[[nodiscard]] Range part_of(Range range, int index, int parts);
[[nodiscard]] Range from_to(Range first, Range last);  ///< with the coarser precision
[[nodiscard]] std::optional<Date> easter(int year);    ///< Sunday, of the Gregorian calendar

/// The unit that lies `units` units after the one that holds `day`.
[[nodiscard]] Range shifted(Date day, Precision unit, int units);

/// The day `units` units after `day` (the last of a month that is too short).
[[nodiscard]] Date moved(Date day, Precision unit, int units);

[[nodiscard]] int weekday(Date day);  ///< 0 is Monday
[[nodiscard]] int year_of(Date day);

}  // namespace entente::time
