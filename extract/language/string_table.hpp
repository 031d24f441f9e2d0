// SPDX-License-Identifier: Apache-2.0
// A list of strings inside the model file, looked up by a hash table that is there too: nothing is built on load.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>

namespace entente::nn {

/// FNV-1a, 32 bits, of `bytes`; `h` continues a hash.
[[nodiscard]] constexpr std::uint32_t fnv1a(std::string_view bytes, std::uint32_t h = 2166136261u) {
    for (const char c : bytes) h = (h ^ static_cast<std::uint8_t>(c)) * 16777619u;
    return h;
}

/// A view into the model's bytes; copying costs four words.
class StringTable {
public:
    StringTable() = default;
    /// A section of kind STRINGS. Throws InputError where lengths or numbers don't fit.
    StringTable(std::string_view section, std::string_view name);

    [[nodiscard]] std::size_t size() const { return offsets_.size() - 1; }
    [[nodiscard]] std::string_view operator[](std::size_t i) const {
        return bytes_.substr(offsets_[i], offsets_[i + 1] - offsets_[i]);
    }
    /// The number of `key`, or -1. About two probes.
    [[nodiscard]] std::int32_t find(std::string_view key) const;

private:
    std::span<const std::uint32_t> offsets_;
    std::span<const std::uint32_t> slots_;  ///< 0 or number + 1; a power of two, never full
    std::string_view bytes_;
};

}  // namespace entente::nn
