// SPDX-License-Identifier: Apache-2.0
// How two actors are connected: the best simple paths, parallel relations of a hop folded into its alternatives.
#pragma once

#include <cstdint>
#include <memory>
#include <vector>

#include "graph/graph.hpp"

namespace entente {

struct View;

struct Hop {
    std::uint32_t from = 0;  ///< actors
    std::uint32_t to = 0;
    std::vector<std::uint32_t> edges;  ///< the relations between them, the best supported first; an edge's subject is
                                       ///< `to` where it is symmetric or direction is ignored
};

struct Path {
    std::vector<Hop> hops;
    double confidence = 1;  ///< product of each hop's best relation's
};

/// Immutable after construction, which costs O(edges log edges); best() may be called from any thread.
class PathFinder {
public:
    /// Keeps a reference to `graph`. Edges lead from subject to object, symmetric ones both ways; all of them both
    /// ways where `undirected`.
    explicit PathFinder(const Graph& graph, bool undirected = false);
    ~PathFinder();

    /// The `count` best of all paths from one actor to another that visit none twice and have at most `max_hops` hops:
    /// by hops, then confidence (to a millionth), then the ids along the path. Exact: Yen 1971, with A* towards
    /// `from` for the detours. O(count × max_hops × (links log links)) at worst.
    [[nodiscard]] std::vector<Path> best(std::uint32_t from, std::uint32_t to, std::size_t count,
                                         std::uint32_t max_hops) const;

private:
    const Graph& graph_;
    std::unique_ptr<View> view_;
};

}  // namespace entente
