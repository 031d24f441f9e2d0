// SPDX-License-Identifier: Apache-2.0
// Facts in any order → distinct edges in order, and the facts by day: how a graph over time is put together.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "graph/observation.hpp"

namespace entente {

/// What an edge is: all observations with the same subject, type, object and polarity.
struct EdgeKey {
    std::uint32_t subject = 0;  ///< index of an actor
    std::uint32_t object = 0;
    std::uint8_t type = 0;  ///< rank() of it
    Polarity polarity = Polarity::affirmed;

    [[nodiscard]] std::optional<Type> type_of() const {
        return type < k_type_count ? std::optional(static_cast<Type>(type)) : std::nullopt;
    }
};

/// One observation.
struct Fact {
    std::uint32_t edge = 0;       ///< index of its edge
    std::int32_t day = k_undated; ///< since 1970-01-01, on the graph's clock
    std::uint32_t source = 0;     ///< index of a source
    std::uint32_t evidence = 0;   ///< its number where the texts are: of Graph::observations(), or of a store's row
    std::uint16_t confidence = 0; ///< thousandths
    std::int16_t goldstein = 0;   ///< thousandths
    Status status = Status::actual;
    bool mutual = false;  ///< it goes both ways
};

/// A fact before its edge has a number.
struct Sighting {
    EdgeKey edge;
    Fact fact;
};

struct Merged {
    std::vector<EdgeKey> edges;  ///< in the order of Graph::edges(), each once
    std::vector<Fact> facts;     ///< by day (undated first), edge, then as they were given
};

/// O(n): a radix sort by edge, then every fact goes to its place. Beside the result 16 bytes a sighting. At most 2^32 - 2
/// sightings.
[[nodiscard]] Merged merge(const std::vector<Sighting>& sightings);

/// By day (undated first), else as they are. O(n + days between the first and the last).
[[nodiscard]] std::vector<Fact> by_day(const std::vector<Fact>& facts);

}  // namespace entente
