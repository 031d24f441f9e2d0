// SPDX-License-Identifier: Apache-2.0
#include "export/formats.hpp"

#include <fmt/format.h>

#include <array>
#include <optional>

#include "core/error.hpp"
#include "export/writers.hpp"

namespace entente {
namespace {

constexpr std::array k_formats{
    Format{"graphml", ".graphml", "GraphML for Gephi, NetworkX, igraph, Cytoscape; entente reads it back",
           write_graphml, nullptr},
    Format{"gexf", ".gexf", "GEXF for Gephi, with a timeline", write_gexf, nullptr},
    Format{"csv", ".csv", "edges with Gephi's headers; actors in a second file NAME.nodes.csv", write_csv_edges,
           write_csv_nodes},
    Format{"dot", ".dot", "Graphviz", write_dot, nullptr},
    Format{"ndjson", ".ndjson", "one JSON object per line and actor or edge, evidence included", write_ndjson, nullptr},
};

std::string names() {
    std::string out;
    for (const Format& f : k_formats) out += fmt::format("{}{}", out.empty() ? "" : ", ", f.name);
    return out;
}

}  // namespace

std::span<const Format> formats() { return k_formats; }

const Format& choose_format(std::string_view name, std::string_view path) {
    for (const Format& f : k_formats)
        if (name.empty() ? path.ends_with(f.suffix) : name == f.name) return f;
    if (!name.empty()) throw UsageError(fmt::format("unknown format \"{}\"; there are: {}", name, names()));
    if (path == "-") return k_formats.front();
    throw UsageError(fmt::format("{}: its suffix names no format; give one with -f: {}", path, names()));
}

void export_graph(const Graph& graph, const Format& format, const std::string& path, const ExportOptions& options) {
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
