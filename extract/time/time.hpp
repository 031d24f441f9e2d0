// SPDX-License-Identifier: Apache-2.0
// Expressions of time in a sentence, resolved against the day of publication.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "core/date.hpp"
#include "core/span.hpp"

namespace entente::time {

enum class Precision : std::uint8_t { day, week, month, quarter, year, decade, century };

[[nodiscard]] std::string_view name(Precision precision);  ///< "day", "week" …

struct TimeExpression {
    Span span;  ///< in the sentence; a preposition ("on", "in") stays outside
    Date begin;
    Date end;  ///< half-open: the day after the last
    Precision precision = Precision::day;
    bool future = false;  ///< it speaks of a time after publication by its own words: "next month", "tomorrow"
};

/// All expressions of time in the order of the text (a sentence, or several), without overlaps. O(length).
/// Without `published` only those that carry their own year. A weekday, a month or a day without a year is the last
/// one that does not begin after publication; with `future`, or after words of the future ("will", "is due to"), the
/// first one that does not end before it; "Monday, 30 August" lies in the nearest year that makes it a Monday. "next"
/// and "last" before it go their own way. "two days later" and "the following month" follow what was told before. Weeks
/// begin on Monday; "since" reaches to the day of publication; "early", "mid" and "late" are thirds of a month (weeks)
/// or a year (quarters). tests/cases/time.tsv has an example of everything.
[[nodiscard]] std::vector<TimeExpression> find_times(std::string_view sentence, std::optional<Date> published,
                                                     bool future = false);

}  // namespace entente::time
