// SPDX-License-Identifier: Apache-2.0
#include "graph/diff.hpp"

#include <algorithm>
#include <string>
#include <tuple>

namespace entente {
namespace {

auto key(const Graph& graph, const Edge& edge) {
    return std::make_tuple(graph.subject(edge).id, rank(edge.type), graph.object(edge).id, edge.polarity);
}

std::vector<const Observation*> by_id(std::span<const Observation> evidence) {
    std::vector<const Observation*> out;
    out.reserve(evidence.size());
    for (const Observation& o : evidence) out.push_back(&o);
    std::ranges::sort(out, {}, [](const Observation* o) { return o->id; });
    return out;
}

void by_time(std::vector<const Observation*>& evidence) {
    std::ranges::sort(evidence, {},
                      [](const Observation* o) { return std::make_tuple(o->date, o->doc, o->sentence_index, o->id); });
}

EdgeChange one_side(Change change, const Graph& graph, const Edge& edge) {
    EdgeChange out;
    out.change = change;
    (change == Change::added ? out.after : out.before) = &edge;
    auto& evidence = change == Change::added ? out.gained : out.lost;
    for (const Observation& o : graph.evidence(edge)) evidence.push_back(&o);
    return out;
}

EdgeChange both_sides(const Graph& a, const Edge& before, const Graph& b, const Edge& after) {
    EdgeChange out{Change::same, &before, &after, {}, {}};
    if (std::ranges::equal(a.evidence(before), b.evidence(after))) return out;
    const auto olds = by_id(a.evidence(before));
    const auto news = by_id(b.evidence(after));
    std::size_t i = 0;
    std::size_t j = 0;
    while (i < olds.size() || j < news.size()) {
        const int order = i == olds.size() ? 1 : j == news.size() ? -1 : olds[i]->id.compare(news[j]->id);
        if (order == 0 && *olds[i] == *news[j]) {
            ++i, ++j;
            continue;
        }
        if (order <= 0) out.lost.push_back(olds[i++]);
        if (order >= 0) out.gained.push_back(news[j++]);
    }
    by_time(out.lost);
    by_time(out.gained);
    out.change = Change::changed;
    return out;
}

std::size_t count_missing(const Graph& of, const Graph& in) {
    return static_cast<std::size_t>(std::ranges::count_if(of.actors(), [&](const Actor& a) { return !in.find(a.id); }));
}

}  // namespace

char sign(Change change) { return " +-*"[static_cast<std::size_t>(change)]; }

std::vector<EdgeChange> diff(const Graph& before, const Graph& after) {
    std::vector<EdgeChange> out;
    const auto olds = before.edges();
    const auto news = after.edges();
    std::size_t i = 0;
    std::size_t j = 0;
    while (i < olds.size() || j < news.size()) {
        const bool old_first = j == news.size() || (i < olds.size() && key(before, olds[i]) < key(after, news[j]));
        const bool new_first = i == olds.size() || (j < news.size() && key(after, news[j]) < key(before, olds[i]));
        if (old_first) {
            out.push_back(one_side(Change::removed, before, olds[i++]));
        } else if (new_first) {
            out.push_back(one_side(Change::added, after, news[j++]));
        } else {
            out.push_back(both_sides(before, olds[i], after, news[j]));
            ++i, ++j;
        }
    }
    return out;
}

DiffSummary summarise(const std::vector<EdgeChange>& changes, const Graph& before, const Graph& after) {
    DiffSummary s;
    s.before = before.edges().size();
    s.after = after.edges().size();
    for (const EdgeChange& c : changes)
        ++(c.change == Change::same      ? s.same
           : c.change == Change::added   ? s.added
           : c.change == Change::removed ? s.removed
                                         : s.changed);
    s.actors_added = count_missing(after, before);
    s.actors_removed = count_missing(before, after);
    return s;
}

}  // namespace entente
