// SPDX-License-Identifier: Apache-2.0
#include "core/date.hpp"

#include <fmt/format.h>

namespace entente {
namespace {

using namespace std::chrono;

/// Reads exactly `digits` digits off the front of `text`.
std::optional<int> take_number(std::string_view& text, std::size_t digits) {
    if (text.size() < digits) return std::nullopt;
    int value = 0;
    for (std::size_t i = 0; i < digits; ++i) {
        if (text[i] < '0' || text[i] > '9') return std::nullopt;
        value = value * 10 + (text[i] - '0');
    }
    text.remove_prefix(digits);
    return value;
}

bool take(std::string_view& text, char c) {
    if (text.empty() || text.front() != c) return false;
    text.remove_prefix(1);
    return true;
}

std::optional<Date> take_date(std::string_view& text) {
    const auto year = take_number(text, 4);
    const bool dashes = take(text, '-');
    const auto month = take_number(text, 2);
    if (dashes && !take(text, '-')) return std::nullopt;
    const auto day = take_number(text, 2);
    if (!year || !month || !day) return std::nullopt;
    return Date::of(*year, static_cast<unsigned>(*month), static_cast<unsigned>(*day));
}

/// Seconds of "23:00", "23:00:05", "230005", "23:00:05.123".
std::optional<int> take_clock(std::string_view& text) {
    const auto hour = take_number(text, 2);
    const bool colons = take(text, ':');
    const auto minute = take_number(text, 2);
    if (!hour || !minute || *hour > 24 || *minute > 59) return std::nullopt;
    int second = 0;
    if (colons ? take(text, ':') : !text.empty() && text.front() >= '0' && text.front() <= '9') {
        const auto value = take_number(text, 2);
        if (!value || *value > 60) return std::nullopt;
        second = *value;
    }
    if (take(text, '.'))
        while (!text.empty() && text.front() >= '0' && text.front() <= '9') text.remove_prefix(1);
    return *hour * 3600 + *minute * 60 + second;
}

/// Seconds east of Greenwich of "Z", "+05:30", "-0400" or nothing.
std::optional<int> take_zone(std::string_view& text) {
    if (text.empty() || take(text, 'Z')) return 0;
    const int sign = take(text, '-') ? -1 : take(text, '+') ? 1 : 0;
    const auto hour = take_number(text, 2);
    take(text, ':');
    const auto minute = text.empty() ? std::optional(0) : take_number(text, 2);
    if (sign == 0 || !hour || !minute) return std::nullopt;
    return sign * (*hour * 3600 + *minute * 60);
}

}  // namespace

std::optional<Date> Date::of(int year, unsigned month, unsigned day) {
    const year_month_day ymd{std::chrono::year{year}, std::chrono::month{month}, std::chrono::day{day}};
    if (year < 1 || year > 9999 || !ymd.ok()) return std::nullopt;
    return Date{static_cast<std::int32_t>(sys_days{ymd}.time_since_epoch().count())};
}

year_month_day Date::ymd() const { return year_month_day{sys_days{std::chrono::days{days}}}; }

Date Timestamp::date() const {
    return Date{static_cast<std::int32_t>(floor<std::chrono::days>(std::chrono::seconds{seconds}).count())};
}

Date Timestamp::local_date() const { return Timestamp{seconds + east}.date(); }

std::optional<Date> parse_date(std::string_view text) {
    const bool dashed = text.size() == 10 && text[4] == '-';
    const auto date = dashed ? take_date(text) : std::nullopt;
    return text.empty() ? date : std::nullopt;
}

std::optional<Timestamp> parse_timestamp(std::string_view text) {
    const auto date = take_date(text);
    if (!date) return std::nullopt;
    std::int64_t seconds = std::int64_t{date->days} * 86400;
    if (text.empty()) return Timestamp{seconds};
    if (!take(text, 'T') && !take(text, ' ')) return std::nullopt;
    const auto clock = take_clock(text);
    take(text, ' ');
    const auto zone = take_zone(text);
    if (!clock || !zone || !text.empty()) return std::nullopt;
    return Timestamp{seconds + *clock - *zone, *zone};
}

std::string to_string(Date date) {
    const auto ymd = date.ymd();
    return fmt::format("{:04}-{:02}-{:02}", static_cast<int>(ymd.year()), static_cast<unsigned>(ymd.month()),
                       static_cast<unsigned>(ymd.day()));
}

std::string to_string(Timestamp time) {
    const auto of_day = time.seconds - std::int64_t{time.date().days} * 86400;
    return fmt::format("{}T{:02}:{:02}:{:02}Z", to_string(time.date()), of_day / 3600, of_day / 60 % 60, of_day % 60);
}

}  // namespace entente
