// SPDX-License-Identifier: Apache-2.0
// The part of an observation that no query asks for by itself, as bytes: places, surface words, attribution, arguments.
// The same in a store's rows and in memory.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "graph/observation.hpp"

namespace entente {

/// Appends it. O(length).
void append_detail(std::string& out, const Observation& o);

/// Reads that back into `o`; its texts point into `bytes`. Throws InputError where they are damaged.
void read_detail(std::string_view bytes, Observation& o);

/// Polarity, status, mutual and swapped, in five bits.
[[nodiscard]] std::uint8_t flags_of(const Observation& o);
void set_flags(Observation& o, std::uint8_t flags);

/// Figures have three decimals: exact as integers, and back by the division that made them.
[[nodiscard]] inline std::int16_t thousandths(double value) {
    return static_cast<std::int16_t>(value < 0 ? value * 1000 - 0.5 : value * 1000 + 0.5);
}
[[nodiscard]] inline double from_thousandths(std::int64_t value) { return static_cast<double>(value) / 1000; }

}  // namespace entente
