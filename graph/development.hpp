// SPDX-License-Identifier: Apache-2.0
// Classes and ranks the changes of a diff: what is left once the churn of the news is put in its place.
#pragma once

#include <array>
#include <functional>
#include <vector>

#include "graph/diff.hpp"

namespace entente {

/// What classing needs to know of an edge beside its counts.
struct ChangeBasis {
    std::uint32_t actor_a = 0;  ///< the pair; numbers that are the same before and after
    std::uint32_t actor_b = 0;
    std::array<std::uint32_t, 2> confidence{};  ///< summed, before and after; thousandths
    std::uint8_t side = 0;                      ///< see side_of()
    bool is_standing = false;                   ///< says how things are, not what happened: that it is said weighs nothing
    bool was_known = false;                     ///< observed earlier than in the state before
};

/// 1 where the quad class of an affirmed relation is cooperation, 2 where it is conflict, else 0.
[[nodiscard]] std::uint8_t side_of(std::optional<Type> type, Polarity polarity);

[[nodiscard]] inline bool is_standing(std::optional<Type> type) { return type && !is_event(*type); }

/// Gives each change its class and weight, and orders them. `bases` are one per change. O(n log n).
void develop(GraphDiff& diff, const std::vector<ChangeBasis>& bases);

}  // namespace entente
