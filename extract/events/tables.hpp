// SPDX-License-Identifier: Apache-2.0
// The event tables of others: GDELT 1.0 and 2.0, ICEWS, POLECAT, PETRARCH. A table is a function and one row of
// k_tables.
#pragma once

#include <span>
#include <string_view>

#include "extract/events/cells.hpp"
#include "extract/events/row.hpp"

namespace entente::events {

struct Table {
    std::string_view name;    ///< "gdelt2": also the kind of input and the rule of its triples
    std::string_view coding;  ///< which rows of data/events/codes.tsv hold: cameo, icews, plover
    std::string_view header;  ///< how a first line begins that names the columns; empty: there is none
    std::size_t least;        ///< columns of a row
    std::size_t most;
    double confidence;                   ///< of a relation that one row states; docs/events.md says why
    bool (*fits)(const Cells&);          ///< whether a row is of this table; nullptr: its header tells
    EventRow (*read)(const Cells& row);  ///< throws InputError; nullptr: rows name events, no actors (see mentions.hpp)
};

/// GDELT 2.0's second table, which tells where events were mentioned.
inline constexpr std::string_view k_mentions = "gdelt2-mentions";

[[nodiscard]] std::span<const Table> tables();
/// nullptr where there is no such table.
[[nodiscard]] const Table* table_named(std::string_view name);
/// The table that begins with these bytes; nullptr where none does.
[[nodiscard]] const Table* table_of(std::string_view head);

}  // namespace entente::events
