// SPDX-License-Identifier: Apache-2.0
// The words behind an answer: the part of a graph that some edges make up within a window.
#pragma once

#include <vector>

#include "graph/chronicle.hpp"
#include "graph/paths.hpp"

namespace entente {

/// The graph of those observations of `edges` (indices) that `filter` takes, but for its minima. O(window + evidence).
[[nodiscard]] Graph part_of(const Chronicle& whole, const Filter& filter, const std::vector<std::uint32_t>& edges);

/// All edges along some paths, each once.
[[nodiscard]] std::vector<std::uint32_t> edges_of(const std::vector<Path>& paths);

/// A path of `whole` with the indices of `part`, which has all its edges.
[[nodiscard]] Path in_part(const TemporalGraph& whole, const Graph& part, const Path& path);

}  // namespace entente
