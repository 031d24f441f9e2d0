// SPDX-License-Identifier: Apache-2.0
#include "graph/part.hpp"

#include <algorithm>
#include <tuple>

namespace entente {
namespace {

std::uint32_t find_edge(const Graph& graph, std::uint32_t subject, std::uint32_t object, const EdgeKey& like) {
    const auto it = std::ranges::lower_bound(
        graph.edges(), std::make_tuple(subject, unsigned{like.type}, object, like.polarity), {},
        [](const Edge& e) { return std::make_tuple(e.subject, rank(e.type), e.object, e.polarity); });
    return static_cast<std::uint32_t>(it - graph.edges().begin());
}

}  // namespace

Graph part_of(const Chronicle& whole, const Filter& filter, const std::vector<std::uint32_t>& edges) {
    std::vector<char> wanted(whole.over_time().edges().size());
    for (const auto e : edges) wanted[e] = 1;
    std::vector<std::uint32_t> evidence;
    for_each_fact(whole.over_time(), filter, [&](const Fact& f) {
        if (wanted[f.edge]) evidence.push_back(f.evidence);
    });
    return whole.part(std::move(evidence));
}

std::vector<std::uint32_t> edges_of(const std::vector<Path>& paths) {
    std::vector<std::uint32_t> out;
    for (const Path& path : paths)
        for (const Hop& hop : path.hops) out.insert(out.end(), hop.edges.begin(), hop.edges.end());
    std::ranges::sort(out);
    out.erase(std::unique(out.begin(), out.end()), out.end());
    return out;
}

Path in_part(const TemporalGraph& whole, const Graph& part, const Path& path) {
    const auto actor = [&](std::uint32_t a) { return *part.find(whole.actors()[a].id); };
    Path out = path;
    for (Hop& hop : out.hops) {
        hop.from = actor(hop.from);
        hop.to = actor(hop.to);
        for (auto& e : hop.edges) {
            const EdgeKey& edge = whole.edges()[e];
            e = find_edge(part, actor(edge.subject), actor(edge.object), edge);
        }
    }
    return out;
}

}  // namespace entente
