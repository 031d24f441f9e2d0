// SPDX-License-Identifier: Apache-2.0
// Numbers and days into a buffer, for files of millions of them. Each returns the end of what it wrote.
#pragma once

#include <cstdint>

#include "core/date.hpp"

namespace entente {

inline constexpr std::size_t k_longest_figure = 32;  ///< bytes that any of these needs at most

/// "12"
char* write_figure(char* to, std::uint32_t value);

/// As short as it reads back: "0.87", "-5". About 10 ns for what has up to three decimals, as all our figures have.
char* write_figure(char* to, double value);

/// "2021-08-25"
char* write_day(char* to, Date day);

/// The first 16 hexadecimal digits of what core/hash.hpp makes of the same bytes.
char* write_hash(char* to, const char* bytes, std::size_t length);

}  // namespace entente
