// SPDX-License-Identifier: Apache-2.0
#include "extract/events/rows.hpp"

#include <fmt/format.h>

#include "core/error.hpp"

namespace entente::events {
namespace {

constexpr std::size_t k_batch = 1u << 16;
constexpr std::size_t k_longest_row = 1u << 20;  ///< the longest of GDELT have a few KiB

std::string expected(const Table& table) {
    if (table.most == table.least) return fmt::format("{}", table.least);
    return fmt::format("{} to {}", table.least, table.most);
}

void check_columns(const Table& table, std::size_t columns) {
    if (columns >= table.least && columns <= table.most) return;
    throw InputError(
        fmt::format("{} {} between tabs, a row of {} has {}: fetch the file again, or name its table with -F", columns,
                    columns == 1 ? "column" : "columns", table.name, expected(table)));
}

}  // namespace

std::optional<Rows> next_rows(io::Input& input) {
    Rows rows{input.path(), {}};
    std::size_t bytes = 0;
    while (bytes < k_batch) {
        Rows::Line line;
        auto got = io::Input::Line::end;
        try {
            got = input.next_line(line.text);
        } catch (const InputError&) {
            if (rows.lines.empty()) throw;  // else the next call finds the damage again
        }
        if (got == io::Input::Line::end) break;
        line.number = input.line_number();
        line.is_too_long = got == io::Input::Line::too_long || line.text.size() > k_longest_row;
        if (line.is_too_long) line.text = std::string();
        bytes += line.text.size() + 1;
        rows.lines.push_back(std::move(line));
    }
    return rows.lines.empty() ? std::nullopt : std::optional(std::move(rows));
}

void for_each_row(const Table& table, Rows& rows, Diagnostics& diagnostics,
                  const std::function<void(const Cells&)>& read) {
    std::vector<std::string_view> cells;
    for (Rows::Line& line : rows.lines) {
        try {
            if (line.is_too_long) throw InputError("the row is over 1 MiB: are its line breaks lost?");
            // The header stands first, and again where files were put together.
            const bool is_header = !table.header.empty() && line.text.find(table.header) <= 3;
            if (is_header || line.text.find_first_not_of(" \t") == std::string::npos) continue;
            clean(line.text);
            split_cells(line.text, cells);
            check_columns(table, cells.size());
            read(Cells(cells));
        } catch (const InputError& e) {
            diagnostics.push_back({Severity::Skipped, rows.path, line.number, e.what()});
        }
    }
}

RowTally& RowTally::operator+=(const RowTally& other) {
    rows += other.rows;
    alone += other.alone;
    within += other.within;
    elsewhere += other.elsewhere;
    return *this;
}

}  // namespace entente::events
