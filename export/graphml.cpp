// SPDX-License-Identifier: Apache-2.0
// GraphML as every reader we know loads it without losing an edge: Gephi (classes of parallel edges from the label of
// <edge>, colours, sizes 4 to 100, positions), Gephi Lite, NetworkX, igraph, Boost, Cytoscape, Neo4j. So: keys named as
// their id, only string, int and double, no <desc>, no <default>, all edges directed, no weight of 0.
#include "export/cells.hpp"
#include "export/records.hpp"
#include "export/writers.hpp"
#include "export/yed.hpp"

namespace entente {
namespace {

/// <data key="kind">country</data>
struct DataMarks {
    static constexpr Literal before{"<data key=\""};
    static constexpr Literal between{"\">"};
    static constexpr Literal after{"</data>"};
    static constexpr Literal json_between = between;
    static constexpr Literal json_after = after;
    static constexpr char quote = '\0';
};

class GraphmlWriter {
public:
    GraphmlWriter(const Graph& graph, const ExportOptions& options, io::Output& out)
        : graph_(graph), options_(options), out_(out), drawing_(graph, options) {}

    void write() {
        head();
        for (std::size_t i = 0; i < graph_.actors().size(); ++i) node(i);
        for_each_arc(graph_, options_.aggregate, [&](const Arc& arc) { edge(arc); });
        out_.append("</graph>\n</graphml>\n");
        out_.flush();
    }

private:
    [[nodiscard]] bool has_looks() const { return options_.dialect != Dialect::neo4j; }
    [[nodiscard]] bool is(Dialect dialect) const { return options_.dialect == dialect; }

    void key(std::string_view id, std::string_view of, std::string_view name, std::string_view type) {
        for (const std::string_view part : {std::string_view("<key id=\""), id, std::string_view("\" for=\""), of,
                                            std::string_view("\" attr.name=\""), name,
                                            std::string_view("\" attr.type=\""), type, std::string_view("\"/>\n")})
            out_.append(part);
    }

    void head() {
        out_.append("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<graphml xmlns=\"http://graphml.graphdrawing.org/xmlns\"");
        if (is(Dialect::yed)) out_.append(" xmlns:y=\"http://www.yworks.com/xml/graphml\"");
        out_.append(">\n");
        for (const std::string_view id : {"label", "name", "labels"}) key(id, "node", id, "string");
        for (const Attribute& a : k_actor_attributes) key(a.id, "node", a.id, a.type);
        for (const Column& c : options_.of_actors.list) key(c.name, "node", c.name, c.type());
        if (has_looks()) {
            for (const std::string_view id : {"size", "x", "y"}) key(id, "node", id, "double");
            for (const std::string_view id : {"r", "g", "b"}) key(id, "node", id, "int");
        }
        key("edgelabel", "edge", "label", "string");
        key("interaction", "edge", "interaction", "string");
        key("weight", "edge", "weight", "double");
        for (const Attribute& a : k_arc_attributes)
            if (a.id != "entente_evidence" || options_.whole_evidence()) key(a.id, "edge", a.id, a.type);
        for (const Column& c : options_.of_edges.list) key(c.name, "edge", c.name, c.type());
        if (has_looks()) key("color", "edge", "color", "string");
        if (is(Dialect::yed)) out_.append(k_yed_keys);
        out_.append("<graph id=\"entente\" edgedefault=\"directed\">\n");
    }

    void node(std::size_t i) {
        const Actor& actor = graph_.actors()[i];
        out_.put<"<node id=\"">();
        out_.append(drawing_.ids[i]);
        if (is(Dialect::neo4j)) {
            out_.put<"\" labels=\":">();
            out_.append(name(actor.kind));
        }
        out_.put<"\">">();
        cells_.text<"label">(drawing_.known[i].label);
        cells_.text<"name">(drawing_.known[i].label);
        cells_.list<"labels">([&](Chars& out) {
            out.put<":">();
            out.append(name(actor.kind));
        });
        put_actor(cells_, actor, drawing_.ids[i]);
        cells_.columns(options_.of_actors, i);
        if (has_looks()) looks(i);
        if (is(Dialect::yed)) put_yed_node(out_, drawing_.known[i].label, drawing_.positions[i], drawing_.sizes[i],
                                           options_.of_actors.colour_or(colour(actor.kind), i));
        out_.put<"</node>\n">();
        out_.checkpoint();
    }

    void looks(std::size_t i) {
        cells_.figure<"size">(drawing_.sizes[i]);
        cells_.figure<"x">(drawing_.positions[i].x);
        cells_.figure<"y">(drawing_.positions[i].y);
        const Colour c = options_.of_actors.colour_or(colour(graph_.actors()[i].kind), i);
        cells_.figure<"r">(std::uint32_t{c.r});
        cells_.figure<"g">(std::uint32_t{c.g});
        cells_.figure<"b">(std::uint32_t{c.b});
    }

    void edge(const Arc& arc) {
        drawing_.fetch_ahead(graph_, arc.edge);
        out_.put<"<edge id=\"">();
        out_.append(arc.id);
        out_.put<"\" source=\"">();
        out_.append(drawing_.ids[arc.edge.subject]);
        out_.put<"\" target=\"">();
        out_.append(drawing_.ids[arc.edge.object]);
        if (!is(Dialect::strict)) {
            out_.put<"\" label=\"">();
            out_.append(arc.kind);
        }
        out_.put<"\">">();
        cells_.text<"edgelabel">(arc.edge.label);
        cells_.word<"interaction">(arc.kind);
        cells_.figure<"weight">(arc.edge.weight);
        put_arc(cells_, arc, drawing_, options_.whole_evidence());
        cells_.columns(options_.of_edges, arc.index);
        if (has_looks()) cells_.word<"color">(hex(options_.of_edges.colour_or(colour(arc.edge), arc.index)));
        if (is(Dialect::yed)) put_yed_edge(out_, arc);
        out_.put<"</edge>\n">();
        out_.checkpoint();
    }

    const Graph& graph_;
    const ExportOptions& options_;
    xml::Writer out_;
    Drawing drawing_;
    Cells<DataMarks> cells_{out_};
};

}  // namespace

void write_graphml(const Graph& graph, const ExportOptions& options, io::Output& out) {
    GraphmlWriter(graph, options, out).write();
}

}  // namespace entente
