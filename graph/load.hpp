// SPDX-License-Identifier: Apache-2.0
// The GRAPH argument of a command: what kind of file it is, and the graph in it.
#pragma once

#include <string>

#include "core/diagnostics.hpp"
#include "graph/graph.hpp"

namespace entente {

/// GraphML that entente wrote, or triples (NDJSON), either possibly gzip; "-" is standard input. The content decides,
/// not the name. Bad triples are skipped and reported in `diagnostics`. Throws InputError for everything else.
[[nodiscard]] Graph load_graph(const std::string& path, Diagnostics& diagnostics);

}  // namespace entente
