// SPDX-License-Identifier: Apache-2.0
// Time-respecting paths: no hop is dated before the one that leads to it; the earliest arrival is the best.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "graph/paths.hpp"
#include "graph/routes.hpp"

namespace entente {

/// On this day something led from one actor to another.
struct Contact {
    std::int32_t day;
    std::uint32_t from;
    std::uint32_t to;
};

/// By day; the dated, affirmed facts that `filter` takes, of edges with a weight in `states`. O(window), 12 bytes each.
[[nodiscard]] std::vector<Contact> contacts_of(const TemporalGraph& graph, const Filter& filter,
                                               const std::vector<EdgeState>& states, bool undirected);

/// All time-respecting simple routes between the ends of a query. Several hops may be taken on one day.
class Arrivals {
public:
    Arrivals(const std::vector<Contact>& contacts, std::size_t actors, const PathQuery& query);

    /// As best_routes() wants it: by arrival, then hops; of equals one that depends on nothing but the graph. One scan of
    /// the contacts up to the arrival.
    [[nodiscard]] std::optional<RankedRoute> complete(const Route& prefix, const Route& forbidden, std::uint64_t worst);

    /// The days on which the hops of a route are taken at the earliest. O(hops × contacts).
    [[nodiscard]] std::vector<std::int32_t> days(const Route& route) const;

private:
    struct Label {
        std::uint32_t actor;
        std::uint32_t before;  ///< the label that it was reached from; the first is the end of the prefix
    };
    using Place = std::vector<Contact>::const_iterator;

    void begin(const Route& prefix);
    bool scan_day(Place first, Place last, const Route& forbidden);
    [[nodiscard]] Place first_on(std::int32_t day) const;
    [[nodiscard]] RankedRoute route(const Route& prefix, std::int32_t day) const;

    const std::vector<Contact>& contacts_;
    const PathQuery& query_;
    std::vector<char> blocked_;        ///< actors that the way may not pass through
    std::vector<std::uint8_t> hops_;   ///< by actor: the fewest that lead there so far
    std::vector<std::uint32_t> last_;  ///< by actor: its label
    std::vector<Label> labels_;
};

}  // namespace entente
