// SPDX-License-Identifier: Apache-2.0
// For processors with AVX2: products of int16 pairs (exact, unlike the saturating byte products).
#if defined(__x86_64__)
#include <immintrin.h>

#include <bit>
#include <cstddef>
#include <cstring>

#include "extract/language/kernels.hpp"

#pragma GCC push_options
#pragma GCC target("avx2")

namespace entente::nn {
namespace {

#include "extract/language/kernels_elements.inl"

/// Four bytes, widened and repeated four times.
inline __m256i four_inputs(const std::int8_t* a) {
    std::int32_t bytes;
    std::memcpy(&bytes, a, 4);
    return _mm256_cvtepi8_epi16(_mm_set1_epi32(bytes));
}

/// Sums of neighbours, so that lanes become rows: 8 rows of two registers with 4 rows each.
inline __m256i join(__m256i low, __m256i high) { return _mm256_permute4x64_epi64(_mm256_hadd_epi32(low, high), 0xD8); }

template <std::size_t Vectors, std::size_t Blocks>
struct Tile {
    template <class Store>
    static void run(const Matrix& m, std::size_t block, const std::int8_t* a, std::size_t t, const Store& store) {
        static_assert(Blocks == 1);
        const std::int8_t* w = m.w + block * 16 * m.cols;
        __m256i sum[Vectors][4];
        for (auto& row : sum)
            for (__m256i& s : row) s = _mm256_setzero_si256();
        for (std::size_t k = 0; k < m.cols; k += 4, w += 64) {
            __m256i in[Vectors];
#pragma GCC unroll 4
            for (std::size_t v = 0; v < Vectors; ++v) in[v] = four_inputs(a + v * m.cols + k);
#pragma GCC unroll 4
            for (std::size_t q = 0; q < 4; ++q) {
                const __m256i weights =
                    _mm256_cvtepi8_epi16(_mm_load_si128(reinterpret_cast<const __m128i*>(w + 16 * q)));
#pragma GCC unroll 4
                for (std::size_t v = 0; v < Vectors; ++v)
                    sum[v][q] = _mm256_add_epi32(sum[v][q], _mm256_madd_epi16(weights, in[v]));
            }
        }
#pragma GCC unroll 4
        for (std::size_t v = 0; v < Vectors; ++v) {
            alignas(32) std::int32_t rows[16];
            _mm256_store_si256(reinterpret_cast<__m256i*>(rows), join(sum[v][0], sum[v][1]));
            _mm256_store_si256(reinterpret_cast<__m256i*>(rows + 8), join(sum[v][2], sum[v][3]));
            store(t + v, block, rows);
        }
    }
};

}  // namespace

const Kernels k_avx2 = {"avx2", multiply_with<Tile, 2, 1>, add_state_with<Tile, 1>, lstm_cell, quantise, scores};

}  // namespace entente::nn

#pragma GCC pop_options
#endif
