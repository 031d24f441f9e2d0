// SPDX-License-Identifier: Apache-2.0
#include "core/hash.hpp"

#include <fmt/format.h>
#include <xxhash.h>

namespace entente {

std::string hash_hex(std::string_view bytes, std::size_t digits) {
    const XXH128_hash_t h = XXH3_128bits(bytes.data(), bytes.size());
    return fmt::format("{:016x}{:016x}", h.high64, h.low64).substr(0, digits);
}

}  // namespace entente
