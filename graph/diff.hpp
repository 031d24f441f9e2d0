// SPDX-License-Identifier: Apache-2.0
// What changed between two states: of two graphs, or of one graph in two windows of time. Edge by edge, classed, ranked,
// with the observations that made the change.
#pragma once

#include <cstdint>
#include <limits>
#include <string_view>
#include <vector>

#include "graph/graph.hpp"
#include "graph/temporal.hpp"

namespace entente {

/// What became of an edge. `steady`: other observations, but about as many.
enum class Development : std::uint8_t { same, fresh, renewed, intensified, weakened, quiet, reversed, steady };

/// "same", "new", "renewed", "intensified", "weakened", "gone quiet", "reversed", "steady".
[[nodiscard]] std::string_view name(Development what);

inline constexpr std::uint32_t k_no_edge = std::numeric_limits<std::uint32_t>::max();

struct EdgeChange {
    std::uint32_t in_before = k_no_edge;  ///< index of the edge in the graph before
    std::uint32_t in_after = k_no_edge;   ///< and after; where one graph is compared with itself, both always
    std::uint32_t before = 0;             ///< observations
    std::uint32_t after = 0;
    std::uint32_t lost = 0;  ///< observations that are before only; see GraphDiff::lost()
    std::uint32_t gained = 0;
    std::uint32_t evidence_begin = 0;
    Development what = Development::same;
    /// How unlikely the change is if nothing had changed: the log-likelihood ratio G² (Dunning 1993) of the summed
    /// confidences before and after. 0 for standing relations (LEADS, LOCATED_IN …): that the news repeat them, or don't,
    /// is no change of the world.
    double weight = 0;

    /// ' ', '+', '-', '*': the signs of osmium diff.
    [[nodiscard]] char sign() const;
};

struct GraphDiff {
    std::vector<EdgeChange> changes;       ///< the weightiest first, then in the order of edges
    std::vector<std::uint32_t> evidence;   ///< indices into observations(), of the graph before or after

    [[nodiscard]] std::span<const std::uint32_t> lost(const EdgeChange& c) const {
        return std::span(evidence).subspan(c.evidence_begin, c.lost);
    }
    [[nodiscard]] std::span<const std::uint32_t> gained(const EdgeChange& c) const {
        return std::span(evidence).subspan(c.evidence_begin + c.lost, c.gained);
    }
    [[nodiscard]] bool any() const;  ///< whether anything is different
};

/// All edges of both. O(edges log edges + changed evidence).
[[nodiscard]] GraphDiff diff(const Graph& before, const Graph& after);

/// The edges that have observations in either window; the filters differ in nothing else. An edge that was observed
/// before the second window, but not in the first, is renewed. O(facts up to the later window).
[[nodiscard]] GraphDiff diff(const TemporalGraph& graph, const Filter& before, const Filter& after);

/// Actors that take part in nothing before, or in nothing after, by id; indices into the graph that knows them.
struct ActorChanges {
    std::vector<std::uint32_t> fresh;
    std::vector<std::uint32_t> vanished;
};
[[nodiscard]] ActorChanges actor_changes(const Graph& before, const Graph& after, const GraphDiff& diff);

}  // namespace entente
