// SPDX-License-Identifier: Apache-2.0
// A graph cut down: to a window of time, to types, to what is said often or surely enough.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "graph/graph.hpp"

namespace entente {

struct Filter {
    std::optional<Date> from;                ///< first day
    std::optional<Date> to;                  ///< the day after the last
    std::vector<std::optional<Type>> types;  ///< any of these; empty = all; nullopt = without a type
    std::uint32_t min_weight = 0;
    double min_confidence = 0;

    [[nodiscard]] bool any() const;
};

/// The `days` days up to and including `date`: the state of the world at that date, as far as the news tell.
[[nodiscard]] Filter state_at(Date date, int days);

/// The graph of those observations that are dated within [from, to) (undated ones only where neither is given) and of
/// those types, without the edges that fall short of a minimum; figures and actors are those of what is left. O(n).
[[nodiscard]] Graph restrict(const Graph& graph, const Filter& filter);

}  // namespace entente
