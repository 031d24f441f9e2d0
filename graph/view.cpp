// SPDX-License-Identifier: Apache-2.0
#include "graph/view.hpp"

#include <algorithm>
#include <cmath>
#include <tuple>

namespace entente {
namespace {

struct Arc {
    std::uint32_t from;
    std::uint32_t to;
    std::uint32_t edge;
};

std::vector<Arc> arcs_of(const Graph& graph, bool undirected) {
    std::vector<Arc> arcs;
    for (std::uint32_t i = 0; i < graph.edges().size(); ++i) {
        const Edge& edge = graph.edges()[i];
        if (edge.subject == edge.object) continue;
        arcs.push_back({edge.subject, edge.object, i});
        if (undirected || edge.symmetric) arcs.push_back({edge.object, edge.subject, i});
    }
    // Within a link: what is affirmed before what is denied, then the surest, then the order of edges.
    std::ranges::sort(arcs, [&](const Arc& a, const Arc& b) {
        const auto key = [&](const Arc& arc) {
            const Edge& edge = graph.edges()[arc.edge];
            return std::make_tuple(arc.from, arc.to, edge.polarity, -edge.confidence, arc.edge);
        };
        return key(a) < key(b);
    });
    return arcs;
}

std::uint64_t cost_of(double confidence) {
    return 1 + static_cast<std::uint64_t>(std::llround(-std::log(std::max(confidence, 1e-3)) * 1e6));
}

}  // namespace

View make_view(const Graph& graph, bool undirected) {
    View view;
    std::vector<std::pair<std::uint32_t, std::uint32_t>> pairs;
    std::vector<LinkIndex> indices;
    for (const Arc& arc : arcs_of(graph, undirected)) {
        if (view.links.empty() || view.links.back().from != arc.from || view.links.back().to != arc.to) {
            const auto begin = static_cast<std::uint32_t>(view.alternatives.size());
            indices.push_back({static_cast<std::uint32_t>(view.links.size())});
            pairs.emplace_back(arc.from, arc.to);
            view.links.push_back({arc.from, arc.to, begin, 0, cost_of(graph.edges()[arc.edge].confidence)});
        }
        ++view.links.back().count;
        view.alternatives.push_back(arc.edge);
    }
    view.csr = View::Csr(boost::edges_are_unsorted_multi_pass, pairs.begin(), pairs.end(), indices.begin(),
                         static_cast<std::uint32_t>(graph.actors().size()));
    return view;
}

}  // namespace entente
