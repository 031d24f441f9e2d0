// SPDX-License-Identifier: Apache-2.0
// The tables that experts edit: tab-separated, # comments, a header that names the columns.
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace entente::io {

/// One row; cells are found by the name of their column.
class TsvRow {
public:
    TsvRow(const std::vector<std::string_view>& header, const std::vector<std::string_view>& cells, std::uint64_t line)
        : header_(header), cells_(cells), line_(line) {}

    /// The cell under `column`, blanks at its ends removed; empty where it is empty, "-", or there is no such column.
    [[nodiscard]] std::string_view operator[](std::string_view column) const;
    [[nodiscard]] std::uint64_t line() const { return line_; }

private:
    const std::vector<std::string_view>& header_;
    const std::vector<std::string_view>& cells_;
    std::uint64_t line_;
};

/// Calls `row` for each row of `text`. Throws InputError "NAME:LINE: 7 columns where the header names 6", and passes on
/// what `row` throws as InputError with NAME:LINE before it.
void read_tsv(std::string_view name, std::string_view text, const std::function<void(const TsvRow&)>& row);

/// The parts of "a|b|c", blanks at their ends removed, empty ones left out.
[[nodiscard]] std::vector<std::string_view> split_list(std::string_view cell, char separator = '|');

}  // namespace entente::io
