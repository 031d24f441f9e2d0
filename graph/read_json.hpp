// SPDX-License-Identifier: Apache-2.0
// Reads back the NDJSON and the JSON (node-link or Cytoscape.js) that entente writes: one actor or edge a line.
#pragma once

#include <string_view>

#include "core/io/input.hpp"
#include "graph/graph.hpp"

namespace entente {

/// Whether a file that begins so is such a graph, and not triples or articles.
[[nodiscard]] bool is_json_graph(std::string_view head);

/// The graph in `in`, line by line; memory is the graph and one edge. Throws InputError with file and line where a line
/// is damaged or an edge has no whole evidence, or the file is cut off.
[[nodiscard]] Graph read_json_graph(io::Input& in);

}  // namespace entente
