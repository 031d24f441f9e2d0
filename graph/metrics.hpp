// SPDX-License-Identifier: Apache-2.0
// Who matters in a graph, and who belongs together.
#pragma once

#include <cstdint>
#include <vector>

#include "graph/temporal.hpp"

namespace entente {

/// One of each an actor, in the order of actors(). What is only denied counts nowhere.
struct Metrics {
    std::vector<std::uint32_t> degree;    ///< other actors that it has to do with
    std::vector<std::uint32_t> strength;  ///< weighted degree: observations that it takes part in
    std::vector<double> pagerank;         ///< along the direction of relations, damping 0.85; sums to 1
    std::vector<double> betweenness;      ///< share of the shortest ways between two others that lead by it, 0 to 1
    std::vector<std::uint32_t> core;      ///< the largest k such that it is in a part where all have k neighbours
    std::vector<std::uint32_t> community; ///< numbered by size, the largest 0
    bool is_sampled = false;              ///< betweenness is an estimate
};

inline constexpr std::size_t k_exact_betweenness = 2000;  ///< actors; above, it is estimated from so many

/// PageRank, core numbers and exact betweenness are Boost.Graph's; communities are Louvain's (Blondel 2008), their
/// modularity summed over both directions. Deterministic. O(edges), betweenness O(2000 × edges) at most.
[[nodiscard]] Metrics metrics(const TemporalGraph& graph, const Filter& filter, std::size_t exact = k_exact_betweenness);

}  // namespace entente
