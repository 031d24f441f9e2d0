// SPDX-License-Identifier: Apache-2.0
#include "graph/metrics.hpp"

#include <algorithm>
#include <boost/graph/betweenness_centrality.hpp>
#include <boost/graph/core_numbers.hpp>
#include <boost/graph/page_rank.hpp>
#include <numeric>

#include "graph/communities.hpp"
#include "graph/view.hpp"

namespace entente {
namespace {

/// The observations of a link that affirm something.
std::vector<std::uint32_t> link_weights(const TemporalGraph& graph, const std::vector<EdgeState>& states, const View& view) {
    std::vector<std::uint32_t> out;
    for (std::uint32_t link = 0; link < view.costs.size(); ++link) {
        std::uint32_t sum = 0;
        for (const auto e : view.edges(link))
            if (graph.edges()[e].polarity == Polarity::affirmed) sum += states[e].weight;
        out.push_back(sum);
    }
    return out;
}

template <class T>
auto by_actor(std::vector<T>& values, const View& view) {
    return boost::make_iterator_property_map(values.begin(), get(boost::vertex_index, view.csr));
}

/// Nobody leads away from some actors: what they have goes to all, as if they led to everybody.
std::vector<double> pagerank(const View& view) {
    std::vector<double> ranks(view.actors());
    if (ranks.empty()) return ranks;
    boost::graph::page_rank(view.csr, by_actor(ranks, view), boost::graph::n_iterations(40));
    const double sum = std::accumulate(ranks.begin(), ranks.end(), 0.0);
    for (double& r : ranks) r /= sum;
    return ranks;
}

/// Adds to `share` for each actor the part of the shortest ways from `start` to all others that lead by it.
class Dependencies {
public:
    explicit Dependencies(const View& view)
        : view_(view), hops_(view.actors()), ways_(view.actors()), dependency_(view.actors()) {}

    void add(std::uint32_t start, std::vector<double>& share) {
        constexpr std::uint32_t k_far = std::numeric_limits<std::uint32_t>::max();
        std::ranges::fill(hops_, k_far);
        std::ranges::fill(ways_, 0.0);
        std::ranges::fill(dependency_, 0.0);
        std::vector<std::uint32_t> order{start};
        hops_[start] = 0;
        ways_[start] = 1;
        for (std::size_t i = 0; i < order.size(); ++i) {
            const auto at = order[i];
            view_.for_each_out(at, [&](std::uint32_t, std::uint32_t next) {
                if (hops_[next] == k_far) hops_[next] = hops_[at] + 1, order.push_back(next);
                if (hops_[next] == hops_[at] + 1) ways_[next] += ways_[at];
            });
        }
        for (auto it = order.rbegin(); it != order.rend() && *it != start; ++it) {
            share[*it] += dependency_[*it];
            view_.for_each_in(*it, [&](std::uint32_t, std::uint32_t before) {
                if (hops_[before] + 1 == hops_[*it] && hops_[before] != k_far)
                    dependency_[before] += ways_[before] / ways_[*it] * (1 + dependency_[*it]);
            });
        }
    }

private:
    const View& view_;
    std::vector<std::uint32_t> hops_;
    std::vector<double> ways_;
    std::vector<double> dependency_;
};

std::vector<double> exact_betweenness(const View& view) {
    std::vector<double> share(view.actors());
    boost::brandes_betweenness_centrality(view.csr, by_actor(share, view));
    return share;
}

/// From every n-th actor instead of all (Brandes and Pich 2007).
std::vector<double> sampled_betweenness(const View& view, std::size_t samples) {
    std::vector<double> share(view.actors());
    Dependencies dependencies(view);
    for (std::size_t i = 0; i < samples; ++i)
        dependencies.add(static_cast<std::uint32_t>(i * view.actors() / samples), share);
    for (double& s : share) s *= static_cast<double>(view.actors()) / static_cast<double>(samples);
    return share;
}

}  // namespace

Metrics metrics(const TemporalGraph& graph, const Filter& filter, std::size_t exact) {
    const auto edge_states = states(graph, filter);
    const View directed = make_view(graph, edge_states, {});
    PathOptions both_ways;
    both_ways.undirected = true;
    const View undirected = make_view(graph, edge_states, both_ways);
    const auto weights = link_weights(graph, edge_states, undirected);
    Metrics m;
    const std::size_t n = directed.actors();
    m.strength.resize(n);
    for (std::uint32_t a = 0; a < n; ++a) {
        m.degree.push_back(out_degree(a, undirected.csr));
        undirected.for_each_out(a, [&](std::uint32_t link, std::uint32_t) { m.strength[a] += weights[link]; });
    }
    m.pagerank = pagerank(directed);
    m.is_sampled = n > exact;
    m.betweenness = m.is_sampled ? sampled_betweenness(directed, exact) : exact_betweenness(directed);
    const double pairs = n > 2 ? static_cast<double>(n - 1) * static_cast<double>(n - 2) : 1;
    for (double& b : m.betweenness) b = std::min(b / pairs, 1.0);
    m.core.resize(n);
    boost::core_numbers(undirected.csr, by_actor(m.core, undirected));
    m.community = communities(undirected, weights);
    return m;
}

}  // namespace entente
