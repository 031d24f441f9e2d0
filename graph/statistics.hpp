// SPDX-License-Identifier: Apache-2.0
// What is in a graph, in figures.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

#include "graph/graph.hpp"

namespace entente {

struct TypeCount {
    std::optional<Type> type;
    std::size_t edges = 0;
    std::size_t observations = 0;
};

struct Statistics {
    std::size_t actors = 0;
    std::size_t edges = 0;
    std::size_t observations = 0;
    std::size_t documents = 0;
    std::size_t sources = 0;
    std::size_t undated = 0;  ///< observations
    std::size_t negated = 0;  ///< observations
    std::optional<Date> first;
    std::optional<Date> last;
    std::array<std::size_t, 9> kinds{};     ///< actors by Kind
    std::vector<std::uint32_t> top_actors;  ///< by mentions, then id
    std::vector<TypeCount> types;           ///< by observations, then the ontology's order; all that occur
};

/// O(observations); at most `top` actors.
[[nodiscard]] Statistics statistics(const Graph& graph, std::size_t top);

}  // namespace entente
