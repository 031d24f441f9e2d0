// SPDX-License-Identifier: Apache-2.0
// A diff as a graph: what is in either state, coloured by what became of it.
#pragma once

#include <span>

#include "export/columns.hpp"
#include "graph/diff.hpp"

namespace entente {

struct ChangeDrawing {
    Graph graph;
    Columns of_actors;  ///< change: "new", "vanished", "same"
    Columns of_edges;   ///< change: name() of it; before, after: observations; change_weight: EdgeChange::weight
};

/// What became of things, told apart by most colour-blind readers (pairs are at least 18 apart in CIELAB, whatever cone
/// is missing). As the page has them: green what appears, purple what goes, amber what grows; grey what stays.
[[nodiscard]] Colour colour(Development what);

/// The edges of `changes`. `both` has all observations of the two states, `before` and `after` are what the indices of
/// `diff` are of. O(n log n).
[[nodiscard]] ChangeDrawing draw_changes(const Graph& both, const Graph& before, const Graph& after, const GraphDiff& diff,
                                         std::span<const EdgeChange* const> changes);

}  // namespace entente
