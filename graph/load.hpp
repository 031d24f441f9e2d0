// SPDX-License-Identifier: Apache-2.0
// The GRAPH argument of a command: what kind of file it is, and the graph in it.
#pragma once

#include <string>

#include "core/diagnostics.hpp"
#include "core/io/input.hpp"
#include "graph/chronicle.hpp"

namespace entente {

/// What a file holds, by its content, not its name.
enum class GraphKind { store, file, triples, other };

/// Takes nothing from the input. `file` is said of the JSON graphs that entente writes, and of all XML with a <graphml>
/// or <gexf> in its first 4 KiB, whoever wrote it.
[[nodiscard]] GraphKind graph_kind(io::Input& input);

/// A store, GraphML, GEXF, NDJSON or JSON that entente wrote, or triples (NDJSON), all but stores possibly gzip; "-" is standard input. Bad
/// triples are skipped and reported in `diagnostics`. Throws InputError for everything else.
[[nodiscard]] Graph load_graph(const std::string& path, Diagnostics& diagnostics);
[[nodiscard]] Graph load_graph(io::Input&& input, Diagnostics& diagnostics);

/// The same for queries over time: of a store no texts are read but those that an answer shows.
[[nodiscard]] Chronicle load_chronicle(const std::string& path, Clock clock, Diagnostics& diagnostics);

}  // namespace entente
