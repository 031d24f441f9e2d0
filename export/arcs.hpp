// SPDX-License-Identifier: Apache-2.0
// What a file shows as one edge: a relation, all relations of a pair, or a single observation.
#pragma once

#include <functional>
#include <span>
#include <string>
#include <string_view>

#include "export/options.hpp"
#include "graph/graph.hpp"

namespace entente {

struct Arc {
    const Edge& edge;            ///< its figures
    std::string_view kind;       ///< "REQUEST", "NOT_AID": at most 44 of them
    std::string_view relations;  ///< "REQUEST"; for a pair all kinds, the chief first
    std::span<const PackedObservation> evidence;
    std::span<const Date> days;
    std::string_view id;    ///< "e:" and 16 hexadecimal digits, a function of content
    std::size_t index = 0;  ///< Aggregate::type: of the edge

    [[nodiscard]] Observations observations() const { return {evidence, {}}; }
};

/// In the order of the graph's edges, for pairs by subject and object. The texts are valid until `take` returns.
void for_each_arc(const Graph& graph, Aggregate aggregate, const std::function<void(const Arc&)>& take);

}  // namespace entente
