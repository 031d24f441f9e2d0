// SPDX-License-Identifier: Apache-2.0
// Which part of the documents is this process's, where many share the work.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace entente::cli {

/// Documents belong to a shard by a hash of their id: each to exactly one, whatever the order of the inputs.
struct Shard {
    std::uint64_t index = 0;
    std::uint64_t count = 1;

    [[nodiscard]] bool has(std::string_view document_id) const;
};

/// "3/8": 0 to 8 of 8, where 0 and 8 are the same, so that counting from 0 and from 1 are both right. "auto": index and
/// count from the environment (a task of a Slurm job array, the rank of an MPI or Slurm step); "auto/8": only the
/// index. Throws UsageError.
[[nodiscard]] Shard parse_shard(const std::string& text);

}  // namespace entente::cli
