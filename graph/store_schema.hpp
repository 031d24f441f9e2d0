// SPDX-License-Identifier: Apache-2.0
// The tables of a store. docs/store.md describes them for those who query a store with SQL.
#pragma once

#include "graph/database.hpp"

namespace entente {

inline constexpr int k_store_schema = 2;

/// Makes the tables in an empty database.
void create_schema(Database& db);

/// Throws InputError where `db` is no store of entente's, or one of a later version.
void check_schema(Database& db);

/// Whether a file that begins like this is a store.
[[nodiscard]] bool looks_like_store(std::string_view head);

}  // namespace entente
