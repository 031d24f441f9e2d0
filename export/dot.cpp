// SPDX-License-Identifier: Apache-2.0
// Graphviz: a drawing with labels, colours and line widths.
#include <cmath>

#include "export/arcs.hpp"
#include "export/look.hpp"
#include "export/sink.hpp"
#include "export/writers.hpp"
#include "export/xml.hpp"

namespace entente {
namespace {

/// A quoted string: backslashes doubled, since Graphviz reads \N, \G and their like as escapes.
void quoted(Sink& sink, std::string_view raw) {
    sink.text += '"';
    for (const char c : xml::clean(raw)) {
        if (c == '"' || c == '\\') sink.text += '\\';
        sink.text += c == '\n' || c == '\r' || c == '\t' ? ' ' : c;
    }
    sink.text += '"';
}

void put_edge(Sink& sink, const Graph& graph, const Arc& arc, const std::vector<std::string>& ids) {
    const Edge& edge = arc.edge;
    quoted(sink, ids[edge.subject]);
    sink.text += " -> ";
    quoted(sink, ids[edge.object]);
    sink.text += " [label=";
    quoted(sink, edge.label);
    sink.text += ", tooltip=";
    const bool several = arc.relations.find(' ') != std::string_view::npos;
    const std::string_view relations = several ? arc.relations : arc.kind;
    quoted(sink, fmt::format("{} {} {}, {} x, {} to {}", graph.subject(edge).label, relations,
                             graph.object(edge).label, edge.weight, date_text(edge.first), date_text(edge.last)));
    const double width = std::min(std::round((1 + std::sqrt(edge.weight - 1.0)) * 10) / 10, 8.0);
    sink.print(", class=\"{}\", color=\"{}\", penwidth={}, weight={}{}];\n", arc.kind, hex(colour(edge)), width,
               edge.weight, edge.symmetric ? ", dir=both" : "");
}

}  // namespace

void write_dot(const Graph& graph, const ExportOptions& options, io::Output& out) {
    Sink sink(out);
    sink.text +=
        "digraph entente {\ncharset=\"UTF-8\";\nnode [style=filled, fontname=\"sans-serif\"];\n"
        "edge [fontname=\"sans-serif\", fontsize=10];\n";
    const auto ids = node_ids(graph);
    for (std::size_t i = 0; i < ids.size(); ++i) {
        quoted(sink, ids[i]);
        sink.text += " [label=";
        quoted(sink, graph.actors()[i].label);
        sink.print(", class=\"{}\", fillcolor=\"{}\"];\n", name(graph.actors()[i].kind),
                   hex(colour(graph.actors()[i].kind)));
        sink.checkpoint();
    }
    for_each_arc(graph, options.aggregate, [&](const Arc& arc) {
        put_edge(sink, graph, arc, ids);
        sink.checkpoint();
    });
    sink.text += "}\n";
    sink.flush();
}

}  // namespace entente
