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

/// With the copies, whose texts have addresses of their own.
void count_publications(const Graph& graph, Statistics& s) {
    std::unordered_set<std::string> documents;
    std::unordered_set<std::string> sources;
    for (const Observation& o : graph.observations()) {
        documents.emplace(o.doc);
        sources.emplace(o.source);
        for (Publication& p : publications(o)) {
            documents.insert(std::move(p.document));
            sources.insert(std::move(p.source));
        }
    }
    s.documents = documents.size();
    s.sources = sources.size();
}

void count_observations(const Graph& graph, Statistics& s) {
    std::unordered_set<const char*> documents;  // by address: texts are interned
    std::unordered_set<const char*> sources;
    bool has_copies = false;
    for (const Observation& o : graph.observations()) {
        has_copies |= !o.copies.empty();
        documents.insert(o.doc.data());
        sources.insert(o.source.data());
        s.negated += o.polarity == Polarity::negated;
        s.undated += !o.date;
        if (!o.date) continue;
        s.first = s.first ? std::min(*s.first, *o.date) : *o.date;
        s.last = s.last ? std::max(*s.last, *o.date) : *o.date;
    }
    s.documents = documents.size();
    s.sources = sources.size();
    if (has_copies) count_publications(graph, s);
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
    s.observations = graph.observations().size();
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
