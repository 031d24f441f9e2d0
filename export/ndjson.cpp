// SPDX-License-Identifier: Apache-2.0
// NDJSON: one line per actor, then one per edge with its evidence.
#include <fmt/format.h>

#include <iterator>

#include "export/arcs.hpp"
#include "export/json.hpp"
#include "export/look.hpp"
#include "export/sink.hpp"
#include "export/writers.hpp"
#include "graph/evidence_json.hpp"

namespace entente {
namespace {

void put(std::string& out, std::string_view key, std::string_view text) {
    fmt::format_to(std::back_inserter(out), ",\"{}\":", key);
    append_json_string(out, text);
}

void put_or_null(std::string& out, std::string_view key, std::string_view text) {
    if (!text.empty()) return put(out, key, text);
    fmt::format_to(std::back_inserter(out), ",\"{}\":null", key);
}

void put_key(std::string& out, const Graph& graph, const Arc& arc) {
    const Edge& edge = arc.edge;
    out += "{\"id\":";
    append_json_string(out, arc.id);
    put(out, "subject", graph.subject(edge).id);
    put_or_null(out, "type", arc.relations == type_name({}) ? std::string_view{} : arc.relations);
    put(out, "object", graph.object(edge).id);
    put(out, "polarity", name(edge.polarity));
    out += edge.symmetric ? ",\"symmetric\":true" : ",\"symmetric\":false";
}

void put_statuses(std::string& out, const Edge& edge) {
    out += ",\"status\":{";
    for (std::size_t i = 0; i < edge.statuses.size(); ++i)
        fmt::format_to(std::back_inserter(out), "{}\"{}\":{}", i ? "," : "", name(static_cast<Status>(i)),
                       edge.statuses[i]);
    out += '}';
}

void put_days(std::string& out, std::span<const Date> days) {
    out += ",\"days\":[";
    for (std::size_t i = 0; i < days.size(); ++i)
        fmt::format_to(std::back_inserter(out), "{}\"{}\"", i ? "," : "", to_string(days[i]));
    out += ']';
}

void put_arc(std::string& out, const Graph& graph, const Arc& arc, bool with_evidence) {
    const Edge& edge = arc.edge;
    put_key(out, graph, arc);
    put(out, "label", edge.label);
    const int class_of = edge.type ? quad(*edge.type) : 0;
    out += class_of > 0 ? fmt::format(",\"quad\":{}", class_of) : ",\"quad\":null";
    fmt::format_to(std::back_inserter(out), ",\"weight\":{},\"documents\":{},\"sources\":{}", edge.weight,
                   edge.documents, edge.sources);
    put_or_null(out, "first", date_text(edge.first));
    put_or_null(out, "last", date_text(edge.last));
    put_days(out, arc.days);
    fmt::format_to(std::back_inserter(out), ",\"goldstein\":{},\"confidence\":{}", edge.goldstein, edge.confidence);
    put_statuses(out, edge);
    if (with_evidence) {
        out += ",\"evidence\":[";
        for (const Observation& o : arc.observations()) {
            if (out.back() != '[') out += ',';
            append_observation_json(out, o);
        }
        out += ']';
    }
    out += '}';
}

}  // namespace

void append_actor_json(std::string& out, const Actor& actor) {
    out += "{\"id\":";
    append_json_string(out, actor.id);
    put(out, "label", actor.label);
    put(out, "kind", name(actor.kind));
    put_or_null(out, "country", actor.country);
    fmt::format_to(std::back_inserter(out), ",\"mentions\":{}", actor.mentions);
    put_or_null(out, "first", date_text(actor.first));
    put_or_null(out, "last", date_text(actor.last));
    out += '}';
}

void append_observation_json(std::string& out, const Observation& o) { append_evidence_json(out, o, {}, {}); }

void append_edge_json(std::string& out, const Graph& graph, const Edge& edge, bool with_evidence) {
    put_arc(out, graph, {edge, {}, type_name(edge.type), graph.packed(edge), graph.days(edge), edge_id(graph, edge)},
            with_evidence);
}

void write_ndjson(const Graph& graph, const ExportOptions& options, io::Output& out) {
    Sink sink(out);
    for (std::size_t i = 0; i < graph.actors().size(); ++i) {
        sink.text += "{\"actor\":";
        append_actor_json(sink.text, graph.actors()[i]);
        sink.text.pop_back();
        for (const Column& c : options.of_actors.list)
            sink.print(",\"{}\":{}", c.name, c.json(i));
        sink.text += "}}\n";
        sink.checkpoint();
    }
    for_each_arc(graph, options.aggregate, [&](const Arc& arc) {
        sink.text += "{\"edge\":";
        put_arc(sink.text, graph, arc, options.evidence);
        sink.text += "}\n";
        sink.checkpoint();
    });
    sink.flush();
}

}  // namespace entente
