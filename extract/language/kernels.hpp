// SPDX-License-Identifier: Apache-2.0
// The arithmetic of the network: int8 products summed exactly in int32, and float functions of single elements.
// Every set of kernels gives the same bytes: integer sums are exact, floats are computed element by element with
// the basic IEEE operations in one fixed order (no fused operations, no libm).
#pragma once

#include <cstdint>
#include <span>
#include <string_view>

#include "extract/language/model.hpp"

namespace entente::nn {

/// `count` vectors of int8, each with its own scale; they are matrix.cols apart.
struct Quantised {
    const std::int8_t* values = nullptr;
    const float* scale = nullptr;
    std::size_t count = 0;
};

struct Kernels {
    std::string_view name;

    /// out[t] = (w a[t]) * (row scale * scale of t) + bias, for each vector t; out rows are `stride` floats apart
    /// and hold matrix.rows each. The tile of sums stays in registers: ~150 G multiplications/s with AVX-512 VNNI.
    void (*multiply)(const Matrix& m, const Quantised& a, float* out, std::size_t stride);

    /// gates += (u h) * (row scale / 127): one step of a recurrence; h in [-127, 127] stands for h / 127.
    void (*add_state)(const Matrix& u, const std::int8_t* h, float* gates);

    /// LSTM cell: gates (input, forget, cell, output; each `width`) and c → c, h, and h as int8 (127 = 1).
    void (*lstm_cell)(float* gates, std::size_t width, float* c, float* h, std::int8_t* h8);

    /// x → int8 with scale max|x| / 127, rounded to nearest even; the rest up to `padded` becomes 0.
    float (*quantise)(const float* x, std::size_t width, std::size_t padded, std::int8_t* out);

    /// out[j] = Σk q[k] * keys[k * stride + j] in the order of k, for j < n.
    void (*scores)(const float* q, std::size_t width, const float* keys, std::size_t stride, std::size_t n, float* out);
};

/// Those that this processor can run, the fastest first.
[[nodiscard]] std::span<const Kernels> kernels();

// Each is defined in its own file and may only be used where the processor has what it needs.
extern const Kernels k_plain;
extern const Kernels k_avx2;
extern const Kernels k_vnni;

}  // namespace entente::nn
