// SPDX-License-Identifier: Apache-2.0
// Text in, a graph out, in twenty lines.
#include <cstdio>

#include "export/formats.hpp"
#include "extract/extract.hpp"
#include "graph/builder.hpp"

int main() {
    using namespace entente;
    const auto knowledge = Knowledge::load({});
    Language::Scratch scratch;
    Document document;
    document.id = "d1";
    document.source = "memory";
    document.text = "Kenya accused Egypt of arming the rebels. Germany sent aid to Moldova.";
    GraphBuilder builder;
    for (const Triple& t : extract(document, *knowledge, scratch)) builder.add(t);
    const Graph graph = builder.finish();
    export_graph(graph, choose_format("graphml", "-"), "-");
    std::fprintf(stderr, "%zu edges\n", graph.edges().size());
    return graph.edges().empty() ? 1 : 0;
}
