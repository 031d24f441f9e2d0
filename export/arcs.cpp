// SPDX-License-Identifier: Apache-2.0
#include "export/arcs.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <tuple>
#include <vector>

#include "export/look.hpp"
#include "graph/derive.hpp"

namespace entente {
namespace {

using Take = std::function<void(const Arc&)>;

/// Asks for `bytes` bytes from there on. Here and below inlined because GCC 12 leaves out calls of functions that do nothing but
/// this.
[[gnu::always_inline]] inline void fetch(const void* from, std::size_t bytes) {
    const char* const at = static_cast<const char*>(from);
    for (std::size_t i = 0; i < bytes; i += 64) __builtin_prefetch(at + i);
    __builtin_prefetch(at + bytes - 1);
}

/// The texts of a large graph lie all over the memory: asks for those of the evidence some edges ahead.
[[gnu::always_inline]] inline void fetch_ahead(const Graph& graph, std::size_t i) {
    const auto edges = graph.edges();
    if (i + 12 < edges.size()) fetch(graph.packed(edges[i + 12]).data(), sizeof(PackedObservation));
    if (i + 8 < edges.size()) {
        const Edge& edge = edges[i + 8];
        const PackedObservation& o = graph.packed(edge).front();
        fetch(o.report, sizeof(Report));
        fetch(o.object, sizeof(Named));
        fetch(o.rest.data(), 160);
        fetch(o.sentence.data(), 192);
        fetch(&graph.object(edge), sizeof(Actor));
        for (const std::string_view text : {o.phrase, edge.label}) __builtin_prefetch(text.data());
    }
    if (i + 4 < edges.size()) {
        __builtin_prefetch(graph.packed(edges[i + 4]).front().report->document.data());
        __builtin_prefetch(graph.object(edges[i + 4]).id.data());
    }
}

void each_type(const Graph& graph, const Take& take) {
    IdMaker make;
    for (std::size_t i = 0; i < graph.edges().size(); ++i) {
        fetch_ahead(graph, i);
        const Edge& e = graph.edges()[i];
        take({e, class_name(e), type_name(e.type), graph.packed(e), graph.days(e), edge_id(graph, e, make), i});
    }
}

void each_observation(const Graph& graph, const Take& take) {
    IdMaker make;
    std::vector<Date> days;
    for (const Edge& e : graph.edges())
        for (const PackedObservation& o : graph.packed(e)) {
            days.clear();
            Edge one = derive_edge({&o, 1}, days);
            std::tie(one.subject, one.object) = std::tie(e.subject, e.object);
            take({one, class_name(one), type_name(one.type), {&o, 1}, days, make({o.id()})});
        }
}

/// All edges from one actor to another.
class Pair {
public:
    void add(const Graph& graph, const Edge& edge) {
        edges_.push_back(&edge);
        std::ranges::copy(graph.packed(edge), std::back_inserter(evidence_));
    }

    void hand_on(const Graph& graph, const Take& take) {
        std::ranges::sort(evidence_, is_earlier);
        std::ranges::stable_sort(edges_, std::greater<>{}, &Edge::weight);
        const Edge& chief = *edges_.front();
        Edge all = derive_edge(evidence_, days_);
        std::tie(all.subject, all.object, all.type) = std::tie(chief.subject, chief.object, chief.type);
        all.polarity = chief.polarity;
        all.label = chief.label;
        all.goldstein = tone(chief.polarity);
        all.symmetric = std::ranges::all_of(edges_, &Edge::symmetric);
        std::string relations;
        for (const Edge* e : edges_) relations.append(relations.empty() ? "" : " ").append(class_name(*e));
        IdMaker make;
        const auto id = make({graph.subject(chief).id, graph.object(chief).id});
        take({all, class_name(chief), relations, evidence_, days_, id});
        *this = Pair();
    }

private:
    /// The mean of what holds, or of what is denied where nothing else is said oftener: an act denied has no share in the tone.
    [[nodiscard]] double tone(Polarity polarity) const {
        double sum = 0, weight = 0;
        for (const Edge* e : edges_)
            if (e->polarity == polarity) sum += e->goldstein * e->weight, weight += e->weight;
        return std::round(sum / weight * 1000) / 1000 + 0.0;  // no "-0"
    }

    std::vector<const Edge*> edges_;
    std::vector<PackedObservation> evidence_;
    std::vector<Date> days_;
};

void each_pair(const Graph& graph, const Take& take) {
    std::vector<std::uint32_t> order(graph.edges().size());
    std::iota(order.begin(), order.end(), 0u);
    const auto ends = [&](std::uint32_t i) {
        return std::pair(graph.edges()[i].subject, graph.edges()[i].object);
    };
    std::ranges::stable_sort(order, {}, ends);
    Pair pair;
    for (std::size_t i = 0; i < order.size(); ++i) {
        pair.add(graph, graph.edges()[order[i]]);
        if (i + 1 == order.size() || ends(order[i]) != ends(order[i + 1])) pair.hand_on(graph, take);
    }
}

}  // namespace

void for_each_arc(const Graph& graph, Aggregate aggregate, const Take& take) {
    if (aggregate == Aggregate::type) return each_type(graph, take);
    if (aggregate == Aggregate::pair) return each_pair(graph, take);
    each_observation(graph, take);
}

}  // namespace entente
