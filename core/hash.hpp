// SPDX-License-Identifier: Apache-2.0
// Ids that are functions of content: XXH3, stable across machines and versions.
#pragma once

#include <string>
#include <string_view>

namespace entente {

/// The first `digits` hexadecimal digits of the XXH3-128 of `bytes`; digits ≤ 32.
[[nodiscard]] std::string hash_hex(std::string_view bytes, std::size_t digits = 20);

}  // namespace entente
