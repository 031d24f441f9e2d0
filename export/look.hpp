// SPDX-License-Identifier: Apache-2.0
// How actors and edges look and what they are called in files for drawing programs: colours, sizes, ids.
#pragma once

#include <array>
#include <cstdint>
#include <initializer_list>
#include <string>
#include <string_view>
#include <vector>

#include "core/chars.hpp"
#include "graph/graph.hpp"

namespace entente {

struct Colour {
    std::uint8_t r, g, b;
};

/// By kind: Tableau's ten, told apart by most colour-blind readers.
[[nodiscard]] Colour colour(Kind kind);

/// Conflict red, cooperation green, by the mean Goldstein score (-10 to 10) or, where that is 0, by the quad class;
/// what is denied and what is neither: grey.
[[nodiscard]] Colour colour(const Edge& edge);

[[nodiscard]] std::string hex(Colour colour);  ///< #4e79a7

/// Diameters 4 to 100, areas about as the mentions: the range that Gephi keeps as it is. One per actor.
[[nodiscard]] std::vector<double> sizes(const Graph& graph);

/// Names that XML accepts as ids, one per actor, all different: the actor's id where it is such a name already. Never
/// with a colon, so that they can't meet an edge's.
[[nodiscard]] std::vector<std::string> node_ids(const Graph& graph);

/// Ids for edges: "e:" and 16 hexadecimal digits of the hash of some texts. Without an allocation each.
class IdMaker {
public:
    /// Valid until the next call.
    std::string_view operator()(std::initializer_list<std::string_view> parts);

private:
    std::string key_;
    std::array<char, 18> id_{'e', ':'};
};

/// A function of subject, type, object and polarity.
[[nodiscard]] std::string_view edge_id(const Graph& graph, const Edge& edge, IdMaker& make);
[[nodiscard]] std::string edge_id(const Graph& graph, const Edge& edge);

/// "actual:3 intended:1"
void put_statuses(Chars& out, const Edge& edge);
[[nodiscard]] std::string statuses(const Edge& edge);

/// 2021-08-25, or nothing.
[[nodiscard]] std::string date_text(std::optional<Date> date);

}  // namespace entente
