// SPDX-License-Identifier: Apache-2.0
#include "graph/paths.hpp"

#include <algorithm>
#include <compare>
#include <limits>
#include <queue>
#include <set>

#include "graph/view.hpp"

namespace entente {
namespace {

constexpr std::uint32_t k_none = std::numeric_limits<std::uint32_t>::max();

/// What a path costs; hops decide, then confidence. Adds up along the path, every link costs more than nothing.
struct Cost {
    std::uint32_t hops = k_none;
    std::uint64_t doubt = 0;
    auto operator<=>(const Cost&) const = default;
};

using Route = std::vector<std::uint32_t>;  ///< actors from start to end

/// The total order of the results.
struct Ranked {
    Cost cost;
    Route route;
    auto operator<=>(const Ranked&) const = default;
};

/// Hops from `start`, up to `limit`; k_none beyond.
std::vector<std::uint32_t> hops_from(const View& view, std::uint32_t start, std::uint32_t limit) {
    std::vector<std::uint32_t> hops(num_vertices(view.csr), k_none);
    std::vector<std::uint32_t> queue{start};
    hops[start] = 0;
    for (std::size_t i = 0; i < queue.size() && hops[queue[i]] < limit; ++i) {
        const auto [begin, end] = out_edges(queue[i], view.csr);
        for (auto it = begin; it != end; ++it) {
            const auto next = target(*it, view.csr);
            if (hops[next] != k_none) continue;
            hops[next] = hops[queue[i]] + 1;
            queue.push_back(next);
        }
    }
    return hops;
}

const Link* find_link(const View& view, std::uint32_t from, std::uint32_t to) {
    const auto it = std::ranges::lower_bound(view.links, std::make_pair(from, to), {},
                                             [](const Link& l) { return std::make_pair(l.from, l.to); });
    return it != view.links.end() && it->from == from && it->to == to ? &*it : nullptr;
}

/// One query: all routes from `start` to `goal`.
class Search {
public:
    Search(const View& view, std::uint32_t start, std::uint32_t goal, std::uint32_t max_hops)
        : view_(view),
          start_(start),
          goal_(goal),
          limit_(max_hops),
          from_start_(hops_from(view, start, max_hops)),
          labels_(from_start_.size()),
          next_(from_start_.size()),
          blocked_(from_start_.size()) {}

    std::vector<Ranked> run(std::size_t count);

private:
    bool complete(const Route& prefix, const std::set<std::uint32_t>& forbidden, Ranked& out);
    void settle(std::uint32_t at, std::uint32_t spur, const std::set<std::uint32_t>& forbidden);
    void reach(std::uint32_t at, Cost cost, std::uint32_t next);
    void add_detours(const Ranked& found, std::size_t wanted);
    [[nodiscard]] Cost cost_of(const Route& route) const;

    struct Open {
        Cost bound;  ///< hops of the whole path at least; doubt so far
        std::uint32_t at;
        Cost label;
        bool operator>(const Open& other) const { return std::tie(bound, at) > std::tie(other.bound, other.at); }
    };

