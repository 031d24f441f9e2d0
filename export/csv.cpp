// SPDX-License-Identifier: Apache-2.0
// CSV with the headers that Gephi's spreadsheet import knows, or neo4j-admin's (RFC 4180, UTF-8, LF).
#include <fmt/format.h>

#include "export/arcs.hpp"
#include "export/look.hpp"
#include "export/sink.hpp"
#include "export/writers.hpp"
#include "export/xml.hpp"

namespace entente {
namespace {

/// A text cell. One that a spreadsheet would run as a formula gets an apostrophe before it.
void cell(Sink& sink, std::string_view raw) {
    const std::string text = xml::clean(raw);
    const bool formula = !text.empty() && std::string_view("=+-@\t\r").find(text[0]) != std::string_view::npos;
    const bool quoted = text.find_first_of(",\"\r\n") != std::string::npos;
    if (quoted) sink.text += '"';
    if (formula) sink.text += '\'';
    for (const char c : text) {
        if (c == '"') sink.text += '"';
        sink.text += c;
    }
    if (quoted) sink.text += '"';
}

void row(Sink& sink, std::initializer_list<std::string_view> texts) {
    for (const std::string_view text : texts) {
        cell(sink, text);
        sink.text += ',';
    }
}

}  // namespace

void write_csv_edges(const Graph& graph, const ExportOptions& options, io::Output& out) {
    Sink sink(out);
    const bool neo4j = options.dialect == Dialect::neo4j;
    sink.text += neo4j ? ":START_ID,:END_ID,:TYPE,id,label,relation,polarity,status,start:date,end:date,weight:int,"
                         "quad:int,tone:double,confidence:double,documents:int,sources:int,symmetric:int\n"
                       : "Source,Target,Type,Id,Label,Kind,Relation,Polarity,Status,Start,End,Weight,Quad,Tone,"
                         "Confidence,Documents,Sources,Symmetric\n";
    const auto ids = node_ids(graph);
    for_each_arc(graph, options.aggregate, [&](const Arc& arc) {
        const Edge& e = arc.edge;
        row(sink, {ids[e.subject], ids[e.object], neo4j ? arc.kind : "Directed", arc.id, e.label});
        if (!neo4j) row(sink, {arc.kind});
        row(sink, {arc.relations, name(e.polarity), statuses(e), date_text(e.first), date_text(e.last)});
        const std::string class_of = e.type && quad(*e.type) > 0 ? fmt::format("{}", quad(*e.type)) : "";
        sink.print("{},{},{},{},{},{},{}\n", e.weight, class_of, e.goldstein, e.confidence, e.documents, e.sources,
                   e.symmetric ? 1 : 0);
        sink.checkpoint();
    });
    sink.flush();
}

void write_csv_nodes(const Graph& graph, const ExportOptions& options, io::Output& out) {
    Sink sink(out);
    const bool neo4j = options.dialect == Dialect::neo4j;
    sink.text += neo4j ? "id:ID,name,:LABEL,country,first_seen:date,last_seen:date,mentions:int\n"
                       : "Id,Label,Kind,Country,First_seen,Last_seen,Mentions\n";
    sink.text.pop_back();
    for (const Column& c : options.of_actors.list)
        sink.print(",{}{}", c.name, !neo4j || c.type() == "string" ? "" : fmt::format(":{}", c.type()));
    sink.text += '\n';
    const auto ids = node_ids(graph);
    for (std::size_t i = 0; i < ids.size(); ++i) {
        const Actor& a = graph.actors()[i];
        row(sink, {ids[i], a.label, name(a.kind), a.country, date_text(a.first), date_text(a.last)});
        sink.print("{}", a.mentions);
        for (const Column& c : options.of_actors.list) sink.print(",{}", c.text(i));
        sink.text += '\n';
        sink.checkpoint();
    }
    sink.flush();
}

}  // namespace entente
