// SPDX-License-Identifier: Apache-2.0
#include "graph/part.hpp"

#include <algorithm>
#include <tuple>

namespace entente {
namespace {

std::uint32_t find_edge(const Graph& graph, std::uint32_t subject, std::uint32_t object, const Edge& like) {
    const auto key = [](std::uint32_t s, std::uint32_t o, const Edge& e) {
        return std::make_tuple(s, rank(e.type), o, e.polarity);
    };
    const auto it = std::ranges::lower_bound(graph.edges(), key(subject, object, like), {},
                                             [&](const Edge& e) { return key(e.subject, e.object, e); });
    return static_cast<std::uint32_t>(it - graph.edges().begin());
}

}  // namespace

Graph part_of(const Graph& whole, const TemporalGraph& over_time, const Filter& filter,
              const std::vector<std::uint32_t>& edges) {
    std::vector<char> wanted(whole.edges().size());
    for (const auto e : edges) wanted[e] = 1;
    std::vector<PackedObservation> all;
    for_each_fact(over_time, filter, [&](const Fact& f) {
        if (wanted[f.edge]) all.push_back(whole.packed()[f.evidence]);
    });
    return {std::move(all), whole.archive()};
}

std::vector<std::uint32_t> edges_of(const std::vector<Path>& paths) {
    std::vector<std::uint32_t> out;
    for (const Path& path : paths)
        for (const Hop& hop : path.hops) out.insert(out.end(), hop.edges.begin(), hop.edges.end());
    std::ranges::sort(out);
    out.erase(std::unique(out.begin(), out.end()), out.end());
    return out;
}

Path in_part(const Graph& whole, const Graph& part, const Path& path) {
    const auto actor = [&](std::uint32_t a) { return *part.find(whole.actors()[a].id); };
    Path out = path;
    for (Hop& hop : out.hops) {
        hop.from = actor(hop.from);
        hop.to = actor(hop.to);
        for (auto& e : hop.edges) {
            const Edge& edge = whole.edges()[e];
            e = find_edge(part, actor(edge.subject), actor(edge.object), edge);
        }
    }
    return out;
}

}  // namespace entente
