// SPDX-License-Identifier: Apache-2.0
// Rows of an event table on their way from the file to the triples.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "core/diagnostics.hpp"
#include "core/io/input.hpp"
#include "core/triple.hpp"
#include "extract/events/tables.hpp"

namespace entente::events {

/// Some lines of a table: what one thread works on at a time.
struct Rows {
    struct Line {
        std::uint64_t number = 0;  ///< 1-based
        std::string text;
        bool is_too_long = false;  ///< its text was left out
    };
    std::string path;
    std::vector<Line> lines;
};

/// The next rows, about 64 KiB; nullopt at the end. Throws InputError where the file is damaged; what was read before
/// is handed on first.
[[nodiscard]] std::optional<Rows> next_rows(io::Input& input);

/// Calls `read` with the cells of each row of `table`, headers and blank lines left out. A row that is too long or has
/// not so many columns, and what `read` throws as InputError, becomes a diagnostic.
void for_each_row(const Table& table, Rows& rows, Diagnostics& diagnostics,
                  const std::function<void(const Cells&)>& read);

/// What rows came to.
struct RowTally {
    std::uint64_t rows = 0;       ///< good ones
    std::uint64_t alone = 0;      ///< that name one actor, or none: no relation
    std::uint64_t within = 0;     ///< whose two sides are one actor: what happens inside a state
    std::uint64_t elsewhere = 0;  ///< mentions of events that no given table has
    RowTally& operator+=(const RowTally& other);
};

/// What rows say, in their order.
struct CodedRows {
    std::vector<Triple> triples;
    std::vector<std::uint64_t> others;  ///< numbers of events that are no relation
    RowTally tally;
    Diagnostics diagnostics;  ///< one a bad row
};

}  // namespace entente::events
