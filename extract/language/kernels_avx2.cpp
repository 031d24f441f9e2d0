// SPDX-License-Identifier: Apache-2.0
// For processors with AVX2. Its product of bytes takes one side unsigned and saturates at 16 bits: |w| times the input
// with the sign of w stays below (2 * 127 * 127 < 2^15), as neither side is ever -128.
#if defined(__x86_64__)
#include <immintrin.h>

#include <bit>
#include <cstddef>
#include <cstring>

#include "extract/language/kernels.hpp"

#if defined(__clang__)
#pragma clang attribute push(__attribute__((target("avx2"))), apply_to = function)
#else
#pragma GCC push_options
#pragma GCC target("avx2")
#endif

namespace entente::nn {
namespace {

#include "extract/language/kernels_elements.inl"

/// Four bytes, repeated eight times.
inline __m256i four_inputs(const std::int8_t* a) {
    std::int32_t bytes;
    std::memcpy(&bytes, a, 4);
    return _mm256_set1_epi32(bytes);
}

template <std::size_t Vectors, std::size_t Blocks>
struct Tile {
    template <class Store>
    static void run(const Matrix& m, std::size_t block, const std::int8_t* a, std::size_t t, const Store& store) {
        static_assert(Blocks == 1);
        const std::int8_t* w = m.w + block * 16 * m.cols;
        const __m256i ones = _mm256_set1_epi16(1);
        __m256i sum[Vectors][2];
        for (auto& row : sum) row[0] = row[1] = _mm256_setzero_si256();
        for (std::size_t k = 0; k < m.cols; k += 4, w += 64) {
#pragma GCC unroll 2
            for (std::size_t half = 0; half < 2; ++half) {
                const __m256i weights = _mm256_load_si256(reinterpret_cast<const __m256i*>(w + 32 * half));
                const __m256i size = _mm256_abs_epi8(weights);
#pragma GCC unroll 8
                for (std::size_t v = 0; v < Vectors; ++v) {
                    const __m256i in = _mm256_sign_epi8(four_inputs(a + v * m.cols + k), weights);
                    const __m256i pairs = _mm256_madd_epi16(_mm256_maddubs_epi16(size, in), ones);
                    sum[v][half] = _mm256_add_epi32(sum[v][half], pairs);
                }
            }
        }
#pragma GCC unroll 8
        for (std::size_t v = 0; v < Vectors; ++v) {
            alignas(32) std::int32_t rows[16];
            _mm256_store_si256(reinterpret_cast<__m256i*>(rows), sum[v][0]);
            _mm256_store_si256(reinterpret_cast<__m256i*>(rows + 8), sum[v][1]);
            store(t + v, block, rows);
        }
    }
};

}  // namespace

const Kernels k_avx2 = {"avx2", multiply_with<Tile, 4, 1>, add_state_with<Tile, 1>, lstm_cell, quantise, scores};

}  // namespace entente::nn

#if defined(__clang__)
#pragma clang attribute pop
#else
#pragma GCC pop_options
#endif
#endif
