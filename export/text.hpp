// SPDX-License-Identifier: Apache-2.0
// Relations and their evidence as lines for a terminal.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "graph/graph.hpp"
#include "graph/paths.hpp"

namespace entente {

struct TextStyle {
    bool colour = false;       ///< ANSI escapes
    std::size_t width = 100;   ///< columns; sentences are wrapped to it
    std::size_t evidence = 3;  ///< how many sentences to show per relation, the surest first; 0 = all
};

/// `text` on one line, without what could steer a terminal or turn the reading direction. O(length).
[[nodiscard]] std::string printable(std::string_view text);

/// "1 hop", "2 hops".
[[nodiscard]] std::string counted(std::size_t n, std::string_view what);

/// Columns that `text` takes on a terminal: 2 for East Asian wide characters and emoji, 0 for combining marks.
[[nodiscard]] std::size_t columns(std::string_view text);

/// `text` cut ("…") or filled with blanks to `width` columns.
[[nodiscard]] std::string fitted(std::string_view text, std::size_t width);

/// REQUEST      3x  2021-08-25 .. 2021-09-02  0.91  "said that insurgents must comply"
[[nodiscard]] std::string relation_line(const Edge& edge, const TextStyle& style);

/// "China -> Taliban", "<->" where the relation is symmetric, filled with blanks to `width` columns.
[[nodiscard]] std::string pair_line(const Graph& graph, const Edge& edge, const TextStyle& style,
                                    std::size_t width = 0);

/// Columns that pair_line() takes without filling, but at most 48: to align what stands below each other.
[[nodiscard]] std::size_t pair_width(const Graph& graph, const Edge& edge);

/// The sentences, each after a line with its date, confidence, place, phrase and who says so; `mark` stands before that
/// line.
void append_evidence(std::string& out, std::vector<Observation> evidence, std::size_t indent,
                     std::string_view mark, const TextStyle& style);
void append_evidence(std::string& out, const Graph& graph, const Edge& edge, std::size_t indent,
                     const TextStyle& style);

void append_path(std::string& out, const Graph& graph, const Path& path, std::size_t number, const TextStyle& style);

}  // namespace entente
