// SPDX-License-Identifier: Apache-2.0
// What changed between two graphs, edge by edge, with the observations that made the change.
#pragma once

#include <cstdint>
#include <vector>

#include "graph/graph.hpp"

namespace entente {

enum class Change : std::uint8_t { same, added, removed, changed };

/// ' ', '+', '-', '*': the signs of osmium diff.
[[nodiscard]] char sign(Change change);

/// One edge of either graph. Pointers lead into the two graphs.
struct EdgeChange {
    Change change = Change::same;
    const Edge* before = nullptr;
    const Edge* after = nullptr;
    std::vector<const Observation*> lost;    ///< evidence of `before` only
    std::vector<const Observation*> gained;  ///< evidence of `after` only
};

/// All edges of both in the order of edges; `changed` are those whose evidence is not the same. One merge of two sorted
/// lists: O(edges + changed evidence).
[[nodiscard]] std::vector<EdgeChange> diff(const Graph& before, const Graph& after);

struct DiffSummary {
    std::size_t before = 0;  ///< edges
    std::size_t after = 0;
    std::size_t same = 0;
    std::size_t added = 0;
    std::size_t removed = 0;
    std::size_t changed = 0;
    std::size_t actors_added = 0;
    std::size_t actors_removed = 0;
    [[nodiscard]] bool any() const { return added + removed + changed > 0; }
};

[[nodiscard]] DiffSummary summarise(const std::vector<EdgeChange>& changes, const Graph& before, const Graph& after);

}  // namespace entente
