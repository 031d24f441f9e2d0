// SPDX-License-Identifier: Apache-2.0
// GraphML as every reader we know loads it without losing an edge: Gephi (classes of parallel edges from the label of
// <edge>, colours, sizes 4 to 100), Gephi Lite, NetworkX, igraph, Boost, Cytoscape, Neo4j. So: keys named as their id,
// only string, int and double, no <desc>, no <default>, all edges directed, no weight of 0.
#include "export/look.hpp"
#include "export/sink.hpp"
#include "export/writers.hpp"
#include "export/xml.hpp"
#include "graph/evidence_json.hpp"

namespace entente {
namespace {

struct Key {
    std::string_view id;
    std::string_view name;
    std::string_view type;
};

constexpr Key k_node_keys[] = {{"label", "label", "string"},
                               {"name", "name", "string"},
                               {"labels", "labels", "string"},
                               {"kind", "kind", "string"},
                               {"country", "country", "string"},
                               {"mentions", "mentions", "int"},
                               {"first_seen", "first_seen", "string"},
                               {"last_seen", "last_seen", "string"},
                               {"size", "size", "double"},
                               {"r", "r", "int"},
                               {"g", "g", "int"},
                               {"b", "b", "int"},
                               {"entente_id", "entente_id", "string"}};

constexpr Key k_edge_keys[] = {{"edgelabel", "label", "string"},
                               {"relation", "relation", "string"},
                               {"interaction", "interaction", "string"},
                               {"polarity", "polarity", "string"},
                               {"quad", "quad", "int"},
                               {"weight", "weight", "double"},
                               {"confidence", "confidence", "double"},
                               {"tone", "tone", "double"},
                               {"observations", "observations", "int"},
                               {"documents", "documents", "int"},
                               {"sources", "sources", "int"},
                               {"status", "status", "string"},
                               {"symmetric", "symmetric", "int"},
                               {"start", "start", "string"},
                               {"end", "end", "string"},
                               {"dates", "dates", "string"},
                               {"color", "color", "string"},
                               {"evidence", "evidence", "string"},
                               {"entente_evidence", "entente_evidence", "string"}};

void data(Sink& sink, std::string_view key, std::string_view text) {
    if (text.empty()) return;
    sink.print("<data key=\"{}\">", key);
    xml::append(sink.text, text);
    sink.text += "</data>";
}

template <class Number>
void figure(Sink& sink, std::string_view key, Number value) {
    sink.print("<data key=\"{}\">{}</data>", key, value);
}

void put_head(Sink& sink) {
    sink.text +=
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<graphml xmlns=\"http://graphml.graphdrawing.org/xmlns\">\n";
    const auto key = [&](const Key& k, std::string_view of) {
        sink.print("<key id=\"{}\" for=\"{}\" attr.name=\"{}\" attr.type=\"{}\"/>\n", k.id, of, k.name, k.type);
    };
    for (const Key& k : k_node_keys) key(k, "node");
    for (const Key& k : k_edge_keys) key(k, "edge");
    sink.text += "<graph id=\"entente\" edgedefault=\"directed\">\n";
}

void put_node(Sink& sink, const Actor& actor, const std::string& id, double size) {
    sink.print("<node id=\"{}\">", id);
    const std::string label = xml::clean(actor.label);
    data(sink, "label", label);
    data(sink, "name", label);
    data(sink, "labels", fmt::format(":{}", name(actor.kind)));
    data(sink, "kind", name(actor.kind));
    data(sink, "country", xml::clean(actor.country));
    figure(sink, "mentions", actor.mentions);
    data(sink, "first_seen", date_text(actor.first));
    data(sink, "last_seen", date_text(actor.last));
    figure(sink, "size", size);
    const Colour c = colour(actor.kind);
    figure(sink, "r", c.r);
    figure(sink, "g", c.g);
    figure(sink, "b", c.b);
    if (id != actor.id) {
        std::string exact;
        append_json_string(exact, actor.id);
        data(sink, "entente_id", exact);
    }
    sink.text += "</node>\n";
}

std::string join_days(std::span<const Date> days) {
    std::string out;
    for (const Date day : days) {
        if (!out.empty()) out += ' ';
        out += to_string(day);
    }
    return out;
}

/// "article#7;article#8": for people; entente_evidence is for programs.
std::string short_evidence(std::span<const Observation> evidence) {
    std::string out;
    for (const Observation& o : evidence)
        out += fmt::format("{}{}#{}", out.empty() ? "" : ";", o.doc, o.sentence_index);
    return xml::clean(out);
}

/// An actor as a reader of the file will know it when it comes to the edges.
struct Names {
    std::string label;
    std::string country;
    Kind kind;
    [[nodiscard]] Known known() const { return {label, country, kind}; }
};

Names names(const Actor& actor) { return {xml::clean(actor.label), xml::clean(actor.country), actor.kind}; }

std::string full_evidence(const Graph& graph, const Edge& edge) {
    const Names subject = names(graph.subject(edge));
    const Names object = names(graph.object(edge));
    std::string out = "[";
    for (const Observation& o : graph.evidence(edge)) {
        if (out.size() > 1) out += ',';
        append_evidence_json(out, o, subject.known(), object.known());
    }
    return out += ']';
}

void put_edge(Sink& sink, const Graph& graph, const Edge& edge, const std::vector<std::string>& ids) {
    const std::string kind = class_name(edge);
    sink.print("<edge id=\"{}\" source=\"{}\" target=\"{}\" label=\"{}\">", edge_id(graph, edge), ids[edge.subject],
               ids[edge.object], kind);
    data(sink, "edgelabel", xml::clean(edge.label));
    data(sink, "relation", type_name(edge.type));
    data(sink, "interaction", kind);
    data(sink, "polarity", name(edge.polarity));
    if (edge.type && quad(*edge.type) > 0) figure(sink, "quad", quad(*edge.type));
    figure(sink, "weight", edge.weight);
    figure(sink, "confidence", edge.confidence);
    figure(sink, "tone", edge.goldstein);
    figure(sink, "observations", edge.weight);
    figure(sink, "documents", edge.documents);
    figure(sink, "sources", edge.sources);
    data(sink, "status", statuses(edge));
    figure(sink, "symmetric", edge.symmetric ? 1 : 0);
    data(sink, "start", date_text(edge.first));
    data(sink, "end", date_text(edge.last));
    data(sink, "dates", join_days(graph.days(edge)));
    data(sink, "color", hex(colour(edge)));
    data(sink, "evidence", short_evidence(graph.evidence(edge)));
    data(sink, "entente_evidence", full_evidence(graph, edge));
    sink.text += "</edge>\n";
}

}  // namespace

void write_graphml(const Graph& graph, io::Output& out) {
    Sink sink(out);
    put_head(sink);
    const auto ids = node_ids(graph);
    const auto diameters = sizes(graph);
    for (std::size_t i = 0; i < graph.actors().size(); ++i) {
        put_node(sink, graph.actors()[i], ids[i], diameters[i]);
        sink.checkpoint();
    }
    for (const Edge& edge : graph.edges()) {
        put_edge(sink, graph, edge, ids);
        sink.checkpoint();
    }
    sink.text += "</graph>\n</graphml>\n";
    sink.flush();
}

}  // namespace entente
