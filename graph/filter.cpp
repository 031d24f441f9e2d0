// SPDX-License-Identifier: Apache-2.0
#include "graph/filter.hpp"

#include <algorithm>

namespace entente {
namespace {

bool passes(const Observation& o, const Filter& f) {
    if ((f.from || f.to) && !o.date) return false;
    if (f.from && *o.date < *f.from) return false;
    if (f.to && *o.date >= *f.to) return false;
    return f.types.empty() || std::ranges::find(f.types, o.type) != f.types.end();
}

}  // namespace

bool Filter::any() const { return from || to || !types.empty() || min_weight > 1 || min_confidence > 0; }

Filter state_at(Date date, int days) {
    Filter filter;
    filter.from = Date{date.days - days + 1};
    filter.to = Date{date.days + 1};
    return filter;
}

Graph restrict(const Graph& graph, const Filter& filter) {
    if (!filter.any()) return graph;
    std::vector<Observation> kept;
    std::ranges::copy_if(graph.observations(), std::back_inserter(kept),
                         [&](const Observation& o) { return passes(o, filter); });
    Graph within(std::move(kept), graph.pool());
    if (filter.min_weight <= 1 && filter.min_confidence <= 0) return within;
    std::vector<Observation> strong;
    for (const Edge& edge : within.edges())
        if (edge.weight >= filter.min_weight && edge.confidence >= filter.min_confidence)
            std::ranges::copy(within.evidence(edge), std::back_inserter(strong));
    return {std::move(strong), graph.pool()};
}

}  // namespace entente
