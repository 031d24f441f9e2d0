// SPDX-License-Identifier: Apache-2.0
// Hashed features of a logistic regression: each conjunction of what is seen falls into one of 32,768 places.
#pragma once

#include <cstdint>
#include <initializer_list>
#include <span>
#include <string_view>
#include <vector>

#include "extract/language/string_table.hpp"

namespace entente::nn {

inline constexpr std::uint32_t k_places = 1 << 15;

/// Writes the places of one example's features, in the order they are added; the order tells them apart.
class FeatureWriter {
public:
    explicit FeatureWriter(std::vector<std::uint32_t>& out) : out_(out) { out_.clear(); }

    void add(std::initializer_list<std::string_view> parts) {
        std::uint32_t h = fnv1a({&number_, 1});
        for (const std::string_view p : parts) h = fnv1a("\t", fnv1a(p, h));
        out_.push_back((h ^ h >> 15) % k_places);
        ++number_;
    }

private:
    std::vector<std::uint32_t>& out_;
    char number_ = 'A';
};

/// The regression's answer.
[[nodiscard]] inline bool answers(std::span<const float> weights, std::span<const std::uint32_t> features) {
    float sum = 0.0f;
    for (const std::uint32_t f : features) sum += weights[f];
    return sum > 0.0f;
}

/// How common a word is, by its number in a list with the commonest first: a … e, e where it is not listed.
[[nodiscard]] inline char rank(std::int32_t number) {
    constexpr std::int32_t k_known = 100000;
    return number < 0 || number > k_known ? 'e' : number < 100 ? 'a' : number < 1000 ? 'b' : number < 10000 ? 'c' : 'd';
}

}  // namespace entente::nn
