// SPDX-License-Identifier: Apache-2.0
// How two actors are connected: the best simple paths, parallel relations of a hop folded into its alternatives.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <vector>

#include "graph/temporal.hpp"

namespace entente {

struct Contact;
struct View;

/// What makes a path better: fewer hops; more confidence (the product of its hops'); newer relations (a hop costs 1 and
/// its age in months, counted from the last day of the window); more observations (a hop costs 1 / their number).
enum class Weighting : std::uint8_t { hops, confidence, recency, strength };

/// Which links there are, and what they cost.
struct PathOptions {
    bool undirected = false;
    bool time_respecting = false;  ///< dates never fall along a path; ranked by arrival, then hops, by nothing else
    Weighting weighting = Weighting::hops;
    double hub_penalty = 0;  ///< for each actor on the way: × log10(1 + its links), in units of the weighting
};

/// What must be on a path: one of some actors between its ends, or a relation of a type.
struct Requirement {
    std::vector<char> actors;                 ///< by actor; empty = any
    std::optional<std::optional<Type>> type;  ///< of an affirmed relation
};

inline constexpr std::uint32_t k_longest_path = 100;  ///< hops
inline constexpr std::size_t k_most_requirements = 4;

struct PathQuery {
    std::uint32_t from = 0;  ///< actors
    std::uint32_t to = 0;
    std::size_t count = 5;
    std::uint32_t max_hops = 4;     ///< at most k_longest_path
    std::vector<Requirement> via;   ///< all of them, at most k_most_requirements; none where time-respecting
    std::vector<char> not_through;  ///< by actor: none of these between the ends; empty = all are welcome
};

struct Hop {
    std::uint32_t from = 0;  ///< actors
    std::uint32_t to = 0;
    std::vector<std::uint32_t> edges;  ///< the relations between them: affirmed before denied, the surest first; an
                                       ///< edge's subject is `to` where it is symmetric or direction is ignored
    std::optional<Date> day;           ///< of a time-respecting path: the earliest on which it can be taken
};

struct Path {
    std::vector<Hop> hops;
    double confidence = 1;  ///< product of each hop's best relation's
};

/// The links of one window. Immutable after construction, which costs O(edges log edges); queries may be made from any
/// thread.
class PathFinder {
public:
    /// Keeps a reference to `graph`. Only what `filter` takes counts; what is only denied connects nobody.
    PathFinder(const TemporalGraph& graph, const Filter& filter, const PathOptions& options = {});
    ~PathFinder();

    /// The best of all paths that visit no actor twice: by cost, then by the ids along the path. Exact: Yen 1971 as
    /// Lawler 1972 partitions it, each detour found by A* under bounds that know the hops left; time-respecting ones by
    /// a scan of the window's observations in order of time for each detour.
    [[nodiscard]] std::vector<Path> best(const PathQuery& query) const;

    /// A path of the fewest hops, of those one that depends on nothing but the graph; empty where there is none.
    /// Breadth-first from both ends.
    [[nodiscard]] std::vector<std::uint32_t> shortest(std::uint32_t from, std::uint32_t to) const;

    /// Beside what the graph itself takes.
    [[nodiscard]] std::size_t bytes() const;

private:
    [[nodiscard]] std::vector<Path> by_cost(const PathQuery& query) const;
    [[nodiscard]] std::vector<Path> by_arrival(const PathQuery& query) const;
    [[nodiscard]] Path to_path(const std::vector<std::uint32_t>& route) const;

    const TemporalGraph& graph_;
    PathOptions options_;
    std::vector<EdgeState> states_;
    std::unique_ptr<View> view_;
    std::vector<Contact> contacts_;  ///< only where time-respecting
};

}  // namespace entente
