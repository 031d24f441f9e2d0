// SPDX-License-Identifier: Apache-2.0
#include "graph/diff.hpp"

#include <algorithm>
#include <numeric>
#include <string>
#include <tuple>

#include "graph/development.hpp"

namespace entente {
namespace {

auto key(const Graph& graph, const Edge& edge) {
    return std::make_tuple(graph.subject(edge).id, rank(edge.type), graph.object(edge).id, edge.polarity);
}

/// Two graphs, edge by edge: one merge of two sorted lists.
class Merge {
public:
    Merge(const Graph& before, const Graph& after) : a_(before), b_(after) {
        const auto ids = [](const Actor& x, const Actor& y) { return x.id < y.id; };
        std::ranges::set_union(a_.actors(), b_.actors(), std::back_inserter(actors_), ids);
    }

    GraphDiff run() {
        std::uint32_t i = 0;
        std::uint32_t j = 0;
        while (i < a_.edges().size() || j < b_.edges().size()) {
            const int order = compare(i, j);
            EdgeChange& c = out_.changes.emplace_back();
            c.evidence_begin = static_cast<std::uint32_t>(out_.evidence.size());
            basis(order <= 0 ? a_ : b_, (order <= 0 ? a_ : b_).edges()[order <= 0 ? i : j]);
            if (order <= 0) take_before(c, i);
            if (order >= 0) take_after(c, j);
            compare_evidence(c);
            i += order <= 0;
            j += order >= 0;
        }
        develop(out_, bases_);
        return std::move(out_);
    }

private:
    int compare(std::uint32_t i, std::uint32_t j) const {
        if (i == a_.edges().size()) return 1;
        if (j == b_.edges().size()) return -1;
        const auto x = key(a_, a_.edges()[i]);
        const auto y = key(b_, b_.edges()[j]);
        return x < y ? -1 : x > y ? 1 : 0;
    }

    void basis(const Graph& graph, const Edge& edge) {
        const auto number = [&](const Actor& actor) {
            return static_cast<std::uint32_t>(std::ranges::lower_bound(actors_, actor.id, {}, &Actor::id) - actors_.begin());
        };
        bases_.push_back({number(graph.subject(edge)), number(graph.object(edge)), {}, side_of(edge.type, edge.polarity),
                          is_standing(edge.type), {}});
    }

    static std::uint32_t confidence(const Graph& graph, const Edge& edge) {
        std::uint32_t sum = 0;
        for (const PackedObservation& o : graph.packed(edge)) sum += static_cast<std::uint32_t>(o.confidence);
        return sum;
    }

    void take_before(EdgeChange& c, std::uint32_t i) {
        c.in_before = i;
        c.before = a_.edges()[i].weight;
        bases_.back().confidence[0] = confidence(a_, a_.edges()[i]);
    }

    void take_after(EdgeChange& c, std::uint32_t j) {
        c.in_after = j;
        c.after = b_.edges()[j].weight;
        bases_.back().confidence[1] = confidence(b_, b_.edges()[j]);
    }

    /// Indices of an edge's observations, by id.
    static std::vector<std::uint32_t> by_id(const Graph& graph, std::uint32_t edge) {
        if (edge == k_no_edge) return {};
        std::vector<std::uint32_t> out(graph.edges()[edge].weight);
        std::iota(out.begin(), out.end(), graph.edges()[edge].evidence_begin);
        std::ranges::sort(out, {}, [&](std::uint32_t i) { return graph.packed()[i].id(); });
        return out;
    }

    void compare_evidence(EdgeChange& c) {
        if (c.in_before != k_no_edge && c.in_after != k_no_edge &&
            std::ranges::equal(a_.evidence(a_.edges()[c.in_before]), b_.evidence(b_.edges()[c.in_after])))
            return;
        const auto olds = by_id(a_, c.in_before);
        const auto news = by_id(b_, c.in_after);
        std::vector<std::uint32_t> lost;
        std::vector<std::uint32_t> gained;
        for (std::size_t i = 0, j = 0; i < olds.size() || j < news.size();) {
            const auto* x = i < olds.size() ? &a_.packed()[olds[i]] : nullptr;
            const auto* y = j < news.size() ? &b_.packed()[news[j]] : nullptr;
            const int order = !x ? 1 : !y ? -1 : x->id().compare(y->id());
            const bool is_same = order == 0 && unpack(*x) == unpack(*y);
            if (order <= 0 && !is_same) lost.push_back(olds[i]);
            if (order >= 0 && !is_same) gained.push_back(news[j]);
            i += order <= 0;
            j += order >= 0;
        }
        std::ranges::sort(lost);  // as the graphs have them: by time
        std::ranges::sort(gained);
        c.lost = static_cast<std::uint32_t>(lost.size());
        c.gained = static_cast<std::uint32_t>(gained.size());
        out_.evidence.insert(out_.evidence.end(), lost.begin(), lost.end());
        out_.evidence.insert(out_.evidence.end(), gained.begin(), gained.end());
    }

    const Graph& a_;
    const Graph& b_;
    std::vector<Actor> actors_;
    GraphDiff out_;
    std::vector<ChangeBasis> bases_;
};

std::vector<char> taking_part(const Graph& graph, const GraphDiff& diff, bool after) {
    std::vector<char> out(graph.actors().size());
    for (const EdgeChange& c : diff.changes) {
        if ((after ? c.after : c.before) == 0) continue;
        const Edge& e = graph.edges()[after ? c.in_after : c.in_before];
        out[e.subject] = out[e.object] = 1;
    }
    return out;
}

}  // namespace

char EdgeChange::sign() const {
    if (lost == 0 && gained == 0) return ' ';
    return before == 0 ? '+' : after == 0 ? '-' : '*';
}

bool GraphDiff::any() const {
    return std::ranges::any_of(changes, [](const EdgeChange& c) { return c.sign() != ' '; });
}

GraphDiff diff(const Graph& before, const Graph& after) { return Merge(before, after).run(); }

ActorChanges actor_changes(const Graph& before, const Graph& after, const GraphDiff& diff) {
    const auto olds = taking_part(before, diff, false);
    const auto news = taking_part(after, diff, true);
    ActorChanges out;
    const auto missing = [](const Graph& in, const std::vector<char>& part, std::string_view id) {
        const auto found = in.find(id);
        return !found || !part[*found];
    };
    for (std::uint32_t a = 0; a < news.size(); ++a)
        if (news[a] && missing(before, olds, after.actors()[a].id)) out.fresh.push_back(a);
    for (std::uint32_t a = 0; a < olds.size(); ++a)
        if (olds[a] && missing(after, news, before.actors()[a].id)) out.vanished.push_back(a);
    return out;
}

}  // namespace entente
