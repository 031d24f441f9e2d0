// SPDX-License-Identifier: Apache-2.0
// A graph over time as queries need it: who, what, whom, when, how surely, and where the words for it are; no texts of
// evidence. About 40 bytes an observation, so that years of world news fit in memory; windows are cut from it in
// milliseconds.
#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <string_view>
#include <vector>

#include "graph/filter.hpp"
#include "graph/graph.hpp"
#include "graph/merge.hpp"

namespace entente {

class TemporalGraph {
public:
    /// The edges have the same indices as the graph's. O(n).
    TemporalGraph(const Graph& graph, Clock clock);

    /// `actors` by id; all texts alive as long as `texts`.
    TemporalGraph(std::vector<Actor> actors, std::vector<std::string_view> sources, Merged merged,
                  std::shared_ptr<const void> texts);

    [[nodiscard]] std::span<const Actor> actors() const { return actors_; }
    [[nodiscard]] std::span<const EdgeKey> edges() const { return edges_; }
    /// Of a report with copies all sources are one text here, a line each.
    [[nodiscard]] std::span<const std::string_view> sources() const { return sources_; }
    /// By day (undated first), edge, evidence.
    [[nodiscard]] std::span<const Fact> facts() const { return facts_; }
    /// Those of the days [from, to). O(log n).
    [[nodiscard]] std::span<const Fact> within(std::int32_t from, std::int32_t to) const;
    /// All that the window of `filter` holds; its other parts are not looked at.
    [[nodiscard]] std::span<const Fact> within(const Filter& filter) const;

private:
    std::shared_ptr<const void> texts_;
    std::shared_ptr<const StringPool> joined_;  ///< sources of reports with copies
    std::vector<Actor> actors_;
    std::vector<EdgeKey> edges_;
    std::vector<std::string_view> sources_;
    std::vector<Fact> facts_;
};

/// Calls take(fact) for each fact that `filter` takes, but for its minima, in order. O(edges + sources + window).
template <class Take>
void for_each_fact(const TemporalGraph& graph, const Filter& filter, Take take);

/// What is known of an edge within a window.
struct EdgeState {
    std::uint32_t weight = 0;        ///< observations
    double doubt = 1;                ///< Π(1 - confidence)
    std::int32_t first = k_undated;  ///< days
    std::int32_t last = k_undated;
    std::int32_t goldstein = 0;  ///< sum, thousandths
    bool symmetric = false;      ///< some fact is mutual

    [[nodiscard]] double confidence() const;  ///< as of an Edge
    void add(const Fact& fact);
};

/// The state of each edge within `filter`; weight 0 where it takes nothing or the edge falls short of a minimum.
[[nodiscard]] std::vector<EdgeState> states(const TemporalGraph& graph, const Filter& filter);

/// Those of a filter's tests that don't depend on time, done once for each edge and source.
class FactTest {
public:
    FactTest(const TemporalGraph& graph, const Filter& filter);
    bool operator()(const Fact& f) const {
        return (edges_.empty() || edges_[f.edge]) && (sources_.empty() || sources_[f.source]) && statuses_[static_cast<std::size_t>(f.status)];
    }

private:
    std::vector<char> edges_;    ///< empty = all
    std::vector<char> sources_;  ///< empty = all
    bool statuses_[4];
};

template <class Take>
void for_each_fact(const TemporalGraph& graph, const Filter& filter, Take take) {
    const FactTest test(graph, filter);
    for (const Fact& f : graph.within(filter))
        if (test(f)) take(f);
}

}  // namespace entente
