// SPDX-License-Identifier: Apache-2.0
#include "core/figures.hpp"

#include <fmt/format.h>
#include <xxhash.h>

#include <array>
#include <charconv>
#include <cmath>
#include <cstring>

namespace entente {
namespace {

char* two_digits(char* to, unsigned value) {
    *to++ = static_cast<char>('0' + value / 10);
    *to++ = static_cast<char>('0' + value % 10);
    return to;
}

/// Without the noughts at their end.
struct Decimals {
    char digits[3];
    std::uint8_t count;
};

constexpr auto k_decimals = [] {
    std::array<Decimals, 1000> all{};
    for (unsigned i = 0; i < all.size(); ++i) {
        const unsigned digits[] = {i / 100, i / 10 % 10, i % 10};
        for (std::uint8_t d = 0; d < 3; ++d) {
            all[i].digits[d] = static_cast<char>('0' + digits[d]);
            if (digits[d] != 0) all[i].count = static_cast<std::uint8_t>(d + 1);
        }
    }
    return all;
}();

}  // namespace

char* write_figure(char* to, std::uint32_t value) {
    if (value < 10) {
        *to = static_cast<char>('0' + value);
        return to + 1;
    }
    return std::to_chars(to, to + k_longest_figure, value).ptr;
}

char* write_figure(char* to, double value) {
    constexpr double limit = 1e6;
    if (!(std::abs(value) < limit) || (value == 0 && std::signbit(value))) return fmt::format_to(to, "{}", value);
    auto whole = static_cast<std::int32_t>(value * 1000 + (value < 0 ? -0.5 : 0.5));
    if (whole / 1000.0 != value) return fmt::format_to(to, "{}", value);
    if (whole < 0) *to++ = '-';
    auto rest = static_cast<unsigned>(whole < 0 ? -whole : whole);
    to = write_figure(to, rest / 1000);
    rest %= 1000;
    if (rest == 0) return to;
    *to++ = '.';
    const Decimals& decimals = k_decimals[rest];
    std::memcpy(to, decimals.digits, sizeof decimals.digits);
    return to + decimals.count;
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
