// SPDX-License-Identifier: Apache-2.0
// GEXF whose timeline works in Gephi on first open: spells of days, closed at both ends, on actors and edges; kinds, so
// that parallel relations stay apart; one static block of attributes a class, each with its id as title, since Gephi
// Lite takes no other; colours as figures, since NetworkX takes no other.
#include "export/cells.hpp"
#include "export/records.hpp"
#include "export/writers.hpp"

namespace entente {
namespace {

/// <attvalue for="kind" value="country"/>, JSON in single quotes
struct AttvalueMarks {
    static constexpr Literal before{"<attvalue for=\""};
    static constexpr Literal between{"\" value=\""};
    static constexpr Literal after{"\"/>"};
    static constexpr Literal json_between{"\" value='"};
    static constexpr Literal json_after{"'/>"};
    static constexpr char quote = '"';
};

class GexfWriter {
public:
    GexfWriter(const Graph& graph, const ExportOptions& options, io::Output& out)
        : graph_(graph), options_(options), out_(out), drawing_(graph, options), days_(graph) {}

    void write() {
        head();
        out_.append("<nodes>\n");
        for (std::size_t i = 0; i < graph_.actors().size(); ++i) node(i);
        out_.append("</nodes>\n<edges>\n");
        for_each_arc(graph_, options_.aggregate, [&](const Arc& arc) { edge(arc); });
        out_.append("</edges>\n</graph>\n</gexf>\n");
        out_.flush();
    }

private:
    void head() {
        const std::string_view space = options_.gexf_12 ? "http://www.gexf.net/1.2draft" : "http://gexf.net/1.3";
        out_.append("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<gexf xmlns=\"");
        out_.append(space);
        out_.append("\" xmlns:viz=\"");
        out_.append(space);
        out_.append(options_.gexf_12 ? "/viz\" version=\"1.2\">\n" : "/viz\" version=\"1.3\">\n");
        out_.append("<meta><creator>entente</creator><description>Who did what to whom, from news</description></meta>\n");
        out_.append("<graph defaultedgetype=\"directed\" timeformat=\"date\"");
        if (!options_.gexf_12) out_.append(" timerepresentation=\"interval\" timezone=\"UTC\"");
        if (options_.slice) {
            out_.append(" mode=\"slice\"");
            range(*options_.slice);
        } else {
            out_.append(" mode=\"dynamic\"");
        }
        out_.append(">\n");
        attributes("node", k_actor_attributes, options_.of_actors);
        attributes("edge", k_arc_attributes, options_.of_edges);
    }

    void range(DayRange r) {
        out_.put<" start=\"">();
        out_.day(r.first);
        out_.put<"\" end=\"">();
        out_.day(r.last);
        out_.put<"\"">();
    }

    void attribute(std::string_view id, std::string_view type) {
        if (type == "int") type = "integer";
        for (const std::string_view part : {std::string_view("<attribute id=\""), id, std::string_view("\" title=\""), id,
                                            std::string_view("\" type=\""), type, std::string_view("\"/>\n")})
            out_.append(part);
    }

    void attributes(std::string_view of, std::span<const Attribute> list, const Columns& more) {
        out_.append("<attributes class=\"");
        out_.append(of);
        out_.append("\" mode=\"static\">\n");
        for (const Attribute& a : list)
            if (a.id != "entente_evidence" || options_.whole_evidence()) attribute(a.id, a.type);
        for (const Column& c : more.list) attribute(c.name, c.type());
        out_.append("</attributes>\n");
    }

    void spells(std::span<const Date> days) {
        if (days.empty() || options_.slice) return;
        out_.put<"<spells>">();
        for_each_spell(days, [&](DayRange spell) {
            out_.put<"<spell">();
            range(spell);
            out_.put<"/>">();
        });
        out_.put<"</spells>">();
    }

    void viz(Colour c) {
        out_.put<"<viz:color r=\"">();
        out_.figure(std::uint32_t{c.r});
        out_.put<"\" g=\"">();
        out_.figure(std::uint32_t{c.g});
        out_.put<"\" b=\"">();
        out_.figure(std::uint32_t{c.b});
        out_.put<"\"/>">();
    }

    void node(std::size_t i) {
        out_.put<"<node id=\"">();
        out_.append(drawing_.ids[i]);
        out_.put<"\" label=\"">();
        out_.text(drawing_.known[i].label);
        out_.put<"\"><attvalues>">();
        put_actor(cells_, graph_.actors()[i], drawing_.ids[i]);
        cells_.columns(options_.of_actors, i);
        out_.put<"</attvalues>">();
        spells(days_.of(i));
        out_.put<"<viz:size value=\"">();
        out_.figure(drawing_.sizes[i]);
        out_.put<"\"/><viz:position x=\"">();
        out_.figure(drawing_.positions[i].x);
        out_.put<"\" y=\"">();
        out_.figure(drawing_.positions[i].y);
        out_.put<"\" z=\"0\"/>">();
        viz(options_.of_actors.colour_or(colour(graph_.actors()[i].kind), i));
        out_.put<"</node>\n">();
        out_.checkpoint();
    }

    void edge(const Arc& arc) {
        drawing_.fetch_ahead(graph_, arc.edge);
        out_.put<"<edge id=\"">();
        out_.append(arc.id);
        out_.put<"\" source=\"">();
        out_.append(drawing_.ids[arc.edge.subject]);
        out_.put<"\" target=\"">();
        out_.append(drawing_.ids[arc.edge.object]);
        out_.put<"\" kind=\"">();
        out_.append(arc.kind);
        out_.put<"\" label=\"">();
        out_.text(arc.edge.label);
        out_.put<"\" weight=\"">();
        out_.figure(arc.edge.weight);
        out_.put<"\"><attvalues>">();
        put_arc(cells_, arc, drawing_, options_.whole_evidence());
        cells_.columns(options_.of_edges, arc.index);
        out_.put<"</attvalues>">();
        spells(arc.days);
        viz(options_.of_edges.colour_or(colour(arc.edge), arc.index));
        out_.put<"</edge>\n">();
        out_.checkpoint();
    }

    const Graph& graph_;
    const ExportOptions& options_;
    xml::Writer out_;
    Drawing drawing_;
    ActorDays days_;
    Cells<AttvalueMarks> cells_{out_};
};

}  // namespace

void write_gexf(const Graph& graph, const ExportOptions& options, io::Output& out) {
    GexfWriter(graph, options, out).write();
}

}  // namespace entente
