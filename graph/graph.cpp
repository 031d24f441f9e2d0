// SPDX-License-Identifier: Apache-2.0
#include "graph/graph.hpp"

#include <algorithm>
#include <numeric>
#include <tuple>

#include "graph/derive.hpp"

namespace entente {
namespace {

using Ends = std::vector<std::array<std::uint32_t, 2>>;

auto edge_key(const PackedObservation& o, const std::array<std::uint32_t, 2>& ends) {
    return std::make_tuple(ends[0], o.type, ends[1], o.polarity());
}

/// Puts what belongs at `order[i]` to i. Leaves `order` of no use.
void permute(std::vector<PackedObservation>& all, Ends& ends, std::vector<std::uint32_t>& order) {
    for (std::uint32_t begin = 0; begin < order.size(); ++begin) {
        if (order[begin] == begin) continue;
        const auto first = std::pair(all[begin], ends[begin]);
        std::uint32_t at = begin;
        for (std::uint32_t from = order[at]; from != begin; from = order[at]) {
            all[at] = all[from];
            ends[at] = ends[from];
            order[at] = at;
            at = from;
        }
        std::tie(all[at], ends[at]) = first;
        order[at] = at;
    }
}

/// Reorders observations and ends: by edge, then as time and text go.
void sort_by_edge(std::vector<PackedObservation>& all, Ends& ends) {
    const auto less = [&](std::uint32_t a, std::uint32_t b) {
        const auto x = edge_key(all[a], ends[a]);
        const auto y = edge_key(all[b], ends[b]);
        return x != y ? x < y : is_earlier(all[a], all[b]);
    };
    std::vector<std::uint32_t> order(all.size());
    std::iota(order.begin(), order.end(), 0u);
    if (std::ranges::is_sorted(order, less)) return;
    std::ranges::sort(order, less);
    permute(all, ends, order);
}

}  // namespace

std::string class_name(const Edge& edge) {
    std::string name(edge.polarity == Polarity::negated ? "NOT_" : "");
    return name += type_name(edge.type);
}

Graph::Graph(std::vector<PackedObservation> observations, std::shared_ptr<const Archive> archive)
    : archive_(std::move(archive)), observations_(std::move(observations)) {
    Ends ends;
    actors_ = derive_actors(observations_, ends);
    sort_by_edge(observations_, ends);
    for (std::size_t begin = 0, end = 0; begin < observations_.size(); begin = end) {
        const auto key = edge_key(observations_[begin], ends[begin]);
        while (end < observations_.size() && edge_key(observations_[end], ends[end]) == key) ++end;
        Edge& edge = edges_.emplace_back(derive_edge(packed().subspan(begin, end - begin), days_));
        edge.subject = ends[begin][0];
        edge.object = ends[begin][1];
        edge.evidence_begin = static_cast<std::uint32_t>(begin);
    }
}

std::optional<std::uint32_t> find_actor(std::span<const Actor> actors, std::string_view id) {
    const auto it = std::ranges::lower_bound(actors, id, {}, &Actor::id);
    if (it == actors.end() || it->id != id) return std::nullopt;
    return static_cast<std::uint32_t>(it - actors.begin());
}

}  // namespace entente
