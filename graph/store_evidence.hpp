// SPDX-License-Identifier: Apache-2.0
// The evidence of a store as packed observations: all of it, or row by row.
#pragma once

#include <span>
#include <vector>

#include "graph/packed.hpp"
#include "graph/store_rows.hpp"

namespace entente {

class StoredEvidence {
public:
    /// Reads the actors. Keeps references to both; the texts are those of `archive`.
    StoredEvidence(Database& db, Archive& archive);

    /// The actors as named, by number.
    [[nodiscard]] std::span<const Named* const> names() const { return names_; }

    /// All that counts, in the order of rows; copies are not folded.
    [[nodiscard]] std::vector<PackedObservation> all();

    /// The observation of a row, which is there. 5 µs.
    [[nodiscard]] PackedObservation at(std::uint32_t row);

private:
    void read_documents();
    [[nodiscard]] const Report* report(std::int64_t document);
    [[nodiscard]] PackedObservation pack(const Statement& row, const Report& report);

    Database& db_;
    Archive& archive_;
    StringPool pool_;
    std::vector<Party> parties_;
    std::vector<const Named*> names_;
    std::vector<const Report*> reports_;  ///< by number, as far as they were asked for
    Statement document_;
    Statement row_;
};

}  // namespace entente
