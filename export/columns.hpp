// SPDX-License-Identifier: Apache-2.0
// Attributes that not every file has, and colours in place of the usual ones: what a command says of each actor or edge
// beside what the graph does.
#pragma once

#include <string_view>
#include <variant>
#include <vector>

#include "export/look.hpp"

namespace entente {

/// One value an actor, or an edge, in the order of the graph.
struct Column {
    std::string_view name;  ///< lower case, and no other attribute's
    /// Words need no escape in any format.
    std::variant<std::vector<std::uint32_t>, std::vector<double>, std::vector<std::string_view>> values;

    [[nodiscard]] std::string_view type() const;  ///< "int", "double", "string": as GraphML calls them
    void put(Chars& out, std::size_t i) const;
    [[nodiscard]] std::string text(std::size_t i) const;
    [[nodiscard]] std::string json(std::size_t i) const;
};

struct Columns {
    std::vector<Column> list;
    std::vector<Colour> colours;  ///< one an actor or edge; empty: by kind or tone

    [[nodiscard]] Colour colour_or(Colour usual, std::size_t i) const { return colours.empty() ? usual : colours[i]; }
};

}  // namespace entente
