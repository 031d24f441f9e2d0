// SPDX-License-Identifier: Apache-2.0
#include "graph/paths.hpp"

#include <algorithm>

#include "graph/arrival.hpp"
#include "graph/detour.hpp"
#include "graph/meeting.hpp"
#include "graph/routes.hpp"
#include "graph/view.hpp"

namespace entente {

PathFinder::PathFinder(const TemporalGraph& graph, const Filter& filter, const PathOptions& options)
    : graph_(graph),
      options_(options),
      states_(states(graph, filter)),
      view_(std::make_unique<View>(make_view(graph, states_, options))) {
    if (options.time_respecting) contacts_ = contacts_of(graph, filter, states_, options.undirected);
}

PathFinder::~PathFinder() = default;

Route PathFinder::shortest(std::uint32_t from, std::uint32_t to) const { return meet(*view_, from, to); }

std::vector<Path> PathFinder::best(const PathQuery& query) const {
    if (query.from == query.to || query.count == 0) return {};
    return options_.time_respecting ? by_arrival(query) : by_cost(query);
}

std::vector<Path> PathFinder::by_cost(const PathQuery& query) const {
    const Demands demands(*view_, graph_, query);
    // Where hops decide, what has few is looked at first, which spares most of the graph.
    const bool hops_decide = options_.weighting == Weighting::hops && options_.hub_penalty == 0;
    const Route first = shortest(query.from, query.to);
    const auto fewest = static_cast<std::uint32_t>(first.size()) - 1;
    if (first.empty() || fewest > query.max_hops) return {};
    std::vector<RankedRoute> found;
    for (const std::uint32_t limit : {fewest, fewest + 1, query.max_hops}) {
        if (limit > query.max_hops || (limit < query.max_hops && !hops_decide)) continue;
        Detours detours(*view_, query, demands, limit);
        found = best_routes(query.from, query.count, [&](const Route& prefix, const Route& forbidden, std::uint64_t worst) {
            return detours.complete(prefix, forbidden, worst);
        });
        if (found.size() == query.count) break;
    }
    std::vector<Path> out;
    for (const RankedRoute& r : found) out.push_back(to_path(r.route));
    return out;
}

std::vector<Path> PathFinder::by_arrival(const PathQuery& query) const {
    Arrivals arrivals(contacts_, graph_.actors().size(), query);
    const auto found =
        best_routes(query.from, query.count, [&](const Route& prefix, const Route& forbidden, std::uint64_t worst) {
            return arrivals.complete(prefix, forbidden, worst);
        });
    std::vector<Path> out;
    for (const RankedRoute& r : found) {
        Path& path = out.emplace_back(to_path(r.route));
        const auto days = arrivals.days(r.route);
        for (std::size_t i = 0; i < days.size(); ++i) path.hops[i].day = Date{days[i]};
    }
    return out;
}

Path PathFinder::to_path(const Route& route) const {
    Path path;
    for (std::size_t i = 0; i + 1 < route.size(); ++i) {
        const auto edges = view_->edges(*view_->find(route[i], route[i + 1]));
        path.hops.push_back({route[i], route[i + 1], {edges.begin(), edges.end()}, {}});
        path.confidence *= states_[edges.front()].confidence();
    }
    return path;
}

std::size_t PathFinder::bytes() const {
    const std::size_t links = view_->costs.size();
    return states_.size() * sizeof(EdgeState) + contacts_.size() * sizeof(Contact) + view_->alternatives.size() * 4 +
           links * (4 + 8 + 3 * 4) + view_->actors() * 2 * 4;
}

}  // namespace entente
