// SPDX-License-Identifier: Apache-2.0
// For any processor.
#include <bit>
#include <cstddef>

#include "extract/language/kernels.hpp"

namespace entente::nn {
namespace {

#include "extract/language/kernels_elements.inl"

template <std::size_t Vectors, std::size_t Blocks>
struct Tile {
    template <class Store>
    static void run(const Matrix& m, std::size_t block, const std::int8_t* a, std::size_t t, const Store& store) {
        static_assert(Vectors == 1 && Blocks == 1);
        const std::int8_t* w = m.w + block * 16 * m.cols;
        std::int32_t sum[16] = {};
        for (std::size_t k = 0; k < m.cols; k += 4, w += 64)
            for (std::size_t i = 0; i < 16; ++i)
                sum[i] += w[4 * i] * a[k] + w[4 * i + 1] * a[k + 1] + w[4 * i + 2] * a[k + 2] + w[4 * i + 3] * a[k + 3];
        store(t, block, sum);
    }
};

}  // namespace

const Kernels k_plain = {"plain", multiply_with<Tile, 1, 1>, add_state_with<Tile, 1>, lstm_cell, quantise, scores};

}  // namespace entente::nn
