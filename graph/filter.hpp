// SPDX-License-Identifier: Apache-2.0
// Which part of a graph counts: a window of time, types, actors, sources, what is said often or surely enough.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "graph/graph.hpp"

namespace entente {

/// The two times of an observation: when it happened, as far as the text tells, and when it was published.
enum class Clock : std::uint8_t { event, reported };

[[nodiscard]] std::optional<Date> day_of(const PackedObservation& observation, Clock clock);

/// Lists name what is wanted, any of it; an empty one wants all.
struct Filter {
    Clock clock = Clock::event;
    std::optional<Date> from;                   ///< first day
    std::optional<Date> to;                     ///< the day after the last
    std::vector<std::optional<Type>> types;     ///< nullopt = without a type
    std::vector<std::optional<Type>> no_types;  ///< not these
    std::vector<int> quads;                     ///< 1 to 4
    std::vector<Kind> kinds;                    ///< both actors are of these
    std::vector<Status> statuses;
    std::vector<std::string> sources;  ///< parts of a source's name
    std::optional<Polarity> polarity;
    std::uint32_t min_weight = 0;  ///< of an edge, counted within the rest of the filter
    double min_confidence = 0;     ///< the same
    std::uint32_t top = 0;         ///< only what then happens among the so many most mentioned actors; 0 = all

    [[nodiscard]] bool any() const;
    /// Whether takes(type, polarity) or takes_kinds() may ever refuse.
    [[nodiscard]] bool is_of_edges() const;

    /// The parts of it, each of what it depends on.
    [[nodiscard]] bool takes(std::optional<Type> type, Polarity of) const;
    [[nodiscard]] bool takes_day(std::optional<Date> day) const;  ///< undated only where there is no window
    [[nodiscard]] bool takes_status(Status status) const;
    [[nodiscard]] bool takes_source(std::string_view source) const;
    [[nodiscard]] bool takes_kinds(Kind subject, Kind object) const;
};

/// The window of the `days` days up to and including `date`: the state of the world then, as far as the news tell.
[[nodiscard]] Filter state_at(Date date, int days);

/// The graph of those observations that `filter` takes, without the edges that fall short of a minimum; figures and
/// actors are those of what is left. O(n).
[[nodiscard]] Graph restrict(const Graph& graph, const Filter& filter);
[[nodiscard]] Graph restrict(Graph&& graph, const Filter& filter);

}  // namespace entente
