// SPDX-License-Identifier: Apache-2.0
// GEXF whose timeline works in Gephi on first open: spells of days, closed at both ends, on actors and edges; kinds, so
// that parallel relations stay apart; one static block of attributes a class, each with its id as title, since Gephi
// Lite takes no other; colours as figures, since NetworkX takes no other.
#include "export/records.hpp"
#include "export/writers.hpp"

namespace entente {
namespace {

using xml::Literal;

/// <attvalue for="kind" value="country"/>
struct AttvalueCells {
    xml::Writer& out;

    template <Literal key>
    void open() {
        out.raw<Literal("<attvalue for=\"") + key + Literal("\" value=\"")>();
    }
    void close() { out.raw<"\"/>">(); }

    template <Literal key>
    void text(std::string_view value) {
        if (value.empty()) return;
        if constexpr (key.view() == "entente_evidence") {  // JSON: in single quotes, its own need no escape
            out.raw<"<attvalue for=\"entente_evidence\" value='">();
            out.text(value, '\'');
            out.raw<"'/>">();
        } else {
            open<key>();
            out.text(value);
            close();
        }
    }
    template <Literal key, class Number>
    void figure(Number value) {
        open<key>();
        out.figure(value);
        close();
    }
    template <Literal key>
    void day(Date value) {
        open<key>();
        out.day(value);
        close();
    }
    template <Literal key, class Put>
    void list(Put put) {
        open<key>();
        put(out);
        close();
    }
};

class GexfWriter {
public:
    GexfWriter(const Graph& graph, const ExportOptions& options, io::Output& out)
        : graph_(graph), options_(options), out_(out), drawing_(graph, options), days_(graph) {}

    void write() {
        head();
        out_.raw("<nodes>\n");
        for (std::size_t i = 0; i < graph_.actors().size(); ++i) node(i);
        out_.raw("</nodes>\n<edges>\n");
        for_each_arc(graph_, options_.aggregate, [&](const Arc& arc) { edge(arc); });
        out_.raw("</edges>\n</graph>\n</gexf>\n");
        out_.flush();
    }

private:
    void head() {
        const std::string_view space = options_.gexf_12 ? "http://www.gexf.net/1.2draft" : "http://gexf.net/1.3";
        out_.raw("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<gexf xmlns=\"");
        out_.raw(space);
        out_.raw("\" xmlns:viz=\"");
        out_.raw(space);
        out_.raw(options_.gexf_12 ? "/viz\" version=\"1.2\">\n" : "/viz\" version=\"1.3\">\n");
        out_.raw("<meta><creator>entente</creator><description>Who did what to whom, from news</description></meta>\n");
        out_.raw("<graph defaultedgetype=\"directed\" timeformat=\"date\"");
        if (!options_.gexf_12) out_.raw(" timerepresentation=\"interval\" timezone=\"UTC\"");
        if (options_.slice) {
            out_.raw(" mode=\"slice\"");
            range(*options_.slice);
        } else {
            out_.raw(" mode=\"dynamic\"");
        }
        out_.raw(">\n");
        attributes("node", k_actor_attributes);
        attributes("edge", k_arc_attributes);
    }

    void range(DayRange r) {
        out_.raw<" start=\"">();
        out_.day(r.first);
        out_.raw<"\" end=\"">();
        out_.day(r.last);
        out_.raw<"\"">();
    }

    void attributes(std::string_view of, std::span<const Attribute> list) {
        out_.raw("<attributes class=\"");
        out_.raw(of);
        out_.raw("\" mode=\"static\">\n");
        for (const Attribute& a : list) {
            if (a.id == "entente_evidence" && options_.aggregate != Aggregate::type) continue;
            const std::string_view type = a.type == "int" ? "integer" : a.type;
            for (const std::string_view part :
                 {std::string_view("<attribute id=\""), a.id, std::string_view("\" title=\""), a.id,
                  std::string_view("\" type=\""), type, std::string_view("\"/>\n")})
                out_.raw(part);
        }
        out_.raw("</attributes>\n");
    }

    void spells(std::span<const Date> days) {
        if (days.empty() || options_.slice) return;
        out_.raw<"<spells>">();
        for_each_spell(days, [&](DayRange spell) {
            out_.raw<"<spell">();
            range(spell);
            out_.raw<"/>">();
        });
        out_.raw<"</spells>">();
    }

    void viz(Colour c) {
        out_.raw<"<viz:color r=\"">();
        out_.figure(std::uint32_t{c.r});
        out_.raw<"\" g=\"">();
        out_.figure(std::uint32_t{c.g});
        out_.raw<"\" b=\"">();
        out_.figure(std::uint32_t{c.b});
        out_.raw<"\"/>">();
    }

    void node(std::size_t i) {
        out_.raw<"<node id=\"">();
        out_.raw(drawing_.ids[i]);
        out_.raw<"\" label=\"">();
        out_.text(drawing_.known[i].label);
        out_.raw<"\"><attvalues>">();
        put_actor(cells_, graph_.actors()[i], drawing_.ids[i]);
        out_.raw<"</attvalues>">();
        spells(days_.of(i));
        out_.raw<"<viz:size value=\"">();
        out_.figure(drawing_.sizes[i]);
        out_.raw<"\"/><viz:position x=\"">();
        out_.figure(drawing_.positions[i].x);
        out_.raw<"\" y=\"">();
        out_.figure(drawing_.positions[i].y);
        out_.raw<"\" z=\"0\"/>">();
        viz(colour(graph_.actors()[i].kind));
        out_.raw<"</node>\n">();
    }

    void edge(const Arc& arc) {
        out_.raw<"<edge id=\"">();
        out_.raw(arc.id);
        out_.raw<"\" source=\"">();
        out_.raw(drawing_.ids[arc.edge.subject]);
        out_.raw<"\" target=\"">();
        out_.raw(drawing_.ids[arc.edge.object]);
        out_.raw<"\" kind=\"">();
        out_.raw(arc.kind);
        out_.raw<"\" label=\"">();
        out_.text(arc.edge.label);
        out_.raw<"\" weight=\"">();
        out_.figure(arc.edge.weight);
        out_.raw<"\"><attvalues>">();
        put_arc(cells_, arc, drawing_, options_.aggregate == Aggregate::type, scratch_);
        out_.raw<"</attvalues>">();
        spells(arc.days);
        viz(colour(arc.edge));
        out_.raw<"</edge>\n">();
    }

    const Graph& graph_;
    const ExportOptions& options_;
    xml::Writer out_;
    Drawing drawing_;
    ActorDays days_;
    AttvalueCells cells_{out_};
    std::string scratch_;
};

}  // namespace

void write_gexf(const Graph& graph, const ExportOptions& options, io::Output& out) {
    GexfWriter(graph, options, out).write();
}

}  // namespace entente
