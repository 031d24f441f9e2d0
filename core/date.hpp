// SPDX-License-Identifier: Apache-2.0
// Days and instants, UTC and ISO 8601 on paper.
#pragma once

#include <chrono>
#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace entente {

/// A day of the proleptic Gregorian calendar, years 1 to 9999.
struct Date {
    std::int32_t days = 0;  ///< since 1970-01-01

    auto operator<=>(const Date&) const = default;
    [[nodiscard]] static std::optional<Date> of(int year, unsigned month, unsigned day);
    [[nodiscard]] std::chrono::year_month_day ymd() const;
};

/// An instant, in seconds since 1970-01-01T00:00:00Z. It remembers the clock that it was told by, which is no part of what
/// it is: 23:30-05:00 and 04:30Z are equal.
struct Timestamp {
    std::int64_t seconds = 0;
    std::int32_t east = 0;  ///< seconds that the clock is ahead of UTC

    auto operator<=>(const Timestamp& other) const { return seconds <=> other.seconds; }
    bool operator==(const Timestamp& other) const { return seconds == other.seconds; }
    [[nodiscard]] Date date() const;
    [[nodiscard]] Date local_date() const;  ///< the day by its own clock: what "today" means there
};

/// "2021-08-25"; nullopt for anything else.
[[nodiscard]] std::optional<Date> parse_date(std::string_view text);

/// ISO 8601 date or date-time ("2021-08-25", "2021-08-25T23:00:00+05:30", "20210825T173000Z", blank for T); no zone
/// means UTC. nullopt for anything else.
[[nodiscard]] std::optional<Timestamp> parse_timestamp(std::string_view text);

[[nodiscard]] std::string to_string(Date date);        ///< 2021-08-25
[[nodiscard]] std::string to_string(Timestamp time);   ///< 2021-08-25T17:30:00Z

}  // namespace entente
