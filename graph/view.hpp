// SPDX-License-Identifier: Apache-2.0
// A window of a graph as an immutable compressed sparse row graph of Boost.Graph: one link per ordered pair of actors,
// its parallel relations folded, with what it costs to go along it. Only a few files of graph/ include this: Boost.Graph
// is slow to compile.
#pragma once

#include <boost/graph/compressed_sparse_row_graph.hpp>
#include <cstdint>
#include <span>
#include <vector>

#include "graph/paths.hpp"
#include "graph/temporal.hpp"

namespace entente {

/// A link leads from one actor to another if an affirmed relation does: as stated, either way where it is symmetric or
/// direction is ignored. Links are numbered by (from, to), which is also their index in `csr`. About 30 bytes a link.
struct View {
    using Csr = boost::compressed_sparse_row_graph<boost::bidirectionalS, boost::no_property, boost::no_property,
                                                   boost::no_property, std::uint32_t, std::uint32_t>;
    Csr csr;
    std::vector<std::uint32_t> begins;        ///< into `alternatives`, one more than there are links
    std::vector<std::uint64_t> costs;         ///< see docs/paths: never 0; adds up along a path
    std::vector<std::uint32_t> alternatives;  ///< edges of the graph: affirmed first, then the surest, then by index

    [[nodiscard]] std::span<const std::uint32_t> edges(std::uint32_t link) const {
        return std::span(alternatives).subspan(begins[link], begins[link + 1] - begins[link]);
    }
    [[nodiscard]] std::size_t actors() const { return num_vertices(csr); }

    /// Calls take(link, target) for each link that leads away from `actor`, by target.
    template <class Take>
    void for_each_out(std::uint32_t actor, Take take) const {
        const auto [begin, end] = out_edges(actor, csr);
        for (auto it = begin; it != end; ++it) take(static_cast<std::uint32_t>((*it).idx), target(*it, csr));
    }
    /// Calls take(link, source) for each link that leads to `actor`, by source.
    template <class Take>
    void for_each_in(std::uint32_t actor, Take take) const {
        const auto [begin, end] = in_edges(actor, csr);
        for (auto it = begin; it != end; ++it) take(static_cast<std::uint32_t>((*it).idx), source(*it, csr));
    }
    [[nodiscard]] std::optional<std::uint32_t> find(std::uint32_t from, std::uint32_t to) const;  ///< O(log degree)
};

/// The links of those edges that have a weight in `states`. O(edges log edges). Relations of an actor with itself are
/// left out.
[[nodiscard]] View make_view(const TemporalGraph& graph, const std::vector<EdgeState>& states,
                             const PathOptions& options);

}  // namespace entente
