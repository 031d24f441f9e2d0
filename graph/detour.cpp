// SPDX-License-Identifier: Apache-2.0
#include "graph/detour.hpp"

#include <algorithm>
#include <queue>
#include <unordered_set>

namespace entente {
namespace {

constexpr std::uint8_t k_far = 255;

/// Hops from `start` (`back`: to it), up to `limit`, not through what is blocked.
std::vector<std::uint8_t> levels(const View& view, std::uint32_t start, std::uint32_t limit, bool back,
                                 const std::vector<char>& blocked) {
    std::vector<std::uint8_t> hops(view.actors(), k_far);
    std::vector<std::uint32_t> queue{start};
    hops[start] = 0;
    for (std::size_t i = 0; i < queue.size() && hops[queue[i]] < limit; ++i) {
        if (i > 0 && blocked[queue[i]]) continue;
        const auto visit = [&](std::uint32_t, std::uint32_t next) {
            if (hops[next] != k_far) return;
            hops[next] = static_cast<std::uint8_t>(hops[queue[i]] + 1);
            queue.push_back(next);
        };
        back ? view.for_each_in(queue[i], visit) : view.for_each_out(queue[i], visit);
    }
    return hops;
}

std::uint64_t plus(std::uint64_t a, std::uint64_t b) { return b == k_no_cost ? k_no_cost : a + b; }

}  // namespace

Demands::Demands(const View& view, const TemporalGraph& graph, const PathQuery& query)
    : all((1u << query.via.size()) - 1) {
    for (std::size_t i = 0; i < query.via.size(); ++i) {
        const auto bit = static_cast<std::uint8_t>(1u << i);
        const Requirement& wanted = query.via[i];
        if (wanted.type) {
            links.resize(view.costs.size());
            for (std::uint32_t link = 0; link < links.size(); ++link)
                for (const auto e : view.edges(link))
                    if (graph.edges()[e].polarity == Polarity::affirmed && graph.edges()[e].type_of() == *wanted.type)
                        links[link] |= bit;
        } else {
            actors.resize(view.actors());
            for (std::uint32_t a = 0; a < actors.size(); ++a)
                if (wanted.actors[a] && a != query.from && a != query.to) actors[a] |= bit;
        }
    }
}

Detours::Detours(const View& view, const PathQuery& query, const Demands& demands, std::uint32_t limit)
    : view_(view),
      demands_(demands),
      start_(query.from),
      goal_(query.to),
      limit_(limit),
      bits_(static_cast<unsigned>(query.via.size())),
      blocked_(query.not_through) {
    blocked_.resize(view.actors());
    blocked_[start_] = blocked_[goal_] = 1;
    const auto near = levels(view, start_, limit, false, blocked_);
    const auto far = levels(view, goal_, limit, true, blocked_);
    std::vector<std::uint32_t> between;
    for (std::uint32_t a = 0; a < near.size(); ++a)
        if (!blocked_[a] && near[a] + far[a] <= static_cast<int>(limit)) between.push_back(a);
    for (std::uint32_t hops = 0; hops < limit; ++hops) {
        Layer layer(view.actors() << bits_, k_no_cost);
        layer[goal_ << bits_] = 0;
        bool is_news = hops == 0;
        for (const auto a : between) {
            if (hops == 0 || near[a] + hops > limit) continue;
            bound_actor(a, layers_.back(), layer);
            for (unsigned m = 0; m <= demands_.all; ++m)
                is_news |= layer[a << bits_ | m] != layers_.back()[a << bits_ | m];
        }
        if (!is_news) break;
        layers_.push_back(std::move(layer));
    }
}

void Detours::bound_actor(std::uint32_t actor, const Layer& shorter, Layer& layer) const {
    view_.for_each_out(actor, [&](std::uint32_t link, std::uint32_t next) {
        const unsigned met = demands_.met(link, next);
        for (unsigned missing = 0; missing <= demands_.all; ++missing) {
            std::uint64_t& best = layer[actor << bits_ | missing];
            best = std::min(best, plus(view_.costs[link], shorter[next << bits_ | (missing & ~met)]));
        }
    });
}

std::uint64_t Detours::left(std::uint32_t hops, std::uint32_t actor, unsigned missing) const {
    return layers_[std::min<std::size_t>(hops, layers_.size() - 1)][actor << bits_ | missing];
}

Detours::Node Detours::first_node(const Route& prefix) const {
    Node node{0, 0, prefix.back(), 0, limit_ - static_cast<std::uint32_t>(prefix.size() - 1), demands_.all};
    for (std::size_t i = 0; i + 1 < prefix.size(); ++i) {
        const std::uint32_t link = *view_.find(prefix[i], prefix[i + 1]);
        node.cost += view_.costs[link];
        node.missing &= ~demands_.met(link, prefix[i + 1]);
    }
    return node;
}

bool Detours::is_passed(std::uint32_t node, std::uint32_t actor) const {
    for (; node != 0; node = nodes_[node].parent)
        if (nodes_[node].actor == actor) return true;
    return false;
}

Route Detours::route_to(std::uint32_t node) const {
    Route out;
    for (; node != 0; node = nodes_[node].parent) out.push_back(nodes_[node].actor);
    std::ranges::reverse(out);
    return out;
}

bool Detours::is_later(std::uint32_t a, std::uint32_t b) const {
    if (nodes_[a].bound != nodes_[b].bound) return nodes_[a].bound > nodes_[b].bound;
    return route_to(a) > route_to(b);
}

std::optional<std::uint32_t> Detours::search(const Route& forbidden, std::uint64_t worst) {
    const auto later = [this](std::uint32_t a, std::uint32_t b) { return is_later(a, b); };
    std::priority_queue<std::uint32_t, std::vector<std::uint32_t>, decltype(later)> open(later);
    std::unordered_set<std::uint64_t> closed;
    for (std::uint32_t at = 0; true; at = open.top(), open.pop()) {
        const Node node = nodes_[at];
        if (node.actor == goal_) return at;
        const bool is_new = bits_ > 0 || closed.insert(std::uint64_t{node.actor} << 8 | node.hops).second;
        if (is_new && node.hops > 0)
            view_.for_each_out(node.actor, [&](std::uint32_t link, std::uint32_t next) {
                if (!is_open(next)) return;
                const unsigned missing = node.missing & ~demands_.met(link, next);
                const std::uint64_t cost = node.cost + view_.costs[link];
                const std::uint64_t bound = plus(cost, left(node.hops - 1, next, missing));
                if (bound == k_no_cost || bound > worst || is_passed(at, next)) return;
                if (at == 0 && std::ranges::binary_search(forbidden, next)) return;
                nodes_.push_back({bound, cost, next, at, node.hops - 1, missing});
                open.push(static_cast<std::uint32_t>(nodes_.size() - 1));
            });
        if (open.empty()) return std::nullopt;
    }
}

std::optional<RankedRoute> Detours::complete(const Route& prefix, const Route& forbidden, std::uint64_t worst) {
    if (prefix.size() > limit_) return std::nullopt;
    nodes_.assign(1, first_node(prefix));
    std::vector<std::uint32_t> added;
    for (const auto actor : prefix)
        if (!blocked_[actor]) added.push_back(actor);
    for (const auto actor : added) blocked_[actor] = 1;
    const auto end = search(forbidden, worst);
    for (const auto actor : added) blocked_[actor] = 0;
    if (!end) return std::nullopt;
    RankedRoute out{nodes_[*end].cost, prefix};
    std::ranges::copy(route_to(*end), std::back_inserter(out.route));
    return out;
}

}  // namespace entente
