// SPDX-License-Identifier: Apache-2.0
#include "export/formats.hpp"

#include <fmt/format.h>

#include <array>
#include <optional>

#include "core/error.hpp"
#include "export/metrics.hpp"
#include "export/writers.hpp"

namespace entente {
namespace {

constexpr std::array k_formats{
    Format{"graphml", ".graphml", "Gephi, NetworkX, igraph, Cytoscape, yEd, Neo4j; reads back", write_graphml, nullptr, true},
    Format{"gexf", ".gexf", "Gephi, with a timeline; reads back", write_gexf, nullptr, true},
    Format{"csv", ".csv", "edges with Gephi's headers, or Neo4j's; actors in a second file NAME.nodes.csv",
           write_csv_edges, write_csv_nodes, true},
    Format{"dot", ".dot", "Graphviz", write_dot, nullptr},
    Format{"ndjson", ".ndjson", "an object per line and actor or edge, evidence included; reads back", write_ndjson,
           nullptr, true},
    Format{"json", ".json", "node-link for NetworkX and D3, or Cytoscape.js; reads back", write_json, nullptr, true},
    Format{"nt", ".nt", "RDF: N-Triples, evidence by PROV", write_ntriples, nullptr},
    Format{"nq", ".nq", "RDF: N-Quads, a graph per article", write_nquads, nullptr},
    Format{"cypher", ".cypher", "statements for Neo4j and Memgraph", write_cypher, nullptr},
    Format{"ftm", ".ftm.json", "FollowTheMoney entities, for Aleph", write_ftm, nullptr},
    Format{"html", ".html", "an interactive page in one file: search, time line, paths, changes; works offline",
           write_html, nullptr},
};

std::string names(bool with_columns = false) {
    std::string out;
    for (const Format& f : k_formats)
        if (f.has_columns || !with_columns) out += fmt::format("{}{}", out.empty() ? "" : ", ", f.name);
    return out;
}

}  // namespace

std::span<const Format> formats() { return k_formats; }

const Format& choose_format(std::string_view name, std::string_view path) {
    const Format* best = nullptr;  // ".ftm.json" before ".json"
    for (const Format& f : k_formats)
        if (name.empty() ? path.ends_with(f.suffix) : name == f.name)
            if (!best || f.suffix.size() > best->suffix.size()) best = &f;
    if (best) return *best;
    if (!name.empty()) throw UsageError(fmt::format("unknown format \"{}\"; there are: {}", name, names()));
    if (path == "-") return k_formats.front();
    throw UsageError(fmt::format("{}: its suffix names no format; give one with -f: {}", path, names()));
}

void check_options(const Format& format, const ExportOptions& options) {
    if (options.metrics && !format.has_columns)
        throw UsageError(fmt::format("--metrics: {} has no place for them; there are: {}", format.name, names(true)));
}

void export_graph(const Graph& graph, const Format& format, const std::string& path, const ExportOptions& options) {
    if (options.metrics) {
        ExportOptions own = options;
        own.metrics = false;
        for (Column& c : metric_columns(metrics(TemporalGraph(graph, Clock::event), {})))
            own.of_actors.list.push_back(std::move(c));
        return export_graph(graph, format, path, own);
    }
    std::optional<io::Output> nodes;
    if (format.write_nodes && path != "-") {
        const bool suffixed = path.ends_with(format.suffix);
        const std::string stem = suffixed ? path.substr(0, path.size() - format.suffix.size()) : path;
        nodes.emplace(fmt::format("{}.nodes{}", stem, format.suffix));
        format.write_nodes(graph, options, *nodes);
    }
    io::Output out(path);
    format.write(graph, options, out);
    if (nodes) nodes->close();
    out.close();
}

}  // namespace entente
