// SPDX-License-Identifier: Apache-2.0
#include "graph/view.hpp"

#include <algorithm>
#include <cmath>
#include <tuple>

namespace entente {
namespace {

struct Step {
    std::uint32_t from;
    std::uint32_t to;
    std::uint32_t edge;
};

std::vector<Step> steps_of(const TemporalGraph& graph, const std::vector<EdgeState>& states, bool undirected) {
    std::vector<Step> steps;
    for (std::uint32_t i = 0; i < states.size(); ++i) {
        const EdgeKey& edge = graph.edges()[i];
        if (states[i].weight == 0 || edge.subject == edge.object) continue;
        steps.push_back({edge.subject, edge.object, i});
        if (undirected || states[i].symmetric) steps.push_back({edge.object, edge.subject, i});
    }
    std::ranges::sort(steps, [&](const Step& a, const Step& b) {
        if (a.from != b.from) return a.from < b.from;
        if (a.to != b.to) return a.to < b.to;
        const auto rank = [&](const Step& s) {
            return std::make_tuple(graph.edges()[s.edge].polarity, -states[s.edge].confidence(), s.edge);
        };
        return rank(a) < rank(b);
    });
    return steps;
}

/// What the affirmed relations of a link say together.
struct Support {
    double confidence = 0;  ///< of the surest
    std::uint32_t weight = 0;
    std::int32_t last = k_undated;
};

Support support_of(const TemporalGraph& graph, const std::vector<EdgeState>& states,
                   std::span<const std::uint32_t> edges) {
    Support s;
    for (const auto e : edges) {
        if (graph.edges()[e].polarity == Polarity::negated) continue;
        s.confidence = std::max(s.confidence, states[e].confidence());
        s.weight += states[e].weight;
        s.last = std::max(s.last, states[e].last);
    }
    return s;
}

std::uint64_t millionths(double value) { return static_cast<std::uint64_t>(std::llround(value * 1e6)); }

double doubt(const Support& s) { return -std::log(std::max(s.confidence, 1e-3)); }

double length_of(const Support& s, Weighting weighting, std::int32_t today) {
    constexpr double k_longest_age = 36500;
    switch (weighting) {
        case Weighting::hops: return 1;
        case Weighting::confidence: return doubt(s);
        case Weighting::recency:
            return 1 + (s.last == k_undated ? k_longest_age : std::clamp<double>(today - s.last, 0, k_longest_age)) / 30;
        case Weighting::strength: return 1.0 / s.weight;
    }
    return 1;
}

/// The length decides, in millionths; of equals the surer, or where confidence is the length the fewer hops.
std::uint64_t cost_of(const Support& s, const PathOptions& options, std::int32_t today, double hub) {
    constexpr int k_minor_bits = 30;  // k_longest_path × doubt of a hop fits
    const std::uint64_t length = millionths(length_of(s, options.weighting, today) + hub);
    const std::uint64_t minor = options.weighting == Weighting::confidence ? 1 : 1 + millionths(doubt(s));
    return (length << k_minor_bits) + minor;
}

}  // namespace

std::optional<std::uint32_t> View::find(std::uint32_t from, std::uint32_t to) const {
    const auto [begin, end] = adjacent_vertices(from, csr);
    const auto it = std::lower_bound(begin, end, to);
    if (it == end || *it != to) return std::nullopt;
    return static_cast<std::uint32_t>(out_edges(from, csr).first->idx + (it - begin));
}

View make_view(const TemporalGraph& graph, const std::vector<EdgeState>& states, const PathOptions& options) {
    View view;
    const auto steps = steps_of(graph, states, options.undirected);
    std::vector<std::pair<std::uint32_t, std::uint32_t>> pairs;
    for (std::size_t begin = 0, end = 0; begin < steps.size(); begin = end) {
        const bool is_affirmed = graph.edges()[steps[begin].edge].polarity == Polarity::affirmed;
        if (is_affirmed) {
            view.begins.push_back(static_cast<std::uint32_t>(view.alternatives.size()));
            pairs.emplace_back(steps[begin].from, steps[begin].to);
        }
        for (; end < steps.size() && steps[end].from == steps[begin].from && steps[end].to == steps[begin].to; ++end)
            if (is_affirmed) view.alternatives.push_back(steps[end].edge);  // what is only denied is no link
    }
    view.begins.push_back(static_cast<std::uint32_t>(view.alternatives.size()));
    view.csr = View::Csr(boost::edges_are_unsorted_multi_pass, pairs.begin(), pairs.end(),
                         static_cast<std::uint32_t>(graph.actors().size()));
    std::vector<double> hubs(graph.actors().size());
    if (options.hub_penalty > 0)
        for (std::uint32_t a = 0; a < hubs.size(); ++a)
            hubs[a] = options.hub_penalty * std::log10(1.0 + out_degree(a, view.csr) + in_degree(a, view.csr));
    std::int32_t today = k_undated;
    for (const EdgeState& s : states) today = std::max(today, s.last);
    for (std::uint32_t link = 0; link < pairs.size(); ++link)
        view.costs.push_back(
            cost_of(support_of(graph, states, view.edges(link)), options, today, hubs[pairs[link].second]));
    return view;
}

}  // namespace entente
