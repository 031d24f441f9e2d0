// SPDX-License-Identifier: Apache-2.0
#include "graph/arrival.hpp"

#include <algorithm>

namespace entente {
namespace {

constexpr std::uint8_t k_far = 255;

std::uint64_t cost_of(std::int32_t day, std::uint32_t hops) {
    return static_cast<std::uint64_t>(std::int64_t{day} - k_undated) << 8 | hops;
}

}  // namespace

std::vector<Contact> contacts_of(const TemporalGraph& graph, const Filter& filter,
                                 const std::vector<EdgeState>& states, bool undirected) {
    std::vector<Contact> out;
    for_each_fact(graph, filter, [&](const Fact& f) {
        const EdgeKey& e = graph.edges()[f.edge];
        if (f.day == k_undated || e.polarity == Polarity::negated || states[f.edge].weight == 0) return;
        if (e.subject == e.object) return;
        out.push_back({f.day, e.subject, e.object});
        if (undirected || states[f.edge].symmetric) out.push_back({f.day, e.object, e.subject});
    });
    return out;
}

Arrivals::Arrivals(const std::vector<Contact>& contacts, std::size_t actors, const PathQuery& query)
    : contacts_(contacts), query_(query), blocked_(query.not_through), hops_(actors), last_(actors) {
    blocked_.resize(actors);
    blocked_[query.from] = 1;
    blocked_[query.to] = 0;
}

Arrivals::Place Arrivals::first_on(std::int32_t day) const {
    return std::ranges::lower_bound(contacts_, day, {}, &Contact::day);
}

std::vector<std::int32_t> Arrivals::days(const Route& route) const {
    std::vector<std::int32_t> out;
    for (std::size_t i = 0; i + 1 < route.size(); ++i) {
        const auto contact = std::find_if(first_on(out.empty() ? k_undated : out.back()), contacts_.end(),
                                          [&](const Contact& c) { return c.from == route[i] && c.to == route[i + 1]; });
        out.push_back(contact->day);
    }
    return out;
}

void Arrivals::begin(const Route& prefix) {
    std::ranges::fill(hops_, k_far);
    hops_[prefix.back()] = static_cast<std::uint8_t>(prefix.size() - 1);
    labels_.assign(1, {prefix.back(), 0});
    last_[prefix.back()] = 0;
}

/// Whether anybody was reached, or by fewer hops. Hops along one day may come in any order: call until nothing is new.
bool Arrivals::scan_day(Place first, Place last, const Route& forbidden) {
    bool is_news = false;
    for (auto c = first; c != last; ++c) {
        const std::uint32_t hops = hops_[c->from] + 1u;
        if (hops >= hops_[c->to] || hops > query_.max_hops || blocked_[c->to]) continue;
        if (last_[c->from] == 0 && std::ranges::binary_search(forbidden, c->to)) continue;
        hops_[c->to] = static_cast<std::uint8_t>(hops);
        labels_.push_back({c->to, last_[c->from]});
        last_[c->to] = static_cast<std::uint32_t>(labels_.size() - 1);
        is_news = true;
    }
    return is_news;
}

RankedRoute Arrivals::route(const Route& prefix, std::int32_t day) const {
    RankedRoute out{cost_of(day, hops_[query_.to]), {}};
    for (std::uint32_t at = last_[query_.to]; at != 0; at = labels_[at].before) out.route.push_back(labels_[at].actor);
    out.route.insert(out.route.end(), prefix.rbegin(), prefix.rend());
    std::ranges::reverse(out.route);
    return out;
}

std::optional<RankedRoute> Arrivals::complete(const Route& prefix, const Route& forbidden, std::uint64_t worst) {
    const std::vector<char> unblocked = blocked_;
    for (const auto actor : prefix) blocked_[actor] = 1;
    begin(prefix);
    const auto taken = days(prefix);
    std::optional<RankedRoute> out;
    for (auto first = first_on(taken.empty() ? k_undated : taken.back()), last = first;
         first != contacts_.end() && !out && cost_of(first->day, 0) <= worst; first = last) {
        while (last != contacts_.end() && last->day == first->day) ++last;
        while (scan_day(first, last, forbidden)) continue;
        if (hops_[query_.to] != k_far) out = route(prefix, first->day);
    }
    blocked_ = unblocked;
    return out && out->cost <= worst ? out : std::nullopt;
}

}  // namespace entente
