// SPDX-License-Identifier: Apache-2.0
// The float functions of the kernels, included into an unnamed namespace once for each instruction set: the same
// source, which the compiler makes into vectors of another width. No include guard: that is the purpose.

/// x rounded to the nearest integer, ties to even; |x| < 2^22.
inline float round_even(float x) {
    constexpr float magic = 12582912.0f;  // 1.5 * 2^23: the sum has no bits left for a fraction
    return (x + magic) - magic;
}

/// e^x to about 2e-7 for |x| ≤ 80: 2^n * e^r with r in ±ln 2 / 2 (ln 2 in two parts) and the Taylor series to r^7.
inline float exp_of(float x) {
    const float n = round_even(x * 1.44269504f);
    const float r = (x - n * 0.693359375f) + n * 2.12194440e-4f;
    float p = 1.98412698e-4f;
    p = p * r + 1.38888889e-3f;
    p = p * r + 8.33333333e-3f;
    p = p * r + 4.16666667e-2f;
    p = p * r + 1.66666667e-1f;
    p = p * r + 0.5f;
    p = p * r + 1.0f;
    p = p * r + 1.0f;
    const std::int32_t power = (static_cast<std::int32_t>(n) + 127) * (1 << 23);
    return p * std::bit_cast<float>(power);
}

inline float clamp(float x, float limit) {
    x = x > limit ? limit : x;
    return x < -limit ? -limit : x;
}

inline float sigmoid(float x) { return 1.0f / (1.0f + exp_of(-clamp(x, 40.0f))); }

inline float tanh_of(float x) { return 1.0f - 2.0f / (1.0f + exp_of(2.0f * clamp(x, 20.0f))); }

void lstm_cell(float* __restrict gates, std::size_t width, float* __restrict c, float* __restrict h,
               std::int8_t* __restrict h8) {
    const float* __restrict input = gates;
    const float* __restrict forget = gates + width;
    const float* __restrict cell = gates + 2 * width;
    const float* __restrict output = gates + 3 * width;
    for (std::size_t i = 0; i < width; ++i) {
        const float next = sigmoid(forget[i]) * c[i] + sigmoid(input[i]) * tanh_of(cell[i]);
        c[i] = next;
        h[i] = sigmoid(output[i]) * tanh_of(next);
    }
    for (std::size_t i = 0; i < width; ++i)
        h8[i] = static_cast<std::int8_t>(static_cast<std::int32_t>(round_even(h[i] * 127.0f)));
}

float quantise(const float* __restrict x, std::size_t width, std::size_t padded, std::int8_t* __restrict out) {
    std::uint32_t largest = 0;  // of the bits of |x|, which are ordered like |x|
    for (std::size_t i = 0; i < width; ++i) {
        const std::uint32_t bits = std::bit_cast<std::uint32_t>(x[i]) & 0x7FFFFFFFu;
        largest = bits > largest ? bits : largest;
    }
    const float max = std::bit_cast<float>(largest);
    const float inverse = max > 0.0f ? 127.0f / max : 0.0f;
    for (std::size_t i = 0; i < width; ++i)
        out[i] = static_cast<std::int8_t>(static_cast<std::int32_t>(round_even(x[i] * inverse)));
    for (std::size_t i = width; i < padded; ++i) out[i] = 0;
    return max / 127.0f;
}

void scores(const float* __restrict q, std::size_t width, const float* __restrict keys, std::size_t stride,
            std::size_t n, float* __restrict out) {
    constexpr std::size_t block = 64;  // sums that stay in registers
    for (std::size_t j = 0; j < n; j += block) {
        float sum[block] = {};
        for (std::size_t k = 0; k < width; ++k) {
            const float* __restrict row = keys + k * stride + j;
            for (std::size_t i = 0; i < block; ++i) sum[i] += q[k] * row[i];
        }
        for (std::size_t i = 0; i < block && j + i < n; ++i) out[j + i] = sum[i];
    }
}

/// Integer sums of 16 rows → floats.
inline void scale_rows(const Matrix& m, std::size_t block, const std::int32_t* sum, float scale, float* out) {
    const float* __restrict row_scale = m.scale + 16 * block;
    const float* __restrict bias = m.bias + 16 * block;
    for (std::size_t i = 0; i < 16; ++i) out[i] = static_cast<float>(sum[i]) * (row_scale[i] * scale) + bias[i];
}

inline void scale_rows_onto(const Matrix& m, std::size_t block, const std::int32_t* sum, float* out) {
    const float* __restrict row_scale = m.scale + 16 * block;
    for (std::size_t i = 0; i < 16; ++i) out[i] += static_cast<float>(sum[i]) * (row_scale[i] * (1.0f / 127.0f));
}

/// Goes through the vectors and row blocks in tiles of `Tile::vectors` x `Tile::blocks`, the smaller ones at the edges.
template <template <std::size_t, std::size_t> class Tile, std::size_t Vectors, std::size_t Blocks, class Store>
inline void tiles(const Matrix& m, const std::int8_t* a, std::size_t count, const Store& store) {
    const std::size_t blocks = m.rows / 16;
    for (std::size_t b = 0; b < blocks;) {
        const bool wide = b + Blocks <= blocks;
        std::size_t t = 0;
        for (; t + Vectors <= count; t += Vectors) {
            if (wide)
                Tile<Vectors, Blocks>::run(m, b, a + t * m.cols, t, store);
            else
                Tile<Vectors, 1>::run(m, b, a + t * m.cols, t, store);
        }
        for (; t < count; ++t) {
            if (wide)
                Tile<1, Blocks>::run(m, b, a + t * m.cols, t, store);
            else
                Tile<1, 1>::run(m, b, a + t * m.cols, t, store);
        }
        b += wide ? Blocks : 1;
    }
}

template <template <std::size_t, std::size_t> class Tile, std::size_t Vectors, std::size_t Blocks>
void multiply_with(const Matrix& m, const Quantised& a, float* out, std::size_t stride) {
    tiles<Tile, Vectors, Blocks>(m, a.values, a.count,
                                 [&](std::size_t t, std::size_t block, const std::int32_t* sum) {
                                     scale_rows(m, block, sum, a.scale[t], out + t * stride + 16 * block);
                                 });
}

template <template <std::size_t, std::size_t> class Tile, std::size_t Blocks>
void add_state_with(const Matrix& u, const std::int8_t* h, float* gates) {
    tiles<Tile, 1, Blocks>(u, h, 1, [&](std::size_t, std::size_t block, const std::int32_t* sum) {
        scale_rows_onto(u, block, sum, gates + 16 * block);
    });
}
