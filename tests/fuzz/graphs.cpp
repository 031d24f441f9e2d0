// SPDX-License-Identifier: Apache-2.0
// Any bytes as a graph: GraphML, GEXF, JSON, NDJSON, triples. What is read can be written and read again.
#include <cstdlib>

#include "core/error.hpp"
#include "graph/load.hpp"
#include "tests/fuzz/memory_file.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
    using namespace entente;
    const test::MemoryFile file(bytes, size);
    Diagnostics diagnostics;
    try {
        io::Input head(file.path());
        if (graph_kind(head) == GraphKind::store) return 0;  // SQLite is fuzzed by others
        const Graph graph = load_graph(file.path(), diagnostics);
        for (const Edge& edge : graph.edges())
            if (edge.weight == 0) std::abort();
    } catch (const InputError&) {  // says what is wrong
    }
    return 0;
}
