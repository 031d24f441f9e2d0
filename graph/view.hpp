// SPDX-License-Identifier: Apache-2.0
// A graph as an immutable compressed sparse row graph of Boost.Graph: one link per ordered pair of actors, its parallel
// relations folded. Only paths.cpp includes this: Boost.Graph is slow to compile.
#pragma once

#include <boost/graph/compressed_sparse_row_graph.hpp>
#include <cstdint>
#include <vector>

#include "graph/graph.hpp"

namespace entente {

/// All edges that lead from one actor to another: as stated, either way where they are symmetric or direction is
/// ignored.
struct Link {
    std::uint32_t from = 0;
    std::uint32_t to = 0;
    std::uint32_t begin = 0;  ///< View::alternatives [begin, begin + count): edges, the best supported first
    std::uint32_t count = 0;
    std::uint64_t cost = 1;  ///< -log of the best confidence in millionths, plus one: no link is free
};

struct LinkIndex {
    std::uint32_t link = 0;
};

struct View {
    using Csr = boost::compressed_sparse_row_graph<boost::bidirectionalS, boost::no_property, LinkIndex,
                                                   boost::no_property, std::uint32_t, std::uint32_t>;
    Csr csr;
    std::vector<Link> links;  ///< by (from, to)
    std::vector<std::uint32_t> alternatives;
};

/// O(edges log edges). Relations of an actor with itself are left out.
[[nodiscard]] View make_view(const Graph& graph, bool undirected);

}  // namespace entente
