// SPDX-License-Identifier: Apache-2.0
// Collects observations into a graph, in any order and any grouping: commutative, associative, idempotent.
#pragma once

#include <memory>
#include <string_view>
#include <vector>

#include "graph/flat_index.hpp"
#include "graph/graph.hpp"

namespace entente {

/// Costs about 150 bytes per distinct triple plus its texts once. Not shared between threads.
class GraphBuilder {
public:
    GraphBuilder();

    /// The same id twice counts once. Where one id comes with two contents (only confidence can differ in sound data),
    /// the greater one stays, whichever came first. O(length).
    void add(const Triple& triple);
    void add(Observation observation, const Named* subject = nullptr, const Named* object = nullptr);

    /// An actor that many observations to come name so: add() is faster for those whose texts are the result's, given
    /// as their subject or object.
    [[nodiscard]] const Named* name(const Party& party) { return archive_->name(party); }

    /// All that `graph` knows.
    void merge(const Graph& graph);

    [[nodiscard]] std::size_t size() const { return observations_.size(); }

    /// The graph of all that was added, copies of a report folded; the builder is empty afterwards. O(n log n).
    [[nodiscard]] Graph finish();

private:
    std::shared_ptr<Archive> archive_;
    std::vector<PackedObservation> observations_;
    FlatIndex places_;  ///< by id: indices into observations_
};

}  // namespace entente
