// SPDX-License-Identifier: Apache-2.0
// Rows of a store's table "evidence", both ways.
#pragma once

#include <vector>

#include "graph/database.hpp"
#include "graph/observation.hpp"
#include "graph/pool.hpp"

namespace entente {

/// What the observations of a document share.
struct StoredDocument {
    std::string_view id;
    std::string_view source;
    std::optional<Timestamp> published;
};

/// In the order of the table.
inline constexpr const char* k_evidence_columns =
    "document, subject, object, type, flags, day, confidence, goldstein, id, phrase, sentence, detail";

/// The actors as named, by number, their texts in `pool`.
[[nodiscard]] std::vector<Party> read_parties(Database& db, StringPool& pool);

/// Throw InputError where a row is damaged: there are `actors` numbers of actors.
void check_actor(std::int64_t number, std::size_t actors);
[[nodiscard]] std::optional<Type> stored_type(const Statement& rows, int column);

/// The observation of the row that `rows` stands on; `actors` by number. Its texts are those of the row, the document and
/// the actors: valid until the next step. Throws InputError where the row is damaged.
[[nodiscard]] Observation read_evidence(const Statement& rows, const StoredDocument& document,
                                        const std::vector<Party>& actors);

/// Binds `o` to a statement with one value for each column. `detail` is scratch space that must outlive the statement's
/// run.
void bind_evidence(Statement& insert, std::int64_t document, std::int64_t subject, std::int64_t object,
                   const Observation& o, std::string& detail);

}  // namespace entente
