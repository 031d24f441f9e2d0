// SPDX-License-Identifier: Apache-2.0
// First positions for drawings, so that a fresh import is no hairball.
#pragma once

#include <vector>

#include "graph/graph.hpp"

namespace entente {

struct Point {
    double x = 0;
    double y = 0;
};

/// One position per actor, centred on the origin, about 140 apart (sizes go to 100), with one decimal; the same on every
/// machine. The best connected 256 actors are laid out by forces between all pairs (edges pull as springs, all push each
/// other apart: Fruchterman & Reingold 1991, with the pull of an edge shared among its ends' edges, so that hubs don't
/// collapse); the others begin beside those they are tied to. Forces from near neighbours refine the whole as far as
/// about 4 million evaluations go: 25 steps for 4,000 actors, none above some 100,000. Then distances from the centre
/// are evened out. O(actors log actors + edges), 50 ms for a million edges.
[[nodiscard]] std::vector<Point> layout(const Graph& graph);

}  // namespace entente
