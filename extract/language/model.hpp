// SPDX-License-Identifier: Apache-2.0
// The model file (models/train/export.py says what is in it), checked and opened in place.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "extract/language/string_table.hpp"

namespace entente::nn {

/// y = scale * (w x) + bias with int8 weights. Rows come in blocks of 16: w[rows/16][cols/4][16][4].
struct Matrix {
    std::size_t rows = 0;    ///< padded to a multiple of 16 by rows of zeros
    std::size_t cols = 0;    ///< padded to a multiple of 4
    std::size_t labels = 0;  ///< rows before padding
    const float* scale = nullptr;
    const float* bias = nullptr;
    const std::int32_t* sum = nullptr;  ///< of each row's weights
    const std::int8_t* w = nullptr;
};

struct Embedding {
    std::size_t rows = 0;
    std::size_t cols = 0;
    const float* scale = nullptr;
    const std::int8_t* w = nullptr;

    /// Writes row `i` as floats; an `i` out of range is row 0, the unknown word.
    void copy(std::int64_t i, float* out) const;
};

/// Views into the bytes of a model, which must outlive it. Opening reads the bytes once (about 20 ms).
class ModelFile {
public:
    /// Throws InputError where `bytes` is no model, is of another version, or is damaged.
    explicit ModelFile(std::string_view bytes);

    /// Throw InputError where there is no such section, or it has other dimensions.
    [[nodiscard]] Matrix matrix(std::string_view name, std::size_t rows, std::size_t cols) const;
    [[nodiscard]] Embedding embedding(std::string_view name, std::size_t rows, std::size_t cols) const;
    [[nodiscard]] StringTable strings(std::string_view name) const;
    [[nodiscard]] std::span<const float> floats(std::string_view name, std::size_t count) const;

private:
    struct Section {
        std::string_view name;
        std::uint32_t kind;
        std::uint32_t rows;
        std::uint32_t cols;
        std::string_view bytes;
    };
    [[nodiscard]] const Section& find(std::string_view name, std::uint32_t kind) const;
    std::vector<Section> sections_;
};

}  // namespace entente::nn
