// SPDX-License-Identifier: Apache-2.0
// Groups of actors that have more to do with each other than with the rest.
#pragma once

#include <cstdint>
#include <vector>

#include "graph/view.hpp"

namespace entente {

/// The community of each actor, numbered by size (of equals the one with the smaller actor first). `view` leads both ways;
/// `weights` are of its links. Louvain (Blondel et al. 2008): actors, then communities, move where modularity gains most,
/// in the order of their numbers. O(links × rounds), rounds are few.
[[nodiscard]] std::vector<std::uint32_t> communities(const View& view, const std::vector<std::uint32_t>& weights);

}  // namespace entente
