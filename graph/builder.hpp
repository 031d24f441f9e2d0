// SPDX-License-Identifier: Apache-2.0
// Collects observations into a graph, in any order and any grouping: commutative, associative, idempotent.
#pragma once

#include <memory>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "graph/graph.hpp"

namespace entente {

/// Costs about 500 bytes per distinct triple plus its texts once. Not shared between threads.
class GraphBuilder {
public:
    GraphBuilder();

    /// The same id twice counts once. Where one id comes with two contents (only confidence can differ in sound data),
    /// the greater one stays, whichever came first. O(length).
    void add(const Triple& triple);
    void add(Observation observation);  ///< its texts are copied

    /// All that `graph` knows.
    void merge(const Graph& graph);

    [[nodiscard]] std::size_t size() const { return observations_.size(); }

    /// The graph of all that was added; the builder is empty afterwards. O(n log n).
    [[nodiscard]] Graph finish();

private:
    std::shared_ptr<StringPool> pool_;
    std::vector<Observation> observations_;
    std::unordered_map<std::string_view, std::size_t> places_;  ///< by id
};

}  // namespace entente
