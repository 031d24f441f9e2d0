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

enum class Precision : std::uint8_t { day, week, month, year };

struct TimeExpression {
    Span span;  ///< in the sentence; a preposition ("on", "in") stays outside
    Date begin;
    Date end;  ///< half-open: the day after the last
    Precision precision = Precision::day;
    bool future = false;  ///< it speaks of a time after publication by its own words: "next month", "tomorrow"
};

/// All expressions of time in the order of the sentence, without overlaps. O(length).
/// Without `published` only those that carry their own year. A weekday, a month or a day without a year is the last
/// one that does not begin after publication; with `future` (the verb is "will meet", "is due to convene") the first
/// one that does not end before it. "next" and "last" before it go their own way. Weeks begin on Monday.
[[nodiscard]] std::vector<TimeExpression> find_times(std::string_view sentence, std::optional<Date> published,
                                                     bool future = false);

}  // namespace entente::time
