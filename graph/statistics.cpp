// SPDX-License-Identifier: Apache-2.0
#include "graph/statistics.hpp"

#include <algorithm>
#include <functional>
#include <numeric>
#include <string>
#include <unordered_set>

#include "graph/copies.hpp"

namespace entente {
namespace {

/// With those of copies.
void count_reports(const Graph& graph, Statistics& s) {
    std::unordered_set<std::string> documents;
    std::unordered_set<std::string> sources;
    std::vector<bool> seen(graph.archive() ? graph.archive()->reports() : 0);
    for (const PackedObservation& o : graph.packed()) {
        for (Publication& p : publications(o)) {
            documents.insert(std::move(p.document));
            sources.insert(std::move(p.source));
        }
        if (seen[o.report->number]) continue;
        seen[o.report->number] = true;
        documents.emplace(o.report->document);
        sources.emplace(o.report->source);
    }
    s.documents = documents.size();
    s.sources = sources.size();
}

void count_observations(const Graph& graph, Statistics& s) {
    for (const PackedObservation& o : graph.packed()) {
        const auto date = o.date();
        s.negated += o.polarity() == Polarity::negated;
        s.undated += !date;
        if (!date) continue;
        s.first = s.first ? std::min(*s.first, *date) : *date;
        s.last = s.last ? std::max(*s.last, *date) : *date;
    }
}

std::vector<TypeCount> count_types(const Graph& graph) {
    std::vector<TypeCount> all(k_type_count + 1);
    for (const Edge& e : graph.edges()) {
        TypeCount& count = all[rank(e.type)];
        count.type = e.type;
        ++count.edges;
        count.observations += e.weight;
    }
    std::erase_if(all, [](const TypeCount& c) { return c.edges == 0; });
    std::ranges::stable_sort(all, std::greater<>{}, &TypeCount::observations);
    return all;
}

}  // namespace

Statistics statistics(const Graph& graph, std::size_t top) {
    Statistics s;
    s.actors = graph.actors().size();
    s.edges = graph.edges().size();
    s.observations = graph.packed().size();
    count_reports(graph, s);
    count_observations(graph, s);
    for (const Actor& a : graph.actors()) ++s.kinds[static_cast<std::size_t>(a.kind)];
    s.top_actors.resize(s.actors);
    std::iota(s.top_actors.begin(), s.top_actors.end(), 0u);
    std::ranges::stable_sort(s.top_actors, std::greater<>{},
                             [&](std::uint32_t i) { return graph.actors()[i].mentions; });
    s.top_actors.resize(std::min(top, s.actors));
    s.types = count_types(graph);
    return s;
}

}  // namespace entente
