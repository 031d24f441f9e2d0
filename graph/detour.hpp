// SPDX-License-Identifier: Apache-2.0
// The best way on from the beginning of a path: A* under bounds that know how many hops and demands are left.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "graph/routes.hpp"
#include "graph/view.hpp"

namespace entente {

/// Which of a query's requirements links and actors meet, as bits.
struct Demands {
    Demands(const View& view, const TemporalGraph& graph, const PathQuery& query);
    [[nodiscard]] unsigned met(std::uint32_t link, std::uint32_t actor) const {
        return (links.empty() ? 0u : links[link]) | (actors.empty() ? 0u : actors[actor]);
    }
    std::vector<std::uint8_t> links;   ///< empty = none of them meets any
    std::vector<std::uint8_t> actors;  ///< the same; none for the ends of the path
    unsigned all = 0;
};

/// All simple routes of at most `limit` hops between the ends of a query that meet its demands.
class Detours {
public:
    /// O(limit × links between the ends); 8 bytes × limit × actors × 2^requirements.
    Detours(const View& view, const PathQuery& query, const Demands& demands, std::uint32_t limit);

    /// As best_routes() wants it. Polynomial; with demands, for which a path may have to go out of its way, exponential
    /// in the limit at worst.
    [[nodiscard]] std::optional<RankedRoute> complete(const Route& prefix, const Route& forbidden, std::uint64_t worst);

private:
    struct Node {
        std::uint64_t bound;  ///< of the whole path at least
        std::uint64_t cost;   ///< so far
        std::uint32_t actor;
        std::uint32_t parent;  ///< a node before it; the first is the end of the prefix
        std::uint32_t hops;    ///< left
        unsigned missing;
    };
    using Layer = std::vector<std::uint64_t>;  ///< by actor and what is missing

    void bound_actor(std::uint32_t actor, const Layer& shorter, Layer& layer) const;
    [[nodiscard]] std::uint64_t left(std::uint32_t hops, std::uint32_t actor, unsigned missing) const;
    [[nodiscard]] bool is_open(std::uint32_t actor) const { return actor == goal_ || !blocked_[actor]; }
    [[nodiscard]] Node first_node(const Route& prefix) const;
    [[nodiscard]] bool is_passed(std::uint32_t node, std::uint32_t actor) const;
    [[nodiscard]] Route route_to(std::uint32_t node) const;
    /// Whether node `a` is to be looked at after `b`: a larger bound, of equals the larger ids.
    [[nodiscard]] bool is_later(std::uint32_t a, std::uint32_t b) const;
    [[nodiscard]] std::optional<std::uint32_t> search(const Route& forbidden, std::uint64_t worst);

    const View& view_;
    const Demands& demands_;
    std::uint32_t start_;
    std::uint32_t goal_;
    std::uint32_t limit_;
    unsigned bits_;
    std::vector<char> blocked_;  ///< actors that the way may not pass through: as the query says, and the prefix
    std::vector<Layer> layers_;  ///< by hops left: what the way to the goal costs at least
    std::vector<Node> nodes_;
};

}  // namespace entente
