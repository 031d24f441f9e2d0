// SPDX-License-Identifier: Apache-2.0
// What an actor, or a pair of them, went through, in the order of time.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "graph/filter.hpp"
#include "graph/graph.hpp"

namespace entente {

/// An observation and its edge.
struct Episode {
    const Edge* edge = nullptr;
    const PackedObservation* observation = nullptr;
    std::optional<Date> day;  ///< on the clock that was asked for
};

/// All observations of `a` with anybody, or with `b` alone, by day (undated first), then as the graph has them.
[[nodiscard]] std::vector<Episode> history(const Graph& graph, std::uint32_t a, std::optional<std::uint32_t> b,
                                           Clock clock);

enum class Step : std::uint8_t { day, week, month, year };

/// The first day of the step that `date` is in; weeks begin on Mondays.
[[nodiscard]] Date begin_of(Date date, Step step);

struct HistoryStep {
    Date begin;
    std::array<std::uint32_t, 4> counts{};  ///< cooperation, conflict, neither (also what has no class), denied
};

/// How many episodes of each side there were in each step of time that has any; undated ones are left out.
[[nodiscard]] std::vector<HistoryStep> periods(const std::vector<Episode>& history, Step step);

/// A name and how often.
struct Alias {
    std::string_view text;
    std::uint32_t count = 0;
};

/// The words that an actor was mentioned with, the commonest first.
[[nodiscard]] std::vector<Alias> aliases(const Graph& graph, std::uint32_t actor);

struct Partner {
    std::uint32_t actor = 0;
    std::array<std::uint32_t, 4> counts{};  ///< as of a HistoryStep
};

/// Whom an actor has to do with, the most observations first, then by id.
[[nodiscard]] std::vector<Partner> partners(const Graph& graph, std::uint32_t actor);

}  // namespace entente
