// SPDX-License-Identifier: Apache-2.0
// A diff as lines for a terminal, and what it comes to.
#pragma once

#include <string>

#include "export/text.hpp"
#include "graph/diff.hpp"

namespace entente {

/// What a line of a diff tells.
struct ChangeStyle {
    TextStyle text;
    std::size_t pair_width = 0;  ///< of the widest pair_line()
    bool brief = false;          ///< no sentences, and none of their words
};

/// + Taliban -> Afghanistan  ASSAULT  0x -> 12x  new  2021-08-15 .. 2021-08-30  16.6  "seized"
/// and its sentences, those lost marked '-', those gained '+'.
void append_change(std::string& out, const Graph& before, const Graph& after, const GraphDiff& diff,
                   const EdgeChange& change, const ChangeStyle& style);

/// Columns of a change's pair_line().
[[nodiscard]] std::size_t change_width(const Graph& before, const Graph& after, const EdgeChange& change);

/// Counts by class of change, by relation type, and of the actors that changed most; new and vanished actors.
void append_summary(std::string& out, const Graph& before, const Graph& after, const GraphDiff& diff);

}  // namespace entente
