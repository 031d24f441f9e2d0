// SPDX-License-Identifier: Apache-2.0
// The buffers of one thread that runs the network, and its memory of words seen.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace entente::nn {

/// Vectors of int8 with their scales.
struct QuantisedRows {
    std::vector<std::int8_t> values;
    std::vector<float> scale;
};

/// First-layer gates by word form: a table in which a new word displaces the one in its place, so it never grows
/// beyond k_places (13 MB). What comes out of it equals what would be computed.
class FormCache {
public:
    static constexpr std::size_t k_places = 2048;
    static constexpr std::size_t k_longest = 32;  ///< bytes; longer forms are rare and not kept

    explicit FormCache(std::size_t width) : width_(width) {}

    /// The row for `form`, and whether it already holds that form's values.
    struct Place {
        float* row;
        bool known;
    };
    [[nodiscard]] Place find(std::string_view form, std::uint32_t hash);

private:
    std::size_t width_;
    std::vector<std::string> forms_;
    std::vector<float> rows_;
};

class Workspace {
public:
    explicit Workspace(std::size_t row) : first(row) {}

    FormCache first;
    std::vector<float> gates;    ///< n rows of both directions' gates
    std::vector<float> states;   ///< root and n words, both directions: the layer's output
    std::vector<float> lower;    ///< n rows: the outputs of the first two layers side by side
    QuantisedRows rows;          ///< states or lower, quantised
    std::vector<float> a, b, c;  ///< outputs of heads
    QuantisedRows small;         ///< those, quantised
    std::vector<float> cell;
    std::vector<std::int8_t> h8;
    std::vector<std::uint32_t> back;  ///< n rows of the best label before each label
    std::vector<float> arcs;          ///< n rows of n + 1 scores; column 0 is the root
};

}  // namespace entente::nn
