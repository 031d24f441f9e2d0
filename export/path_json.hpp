// SPDX-License-Identifier: Apache-2.0
// Paths as NDJSON.
#pragma once

#include <string>

#include "graph/paths.hpp"

namespace entente {

/// A line: {"rank":1,"confidence":0.81,"actors":["RUS","taliban"],"hops":[{"from":"RUS","to":"taliban","relations":[…]}]},
/// relations as append_edge_json() writes them; a hop of a time-respecting path has its "date" too.
void append_path_json(std::string& out, const Graph& graph, const Path& path, std::size_t rank);

}  // namespace entente
