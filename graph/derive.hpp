// SPDX-License-Identifier: Apache-2.0
// What follows from a set of observations: its actors, the order of its edges, each edge's figures.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "graph/graph.hpp"

namespace entente {

/// The actors of `observations`, by id; `ends` gets the two actor indices of each observation. O(n log n).
[[nodiscard]] std::vector<Actor> derive_actors(std::span<const PackedObservation> observations,
                                               std::vector<std::array<std::uint32_t, 2>>& ends);

/// How often an actor is called so.
struct NameCount {
    const Named* named = nullptr;
    std::uint32_t count = 0;
};

/// The actor of these names (not empty, each once, of one id), but for its dates.
[[nodiscard]] Actor actor_of(std::span<const NameCount> names);

/// The edge of `evidence` (not empty, of one key, in order) but for its ends and begins; its days go to `days`.
[[nodiscard]] Edge derive_edge(std::span<const PackedObservation> evidence, std::vector<Date>& days);

/// A text, and how often it was said.
struct Vote {
    std::string_view text;
    std::uint32_t count = 0;
};

/// The commonest text, of equals the smallest; empty where there are none. Reorders `votes`. O(n log n).
[[nodiscard]] std::string_view commonest(std::vector<Vote>& votes);

}  // namespace entente
