// SPDX-License-Identifier: Apache-2.0
// What queries over time work on: figures in memory, and the words of what an answer shows. Of a store only those are
// read.
#pragma once

#include <cstdint>
#include <memory>
#include <vector>

#include "graph/store.hpp"
#include "graph/store_facts.hpp"
#include "graph/temporal.hpp"

namespace entente {

class Chronicle {
public:
    Chronicle(Graph graph, Clock clock);
    /// The store's state now, whatever is written to it later.
    Chronicle(Store store, Clock clock);
    Chronicle(Chronicle&&) noexcept;
    Chronicle& operator=(Chronicle&&) noexcept;
    ~Chronicle();

    [[nodiscard]] const TemporalGraph& over_time() const { return facts_.graph; }

    /// The graph of these observations (Fact::evidence), with their copies. 10 µs each from a store.
    [[nodiscard]] Graph part(std::vector<std::uint32_t> evidence) const;

private:
    struct OpenStore;
    [[nodiscard]] Graph from_store(std::vector<std::uint32_t> rows) const;

    Graph graph_;                       ///< empty where there is a store
    std::unique_ptr<OpenStore> store_;  ///< null where there is a graph
    StoredFacts facts_;
};

}  // namespace entente
