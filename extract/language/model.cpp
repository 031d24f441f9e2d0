// SPDX-License-Identifier: Apache-2.0
#include "extract/language/model.hpp"

#include <fmt/format.h>
#include <zlib.h>

#include <algorithm>
#include <bit>
#include <cstring>

#include "core/error.hpp"

namespace entente::nn {
namespace {

static_assert(std::endian::native == std::endian::little, "the model file is read in place");

constexpr std::uint32_t k_version = 3;
constexpr std::size_t k_head = 64, k_row = 64, k_name = 32;
enum Kind : std::uint32_t { k_matrix = 1, k_embedding = 2, k_strings = 3, k_floats = 4 };

template <class T>
T read(std::string_view bytes, std::size_t at) {
    T out;
    std::memcpy(&out, bytes.data() + at, sizeof out);
    return out;
}

std::uint32_t checksum(std::string_view bytes) {
    return static_cast<std::uint32_t>(
        crc32_z(0, reinterpret_cast<const unsigned char*>(bytes.data()), static_cast<z_size_t>(bytes.size())));
}

void check_head(std::string_view bytes) {
    if (bytes.size() < k_head || bytes.substr(0, 8) != "ENTENTEM")
        throw InputError("model: this is no entente model; give the file that models/train/export.py wrote");
    if (const auto v = read<std::uint32_t>(bytes, 8); v != k_version)
        throw InputError(fmt::format("model: format version {}, this program reads {}; take the model of its release",
                                     v, k_version));
    if (const auto size = read<std::uint64_t>(bytes, 16); size != bytes.size())
        throw InputError(fmt::format("model: {} bytes of {}; copy the file again", bytes.size(), size));
    if (read<std::uint32_t>(bytes, 12) != checksum(bytes.substr(k_head)))
        throw InputError("model: the checksum is wrong, the file is damaged; copy it again");
}

[[noreturn]] void wrong(std::string_view name) {
    throw InputError(
        fmt::format("model: section '{}' is missing or has another size; take the model of this release", name));
}

}  // namespace

void Embedding::copy(std::int64_t i, float* out) const {
    const std::size_t row = i < 0 || static_cast<std::size_t>(i) >= rows ? 0 : static_cast<std::size_t>(i);
    const std::int8_t* from = w + row * cols;
    for (std::size_t k = 0; k < cols; ++k) out[k] = static_cast<float>(from[k]) * scale[row];
}

ModelFile::ModelFile(std::string_view bytes) {
    check_head(bytes);
    if (reinterpret_cast<std::uintptr_t>(bytes.data()) % 16 != 0)
        throw InputError("model: its bytes must be aligned in memory");  // the caller's mistake, not the user's
    const std::size_t count = read<std::uint32_t>(bytes, 24);
    if (count > (bytes.size() - k_head) / k_row) wrong("table");
    for (std::size_t i = 0; i < count; ++i) {
        const std::string_view row = bytes.substr(k_head + i * k_row, k_row);
        const std::string_view padded = row.substr(0, k_name);
        const std::string_view name = padded.substr(0, padded.find('\0'));
        const auto at = read<std::uint64_t>(row, 48), size = read<std::uint64_t>(row, 56);
        if (at % 64 != 0 || at > bytes.size() || size > bytes.size() - at) wrong(name);
        sections_.push_back({name, read<std::uint32_t>(row, 32), read<std::uint32_t>(row, 36),
                             read<std::uint32_t>(row, 40), bytes.substr(at, size)});
    }
}

const ModelFile::Section& ModelFile::find(std::string_view name, std::uint32_t kind) const {
    const auto it = std::ranges::find_if(sections_, [&](const Section& s) { return s.name == name && s.kind == kind; });
    if (it == sections_.end()) wrong(name);
    return *it;
}

Matrix ModelFile::matrix(std::string_view name, std::size_t rows, std::size_t cols) const {
    const Section& s = find(name, k_matrix);
    Matrix m;
    m.rows = (rows + 15) / 16 * 16;
    m.cols = (cols + 3) / 4 * 4;
    m.labels = rows;
    if (s.rows != rows || s.cols != cols || s.bytes.size() != m.rows * 12 + m.rows * m.cols) wrong(name);
    m.scale = reinterpret_cast<const float*>(s.bytes.data());
    m.bias = m.scale + m.rows;
    m.sum = reinterpret_cast<const std::int32_t*>(m.bias + m.rows);
    m.w = reinterpret_cast<const std::int8_t*>(m.sum + m.rows);
    return m;
}

Embedding ModelFile::embedding(std::string_view name, std::size_t rows, std::size_t cols) const {
    const Section& s = find(name, k_embedding);
    const std::size_t head = (rows * 4 + 63) / 64 * 64;
    if (rows == 0 || s.rows != rows || s.cols != cols || s.bytes.size() != head + rows * cols) wrong(name);
    return {rows, cols, reinterpret_cast<const float*>(s.bytes.data()),
            reinterpret_cast<const std::int8_t*>(s.bytes.data() + head)};
}

StringTable ModelFile::strings(std::string_view name) const { return {find(name, k_strings).bytes, name}; }

std::span<const float> ModelFile::floats(std::string_view name, std::size_t count) const {
    const Section& s = find(name, k_floats);
    if (s.bytes.size() != count * 4) wrong(name);
    return {reinterpret_cast<const float*>(s.bytes.data()), count};
}

}  // namespace entente::nn
