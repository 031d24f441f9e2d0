// SPDX-License-Identifier: Apache-2.0
// A graph as one JSON object, one actor or edge a line: node-link, which networkx.node_link_graph and D3 read, or the
// elements of Cytoscape.js. The evidence is whole, so that it reads back.
#include "export/json.hpp"
#include "export/records.hpp"
#include "export/sink.hpp"
#include "export/writers.hpp"

namespace entente {
namespace {

/// "key":value, …; the first without a comma.
class Members {
public:
    explicit Members(Chars& out) : out_(&out) {}

    Chars& key(std::string_view key) {
        out_->append(first_ ? "\"" : ",\"");
        first_ = false;
        out_->append(key);
        out_->append("\":");
        return *out_;
    }
    void text(std::string_view name, std::string_view value) {
        if (!value.empty()) append_json_string(key(name), value);
    }
    template <class Number>
    void figure(std::string_view name, Number value) {
        key(name).figure(value);
    }
    void day(std::string_view name, std::optional<Date> value) {
        if (value) text(name, to_string(*value));
    }

private:
    Chars* out_;
    bool first_ = true;
};

void put_days(Members& members, std::span<const Date> days) {
    Chars& out = members.key("days");
    out.push_back('[');
    for (const Date& day : days) {
        out.append(&day == days.data() ? "\"" : ",\"");
        out.day(day);
        out.push_back('"');
    }
    out.push_back(']');
}

void put_evidence(Members& members, std::span<const PackedObservation> evidence) {
    Chars& out = members.key("evidence");
    out.push_back('[');
    for (const PackedObservation& o : evidence) {
        if (&o != evidence.data()) out.push_back(',');
        append_evidence_json(out, unpack(o), {}, {}, false);
    }
    out.push_back(']');
}

class JsonWriter {
public:
    JsonWriter(const Graph& graph, const ExportOptions& options, io::Output& out)
        : graph_(graph), options_(options), out_(out), drawing_(graph, options) {}

    void write() {
        out_.append(options_.cytoscape
                        ? "{\"generator\":\"entente\",\"elements\":{\n\"nodes\":[\n"
                        : "{\"generator\":\"entente\",\"directed\":true,\"multigraph\":true,\"graph\":{},\n\"nodes\":[\n");
        for (std::size_t i = 0; i < graph_.actors().size(); ++i) {
            if (i > 0) out_.append(",\n");
            node(i);
            out_.checkpoint();
        }
        out_.append(options_.cytoscape ? "\n],\n\"edges\":[\n" : "\n],\n\"links\":[\n");
        bool first = true;
        for_each_arc(graph_, options_.aggregate, [&](const Arc& arc) {
            if (!first) out_.append(",\n");
            first = false;
            edge(arc);
            out_.checkpoint();
        });
        out_.append(options_.cytoscape ? "\n]}}\n" : "\n]}\n");
        out_.flush();
    }

private:
    void node(std::size_t i) {
        const Actor& a = graph_.actors()[i];
        out_.append(options_.cytoscape ? "{\"data\":{" : "{");
        Members members(out_);
        members.text("id", a.id);
        members.text("label", a.label);
        members.text("kind", name(a.kind));
        members.text("country", a.country);
        members.figure("mentions", a.mentions);
        members.day("first_seen", a.first);
        members.day("last_seen", a.last);
        members.figure("size", drawing_.sizes[i]);
        for (const Column& c : options_.of_actors.list) members.key(c.name).append(c.json(i));
        members.text("color", hex(options_.of_actors.colour_or(colour(a.kind), i)));
        const Point at = drawing_.positions[i];
        if (options_.cytoscape) {
            out_.append("},\"position\":{");
            members = Members(out_);
        }
        members.figure("x", at.x);
        members.figure("y", options_.cytoscape ? 0.0 - at.y : at.y);  // there y grows downwards
        out_.append(options_.cytoscape ? "}}" : "}");
    }

    void edge(const Arc& arc) {
        const Edge& e = arc.edge;
        out_.append(options_.cytoscape ? "{\"data\":{" : "{");
        Members members(out_);
        members.text("source", graph_.subject(e).id);
        members.text("target", graph_.object(e).id);
        members.text(options_.cytoscape ? "id" : "key", arc.id);
        members.text("label", e.label);
        members.text("kind", arc.kind);
        members.text("relation", arc.relations);
        members.text("polarity", name(e.polarity));
        if (e.type && quad(*e.type) > 0) members.figure("quad", static_cast<std::uint32_t>(quad(*e.type)));
        members.figure("weight", e.weight);
        members.figure("confidence", e.confidence);
        members.figure("tone", e.goldstein);
        members.figure("documents", e.documents);
        members.figure("sources", e.sources);
        members.text("status", statuses(e));
        members.key("symmetric").append(e.symmetric ? "true" : "false");
        members.day("start", e.first);
        members.day("end", e.last);
        put_days(members, arc.days);
        members.text("color", hex(colour(e)));
        if (options_.evidence) put_evidence(members, arc.evidence);
        out_.append(options_.cytoscape ? "}}" : "}");
    }

    const Graph& graph_;
    const ExportOptions& options_;
    xml::Writer out_;
    Drawing drawing_;
};

}  // namespace

void write_json(const Graph& graph, const ExportOptions& options, io::Output& out) {
    JsonWriter(graph, options, out).write();
}

}  // namespace entente
