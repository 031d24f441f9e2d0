// SPDX-License-Identifier: Apache-2.0
// The cells of one row of an event table. Whatever is wrong with one is told with its column and what would be right.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/date.hpp"
#include "core/ontology.hpp"

namespace entente::events {

/// A column by its place, and the name that its table's makers gave it.
struct Column {
    std::size_t at = 0;  ///< 0-based
    std::string_view name = {};
    [[nodiscard]] constexpr Column behind(std::size_t columns) const { return {at + columns, name}; }
};

/// Views into the line that it was split from.
class Cells {
public:
    explicit Cells(std::span<const std::string_view> cells) : cells_(cells) {}

    [[nodiscard]] std::size_t size() const { return cells_.size(); }
    /// Without blanks around it. Empty where the row ends before, and for what tables write where they have nothing
    /// (NA, None, NULL, ---).
    [[nodiscard]] std::string_view operator[](Column c) const;

    // All throw InputError: column 2 (SQLDATE): "20211399" is no date: …
    /// "20210825" or "2021-08-25"; nullopt where the table knows only the month or the year ("20210800", "202108",
    /// "2021").
    [[nodiscard]] std::optional<Date> day(Column c) const;
    /// "20210825", "20210825173000" or ISO 8601.
    [[nodiscard]] Timestamp instant(Column c) const;
    /// Digits.
    [[nodiscard]] std::uint64_t number(Column c) const;
    /// Two to four digits, the first two 01 to 20.
    [[nodiscard]] std::string_view cameo(Column c) const;
    /// One of PLOVER's sixteen.
    [[nodiscard]] Type plover(Column c) const;

private:
    [[noreturn]] void fail(Column c, std::string_view what) const;
    std::span<const std::string_view> cells_;
};

/// Whether it is digits, and so many of them (0: any number).
[[nodiscard]] bool is_digits(std::string_view text, std::size_t count = 0);

/// The cells of a line, which stand between tabs. `out` is emptied first.
void split_cells(std::string_view line, std::vector<std::string_view>& out);

/// Control characters but tabs become blanks; a line that is no UTF-8 is taken for Latin-1.
void clean(std::string& line);

}  // namespace entente::events
