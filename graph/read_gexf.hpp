// SPDX-License-Identifier: Apache-2.0
// Reads back the GEXF that entente writes.
#pragma once

#include "core/io/input.hpp"
#include "graph/graph.hpp"

namespace entente {

/// The graph in `in`, in one pass; memory is the graph and one element. Throws InputError with file and line where the
/// file is damaged, is no GEXF or not entente's (its evidence is what a graph is made of).
[[nodiscard]] Graph read_gexf(io::Input& in);

}  // namespace entente
