// SPDX-License-Identifier: Apache-2.0
// For processors with AVX-512 VNNI: one instruction multiplies 64 bytes and adds them up in fours. It takes one side
// unsigned, so inputs get 128 added and every row gives back 128 times the sum of its weights.
#if defined(__x86_64__)
#include <immintrin.h>

#include <bit>
#include <cstddef>
#include <cstring>

#include "extract/language/kernels.hpp"

#if defined(__clang__)
#pragma clang attribute push(__attribute__((target("avx512f,avx512bw,avx512vl,avx512dq,avx512vnni"))), apply_to = function)
#else
#pragma GCC push_options
#pragma GCC target("avx512f,avx512bw,avx512vl,avx512dq,avx512vnni,prefer-vector-width=512")
#endif

namespace entente::nn {
namespace {

#include "extract/language/kernels_elements.inl"

/// Four bytes plus 128 each, repeated sixteen times.
inline __m512i four_inputs(const std::int8_t* a) {
    std::uint32_t bytes;
    std::memcpy(&bytes, a, 4);
    return _mm512_set1_epi32(static_cast<int>(bytes ^ 0x80808080u));
}

template <std::size_t Vectors, std::size_t Blocks>
struct Tile {
    template <class Store>
    static void run(const Matrix& m, std::size_t block, const std::int8_t* a, std::size_t t, const Store& store) {
        const std::size_t block_bytes = 16 * m.cols;
        const std::int8_t* w = m.w + block * block_bytes;
        __m512i sum[Vectors][Blocks];
        for (std::size_t b = 0; b < Blocks; ++b) {
            const __m512i start =
                _mm512_mullo_epi32(_mm512_load_si512(m.sum + 16 * (block + b)), _mm512_set1_epi32(-128));
            for (std::size_t v = 0; v < Vectors; ++v) sum[v][b] = start;
        }
        for (std::size_t k = 0; k < m.cols; k += 4, w += 64) {
            __m512i weights[Blocks];
#pragma GCC unroll 16
            for (std::size_t b = 0; b < Blocks; ++b) weights[b] = _mm512_load_si512(w + b * block_bytes);
#pragma GCC unroll 8
            for (std::size_t v = 0; v < Vectors; ++v) {
                const __m512i in = four_inputs(a + v * m.cols + k);
#pragma GCC unroll 16
                for (std::size_t b = 0; b < Blocks; ++b) sum[v][b] = _mm512_dpbusd_epi32(sum[v][b], in, weights[b]);
            }
        }
#pragma GCC unroll 8
        for (std::size_t v = 0; v < Vectors; ++v)
#pragma GCC unroll 16
            for (std::size_t b = 0; b < Blocks; ++b) {
                alignas(64) std::int32_t rows[16];
                _mm512_store_si512(rows, sum[v][b]);
                store(t + v, block + b, rows);
            }
    }
};

}  // namespace

const Kernels k_vnni = {"avx512vnni", multiply_with<Tile, 6, 4>, add_state_with<Tile, 10>, lstm_cell, quantise, scores};

}  // namespace entente::nn

#if defined(__clang__)
#pragma clang attribute pop
#else
#pragma GCC pop_options
#endif
#endif
