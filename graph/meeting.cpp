// SPDX-License-Identifier: Apache-2.0
#include "graph/meeting.hpp"

#include <algorithm>

namespace entente {
namespace {

constexpr std::uint32_t k_none = std::numeric_limits<std::uint32_t>::max();

/// What is known from one end: whom a breadth-first search has reached, and from where.
struct Side {
    const View& view;
    bool back;  ///< against the direction of links
    std::vector<std::uint32_t> before;
    std::vector<std::uint32_t> frontier;

    Side(const View& v, bool against, std::uint32_t start)
        : view(v), back(against), before(v.actors(), k_none), frontier{start} {
        before[start] = start;
    }

    [[nodiscard]] std::size_t work() const {
        std::size_t links = 0;
        for (const auto a : frontier) links += back ? in_degree(a, view.csr) : out_degree(a, view.csr);
        return links;
    }

    /// One hop further. The smallest of those whom `other` has reached too; k_none if there is none yet.
    std::uint32_t advance(const Side& other) {
        std::vector<std::uint32_t> reached;
        std::uint32_t met = k_none;
        for (const auto a : frontier) {
            const auto visit = [&](std::uint32_t, std::uint32_t next) {
                if (before[next] != k_none) return;
                before[next] = a;
                reached.push_back(next);
                if (other.before[next] != k_none) met = std::min(met, next);
            };
            back ? view.for_each_in(a, visit) : view.for_each_out(a, visit);
        }
        frontier = std::move(reached);
        return met;
    }

    /// Those on the way from `actor` to the end, without `actor`.
    [[nodiscard]] Route way(std::uint32_t actor) const {
        Route out;
        for (; before[actor] != actor; actor = before[actor]) out.push_back(before[actor]);
        return out;
    }
};

}  // namespace

Route meet(const View& view, std::uint32_t from, std::uint32_t to) {
    if (from == to) return {from};
    Side ahead(view, false, from);
    Side behind(view, true, to);
    std::uint32_t met = k_none;
    while (met == k_none && !ahead.frontier.empty() && !behind.frontier.empty())
        met = ahead.work() <= behind.work() ? ahead.advance(behind) : behind.advance(ahead);
    if (met == k_none) return {};
    Route route = ahead.way(met);
    std::ranges::reverse(route);
    route.push_back(met);
    std::ranges::copy(behind.way(met), std::back_inserter(route));
    return route;
}

}  // namespace entente
