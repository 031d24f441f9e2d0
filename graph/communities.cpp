// SPDX-License-Identifier: Apache-2.0
#include "graph/communities.hpp"

#include <algorithm>
#include <map>
#include <numeric>

namespace entente {
namespace {

/// A weighted graph whose nodes are actors, or communities of the round before.
struct Coarse {
    std::vector<std::vector<std::pair<std::uint32_t, std::int64_t>>> links;  ///< by node: others and weights
    std::vector<std::int64_t> strength;                                      ///< by node, what is within it counted twice
    std::int64_t total = 0;                                                  ///< of all strengths
};

Coarse coarse_of(const View& view, const std::vector<std::uint32_t>& weights) {
    Coarse g;
    g.links.resize(view.actors());
    g.strength.resize(view.actors());
    for (std::uint32_t a = 0; a < view.actors(); ++a)
        view.for_each_out(a, [&](std::uint32_t link, std::uint32_t other) {
            g.links[a].emplace_back(other, weights[link]);
            g.strength[a] += weights[link];
        });
    g.total = std::accumulate(g.strength.begin(), g.strength.end(), std::int64_t{0});
    return g;
}

/// Moves nodes until nothing gains; the community of each, numbered from 0. Whether any moved.
bool move_nodes(const Coarse& g, std::vector<std::uint32_t>& community) {
    constexpr int k_rounds = 20;
    const std::size_t n = g.links.size();
    community.resize(n);
    std::iota(community.begin(), community.end(), 0u);
    std::vector<std::int64_t> strength = g.strength;  // by community
    std::vector<std::int64_t> to(n);                  // weight of the links from one node to each community
    bool has_moved = false;
    for (int round = 0, moved = 1; moved > 0 && round < k_rounds; ++round) {
        moved = 0;
        for (std::uint32_t node = 0; node < n; ++node) {
            const std::uint32_t old = community[node];
            for (const auto& [other, weight] : g.links[node])
                if (other != node) to[community[other]] += weight;
            strength[old] -= g.strength[node];
            const auto gain = [&](std::uint32_t c) { return to[c] * g.total - strength[c] * g.strength[node]; };
            std::uint32_t best = old;
            for (const auto& [other, weight] : g.links[node]) {
                const std::uint32_t c = community[other];
                if (gain(c) > gain(best) || (gain(c) == gain(best) && c < best && best != old)) best = c;
            }
            for (const auto& [other, weight] : g.links[node]) to[community[other]] = 0;
            strength[best] += g.strength[node];
            community[node] = best;
            moved += best != old;
        }
        has_moved |= moved > 0;
    }
    return has_moved;
}

/// Numbers communities from 0 in the order in which they come; how many there are.
std::uint32_t renumber(std::vector<std::uint32_t>& community) {
    constexpr std::uint32_t k_none = std::numeric_limits<std::uint32_t>::max();
    std::vector<std::uint32_t> number(community.size(), k_none);
    std::uint32_t next = 0;
    for (auto& c : community) {
        if (number[c] == k_none) number[c] = next++;
        c = number[c];
    }
    return next;
}

Coarse merge(const Coarse& g, const std::vector<std::uint32_t>& community, std::uint32_t count) {
    std::vector<std::map<std::uint32_t, std::int64_t>> sums(count);
    Coarse out;
    out.strength.resize(count);
    out.total = g.total;
    for (std::uint32_t node = 0; node < g.links.size(); ++node) {
        out.strength[community[node]] += g.strength[node];
        for (const auto& [other, weight] : g.links[node]) sums[community[node]][community[other]] += weight;
    }
    for (const auto& sum : sums) out.links.emplace_back(sum.begin(), sum.end());
    return out;
}

std::vector<std::uint32_t> by_size(const std::vector<std::uint32_t>& community, std::uint32_t count) {
    std::vector<std::uint32_t> sizes(count);
    for (const auto c : community) ++sizes[c];
    std::vector<std::uint32_t> order(count);
    std::iota(order.begin(), order.end(), 0u);
    std::ranges::stable_sort(order, std::greater<>{}, [&](std::uint32_t c) { return sizes[c]; });
    std::vector<std::uint32_t> place(count);
    for (std::uint32_t i = 0; i < count; ++i) place[order[i]] = i;
    std::vector<std::uint32_t> out;
    for (const auto c : community) out.push_back(place[c]);
    return out;
}

}  // namespace

std::vector<std::uint32_t> communities(const View& view, const std::vector<std::uint32_t>& weights) {
    Coarse g = coarse_of(view, weights);
    std::vector<std::uint32_t> result(view.actors());
    std::iota(result.begin(), result.end(), 0u);
    std::vector<std::uint32_t> moved;
    while (move_nodes(g, moved)) {
        const std::uint32_t count = renumber(moved);
        for (auto& c : result) c = moved[c];
        g = merge(g, moved, count);
    }
    const std::uint32_t count = renumber(result);
    return by_size(result, count);
}

}  // namespace entente
