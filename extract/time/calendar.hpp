// SPDX-License-Identifier: Apache-2.0
// Half-open ranges of days: the weeks, months and years around a day. Constant cost, no time zones.
#pragma once

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

/// The unit (day, week, month or year) that lies `units` units after the one that holds `day`.
[[nodiscard]] Range shifted(Date day, Precision unit, int units);

/// The day `units` units after `day` (the last of a month that is too short).
[[nodiscard]] Date moved(Date day, Precision unit, int units);

[[nodiscard]] int weekday(Date day);  ///< 0 is Monday
[[nodiscard]] int year_of(Date day);

}  // namespace entente::time