    const View& view_;
    std::uint32_t start_;
    std::uint32_t goal_;
    std::uint32_t limit_;  ///< more hops are of no use
    std::vector<std::uint32_t> from_start_;
    std::vector<Cost> labels_;         ///< best cost from here to the goal
    std::vector<std::uint32_t> next_;  ///< where that leads
    std::vector<char> blocked_;        ///< on the prefix
    std::vector<std::uint32_t> touched_;
    std::priority_queue<Open, std::vector<Open>, std::greater<>> open_;
    std::vector<Ranked> results_;
    std::set<Ranked> candidates_;
};

Cost Search::cost_of(const Route& route) const {
    Cost cost{0, 0};
    for (std::size_t i = 0; i + 1 < route.size(); ++i) {
        ++cost.hops;
        cost.doubt += find_link(view_, route[i], route[i + 1])->cost;
    }
    return cost;
}

void Search::reach(std::uint32_t at, Cost cost, std::uint32_t next) {
    if (blocked_[at] || from_start_[at] == k_none || from_start_[at] + cost.hops > limit_) return;
    if (cost > labels_[at]) return;
    if (cost == labels_[at]) {  // of equals the smaller id: the order of results stays total
        next_[at] = std::min(next_[at], next);
        return;
    }
    touched_.push_back(at);
    labels_[at] = cost;
    next_[at] = next;
    open_.push({{from_start_[at] + cost.hops, cost.doubt}, at, cost});
}

void Search::settle(std::uint32_t at, std::uint32_t spur, const std::set<std::uint32_t>& forbidden) {
    const Cost label = labels_[at];
    const auto [begin, end] = in_edges(at, view_.csr);
    for (auto it = begin; it != end; ++it) {
        const Link& link = view_.links[view_.csr[*it].link];
        if (link.from == spur && forbidden.contains(at)) continue;
        reach(link.from, {label.hops + 1, label.doubt + link.cost}, at);
    }
}

/// The best route that begins with `prefix` and does not go on to `forbidden`: backwards from the goal to its end.
bool Search::complete(const Route& prefix, const std::set<std::uint32_t>& forbidden, Ranked& out) {
    const std::uint32_t spur = prefix.back();
    for (std::size_t i = 0; i + 1 < prefix.size(); ++i) blocked_[prefix[i]] = 1;
    reach(goal_, {0, 0}, k_none);
    while (!open_.empty() && open_.top().at != spur) {
        const Open top = open_.top();
        open_.pop();
        if (top.label == labels_[top.at]) settle(top.at, spur, forbidden);
    }
    const bool found = labels_[spur].hops != k_none && labels_[spur].hops + prefix.size() - 1 <= limit_;
    if (found) {
        out.route = prefix;
        while (out.route.back() != goal_) out.route.push_back(next_[out.route.back()]);
        out.cost = cost_of(out.route);
    }
    open_ = {};
    for (const auto at : touched_) labels_[at] = Cost{};
    touched_.clear();
    for (const auto at : prefix) blocked_[at] = 0;
    return found;
}

/// Yen: the next best route leaves one of those found at some actor, by a link that none of them takes there.
void Search::add_detours(const Ranked& found, std::size_t wanted) {
    for (std::size_t length = 1; length < found.route.size(); ++length) {
        if (candidates_.size() >= wanted)  // what is longer than the last of those can't become a result
            limit_ =
                std::min(limit_, std::next(candidates_.begin(), static_cast<std::ptrdiff_t>(wanted) - 1)->cost.hops);
        const Route prefix(found.route.begin(), found.route.begin() + static_cast<std::ptrdiff_t>(length));
        std::set<std::uint32_t> forbidden;
        for (const Ranked& r : results_)
            if (r.route.size() > length && std::equal(prefix.begin(), prefix.end(), r.route.begin()))
                forbidden.insert(r.route[length]);
        Ranked detour;
        if (complete(prefix, forbidden, detour)) candidates_.insert(std::move(detour));
    }
}

std::vector<Ranked> Search::run(std::size_t count) {
    Ranked first;
    if (complete({start_}, {}, first)) candidates_.insert(std::move(first));
    while (!candidates_.empty() && results_.size() < count) {
        results_.push_back(*candidates_.begin());
        candidates_.erase(candidates_.begin());
        if (results_.size() < count) add_detours(results_.back(), count - results_.size());
    }
    return std::move(results_);
}

Path to_path(const Graph& graph, const View& view, const Route& route) {
    Path path;
    for (std::size_t i = 0; i + 1 < route.size(); ++i) {
        const Link& link = *find_link(view, route[i], route[i + 1]);
        const auto begin = view.alternatives.begin() + link.begin;
        path.hops.push_back({route[i], route[i + 1], {begin, begin + link.count}});
        path.confidence *= graph.edges()[*begin].confidence;
    }
    return path;
}

}  // namespace

PathFinder::PathFinder(const Graph& graph, bool undirected)
    : graph_(graph), view_(std::make_unique<View>(make_view(graph, undirected))) {}

PathFinder::~PathFinder() = default;

std::vector<Path> PathFinder::best(std::uint32_t from, std::uint32_t to, std::size_t count,
                                   std::uint32_t max_hops) const {
    std::vector<Path> out;
    if (from == to || count == 0) return out;
    for (const Ranked& r : Search(*view_, from, to, max_hops).run(count))
        out.push_back(to_path(graph_, *view_, r.route));
    return out;
}

}  // namespace entente
