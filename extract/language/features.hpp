// SPDX-License-Identifier: Apache-2.0
// What the network sees of a word: models/train/features.py in C++; a change here is a change there and a new model.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>

namespace entente::nn {

inline constexpr std::uint32_t k_buckets = 4096;
inline constexpr std::size_t k_kinds = 6;  ///< prefixes of 1 and 3, suffixes of 2, 3 and 4 characters, shape

/// Typographic variants of one mark become one mark: “ ” « » → ", ’ ‘ → ', – — → -, … → ...
[[nodiscard]] std::string normalise(std::string_view form);

/// Lower case of Latin, Greek and Cyrillic letters; everything else stays.
[[nodiscard]] char32_t lower(char32_t c);
[[nodiscard]] bool is_lower(char32_t c);
[[nodiscard]] std::string lower(std::string_view form);

/// Classes of characters, runs cut to two: "Al-Qaeda's" → "Xx-Xxx'x".
[[nodiscard]] std::string shape(std::string_view form);

/// Bucket numbers of a normalised form, one for each kind.
[[nodiscard]] std::array<std::uint32_t, k_kinds> buckets(std::string_view form);

}  // namespace entente::nn
