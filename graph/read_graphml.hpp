// SPDX-License-Identifier: Apache-2.0
// Reads back the GraphML that entente wrote, all of it: written again, the file is the same byte for byte.
#pragma once

#include "core/io/input.hpp"
#include "graph/graph.hpp"

namespace entente {

/// Streams; memory is the graph's plus one edge. Only the evidence and the actors' names count: every figure is derived
/// anew. Throws InputError "g.graphml:12: …" for damaged files and for GraphML that another program wrote.
[[nodiscard]] Graph read_graphml(io::Input& in);

}  // namespace entente
