// SPDX-License-Identifier: Apache-2.0
// Collects observations into a graph, in any order and any grouping: commutative, associative, idempotent.
#pragma once

#include <memory>
#include <string_view>
#include <vector>

#include "graph/flat_index.hpp"
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

    /// The graph of all that was added, copies of a report folded; the builder is empty afterwards. O(n log n).
    [[nodiscard]] Graph finish();

private:
    std::shared_ptr<StringPool> pool_;
    std::vector<Observation> observations_;
    FlatIndex places_;  ///< by id: indices into observations_
};

}  // namespace entente
