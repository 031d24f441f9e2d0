// SPDX-License-Identifier: Apache-2.0
// The model and the tables that were linked into the program.
#pragma once

#include <span>
#include <string_view>

namespace entente {

struct EmbeddedFile {
    std::string_view path;   ///< relative to the source tree: "data/actors/states.tsv"
    std::string_view bytes;  ///< aligned to 64 bytes, followed by a NUL
};

/// In the order of their paths.
[[nodiscard]] std::span<const EmbeddedFile> embedded_files();

}  // namespace entente
