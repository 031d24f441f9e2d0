// SPDX-License-Identifier: Apache-2.0
#include "core/figures.hpp"

#include <fmt/format.h>
#include <xxhash.h>

#include <charconv>
#include <cmath>

namespace entente {
namespace {

char* two_digits(char* to, unsigned value) {
    *to++ = static_cast<char>('0' + value / 10);
    *to++ = static_cast<char>('0' + value % 10);
    return to;
}

}  // namespace

char* write_figure(char* to, std::uint32_t value) { return std::to_chars(to, to + k_longest_figure, value).ptr; }

char* write_figure(char* to, double value) {
    constexpr double limit = 1e6;
    const double thousandths = std::nearbyint(value * 1000);
    if (!(std::abs(value) < limit) || thousandths / 1000 != value || (value == 0 && std::signbit(value)))
        return fmt::format_to(to, "{}", value);
    auto whole = static_cast<std::int32_t>(thousandths);
    if (whole < 0) *to++ = '-';
    auto rest = static_cast<unsigned>(whole < 0 ? -whole : whole);
    to = write_figure(to, rest / 1000);
    rest %= 1000;
    if (rest == 0) return to;
    *to++ = '.';
    for (unsigned digit = 100; rest > 0; digit /= 10) {
        *to++ = static_cast<char>('0' + rest / digit);
        rest %= digit;
    }
    return to;
}

char* write_day(char* to, Date day) {
    const auto ymd = day.ymd();
    const auto year = static_cast<unsigned>(static_cast<int>(ymd.year()));
    to = two_digits(two_digits(to, year / 100), year % 100);
    *to++ = '-';
    to = two_digits(to, static_cast<unsigned>(ymd.month()));
    *to++ = '-';
    return two_digits(to, static_cast<unsigned>(ymd.day()));
}

char* write_hash(char* to, const char* bytes, std::size_t length) {
    constexpr char digits[] = "0123456789abcdef";
    const auto high = XXH3_128bits(bytes, length).high64;
    for (int shift = 60; shift >= 0; shift -= 4) *to++ = digits[high >> shift & 15];
    return to;
}

}  // namespace entente
