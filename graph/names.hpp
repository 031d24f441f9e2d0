// SPDX-License-Identifier: Apache-2.0
// What a user types → the actor of a graph that is meant.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "graph/graph.hpp"

namespace entente {

/// One candidate: found. Several: ambiguous. None: `near` has up to five actors with similar names, nearest first.
struct NameMatch {
    std::vector<std::uint32_t> candidates;  ///< the most mentioned first
    std::vector<std::uint32_t> near;
};

/// Of a graph's `actors`. Tries, and stops where anything matches: the id, the label, both without regard to case, how a name begins, what is
/// within it. O(actors × length).
[[nodiscard]] NameMatch match_name(std::span<const Actor> actors, std::string_view text);

/// Lower case of the Latin, Greek and Cyrillic scripts; all else as it is.
[[nodiscard]] std::string fold_case(std::string_view text);

}  // namespace entente
