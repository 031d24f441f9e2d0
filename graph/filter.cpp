// SPDX-License-Identifier: Apache-2.0
#include "graph/filter.hpp"

#include <algorithm>
#include <iterator>
#include <numeric>

#include "graph/copies.hpp"

namespace entente {
namespace {

template <class T>
bool wanted(const std::vector<T>& list, const T& value) {
    return list.empty() || std::ranges::find(list, value) != list.end();
}

/// Reports are few beside what they say: each is looked at once.
class SourceTest {
public:
    SourceTest(const Graph& graph, const Filter& filter) : filter_(filter) {
        if (!filter.sources.empty()) known_.resize(graph.archive()->reports());
    }
    /// One of its publications is enough.
    bool operator()(const PackedObservation& o) {
        if (known_.empty() || (*this)(*o.report)) return true;
        return std::ranges::any_of(publications(o), [&](const Publication& p) { return filter_.takes_source(p.source); });
    }

private:
    bool operator()(const Report& report) {
        char& known = known_[report.number];
        if (known == 0) known = filter_.takes_source(report.source) ? 'y' : 'n';
        return known == 'y';
    }

    const Filter& filter_;
    std::vector<char> known_;  ///< by number of the report; 0: not looked at yet
};

std::vector<PackedObservation> taken(const Graph& graph, const Filter& f) {
    std::vector<PackedObservation> kept;
    SourceTest is_source(graph, f);
    for (const Edge& edge : graph.edges()) {
        if (!f.takes(edge.type, edge.polarity)) continue;
        if (!f.takes_kinds(graph.subject(edge).kind, graph.object(edge).kind)) continue;
        for (const PackedObservation& o : graph.packed(edge))
            if (f.takes_day(day_of(o, f.clock)) && f.takes_status(o.status()) && is_source(o)) kept.push_back(o);
    }
    return kept;
}

Graph strong_part(const Graph& graph, const Filter& filter) {
    std::vector<PackedObservation> strong;
    for (const Edge& edge : graph.edges())
        if (edge.weight >= filter.min_weight && edge.confidence >= filter.min_confidence)
            std::ranges::copy(graph.packed(edge), std::back_inserter(strong));
    return {std::move(strong), graph.archive()};
}

Graph among_top(const Graph& graph, std::uint32_t top) {
    const auto actors = graph.actors();
    std::vector<std::uint32_t> order(actors.size());
    std::iota(order.begin(), order.end(), 0u);
    const auto more = [&](std::uint32_t a, std::uint32_t b) {
        return std::pair(actors[b].mentions, a) < std::pair(actors[a].mentions, b);
    };
    std::ranges::nth_element(order, order.begin() + top, more);
    std::vector<bool> in(actors.size());
    for (std::uint32_t i = 0; i < top; ++i) in[order[i]] = true;
    std::vector<PackedObservation> kept;
    for (const Edge& edge : graph.edges())
        if (in[edge.subject] && in[edge.object]) std::ranges::copy(graph.packed(edge), std::back_inserter(kept));
    return {std::move(kept), graph.archive()};
}

}  // namespace

std::optional<Date> day_of(const PackedObservation& o, Clock clock) {
    if (clock == Clock::event) return o.date();
    return o.report->published ? std::optional(o.report->published->date()) : std::nullopt;
}

bool Filter::any() const {
    return from || to || is_of_edges() || !statuses.empty() || !sources.empty() || min_weight > 1 || min_confidence > 0 ||
           top > 0;
}

bool Filter::is_of_edges() const {
    return !types.empty() || !no_types.empty() || !quads.empty() || !kinds.empty() || polarity;
}

bool Filter::takes(std::optional<Type> type, Polarity of) const {
    if (polarity && *polarity != of) return false;
    if (!no_types.empty() && wanted(no_types, type)) return false;
    return wanted(types, type) && (quads.empty() || (type && wanted(quads, quad(*type))));
}

bool Filter::takes_day(std::optional<Date> day) const {
    if (!from && !to) return true;
    return day && (!from || *from <= *day) && (!to || *day < *to);
}

bool Filter::takes_status(Status status) const { return wanted(statuses, status); }

bool Filter::takes_source(std::string_view source) const {
    return sources.empty() ||
           std::ranges::any_of(sources, [&](const std::string& part) { return source.find(part) != source.npos; });
}

bool Filter::takes_kinds(Kind subject, Kind object) const { return wanted(kinds, subject) && wanted(kinds, object); }

Filter state_at(Date date, int days) {
    Filter filter;
    filter.from = Date{date.days - days + 1};
    filter.to = Date{date.days + 1};
    return filter;
}

Graph restrict(Graph&& graph, const Filter& filter) {
    return filter.any() ? restrict(graph, filter) : std::move(graph);
}

Graph restrict(const Graph& graph, const Filter& filter) {
    if (!filter.any()) return graph;
    Graph within(taken(graph, filter), graph.archive());
    if (filter.min_weight > 1 || filter.min_confidence > 0) within = strong_part(within, filter);
    return filter.top > 0 && filter.top < within.actors().size() ? among_top(within, filter.top) : within;
}

}  // namespace entente
