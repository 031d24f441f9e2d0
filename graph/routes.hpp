// SPDX-License-Identifier: Apache-2.0
// The order of paths and the partition of what is left of them (Lawler 1972): each result is split off the set of paths
// that it was the best of, at every actor along it.
#pragma once

#include <algorithm>
#include <cstdint>
#include <iterator>
#include <limits>
#include <optional>
#include <set>
#include <utility>
#include <vector>

namespace entente {

using Route = std::vector<std::uint32_t>;  ///< actors from start to end

struct RankedRoute {
    std::uint64_t cost = 0;
    Route route;
    auto operator<=>(const RankedRoute&) const = default;
};

inline constexpr std::uint64_t k_no_cost = std::numeric_limits<std::uint64_t>::max();

/// The best `count` routes from `start`. `complete(prefix, forbidden, worst)` gives the best simple route that begins with
/// `prefix` and does not go on to any of `forbidden` (sorted), if it costs no more than `worst`.
template <class Complete>
std::vector<RankedRoute> best_routes(std::uint32_t start, std::size_t count, Complete complete) {
    struct Part {  // the best of all routes with route[0, fixed) that don't go on to `forbidden`
        RankedRoute best;
        std::size_t fixed;
        Route forbidden;
        bool operator<(const Part& other) const { return best < other.best; }
    };
    std::vector<RankedRoute> results;
    std::set<Part> parts;
    const auto add = [&](Route prefix, Route forbidden) {
        const std::size_t wanted = count - results.size();
        while (parts.size() > wanted) parts.erase(std::prev(parts.end()));
        const std::uint64_t worst = parts.size() < wanted ? k_no_cost : std::prev(parts.end())->best.cost;
        const std::size_t fixed = prefix.size();
        if (auto found = complete(prefix, forbidden, worst))
            parts.insert({std::move(*found), fixed, std::move(forbidden)});
    };
    if (count > 0) add({start}, {});
    while (!parts.empty() && results.size() < count) {
        Part part = std::move(parts.extract(parts.begin()).value());
        const Route& route = part.best.route;
        results.push_back(part.best);
        for (std::size_t fixed = part.fixed; fixed < route.size() && results.size() < count; ++fixed) {
            Route forbidden = fixed == part.fixed ? part.forbidden : Route{};
            forbidden.insert(std::ranges::lower_bound(forbidden, route[fixed]), route[fixed]);
            add({route.begin(), route.begin() + static_cast<std::ptrdiff_t>(fixed)}, std::move(forbidden));
        }
    }
    return results;
}

}  // namespace entente
