// SPDX-License-Identifier: Apache-2.0
// A diff as operations that turn the one graph into the other, one JSON object a line.
#pragma once

#include <string>

#include "core/io/input.hpp"
#include "graph/diff.hpp"

namespace entente {

/// {"op":"add"|"modify"|"delete","change":"new","weight":9.7,"subject":"RUS","type":"AID"|null,"object":"UKR",
/// "polarity":"affirmed","before":0,"after":14,"lost":["id" …],"gained":[observation …]} and a newline; nothing for an edge
/// that is the same.
void append_operation(std::string& out, const Graph& before, const Graph& after, const GraphDiff& diff,
                      const EdgeChange& change);

/// `graph` after the operations. Throws InputError, with file and line, for what is no operation, or is none for this
/// graph. O(graph + patch).
[[nodiscard]] Graph apply_patch(io::Input& patch, const Graph& graph);

}  // namespace entente
