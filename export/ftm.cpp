// SPDX-License-Identifier: Apache-2.0
// FollowTheMoney entities, one a line, for Aleph and the tools of OpenSanctions: actors as people, organisations and
// public bodies, relations as links (UnknownLink) with role, dates, sentences and the URLs of their articles.
#include <set>

#include "export/arcs.hpp"
#include "export/look.hpp"
#include "export/writers.hpp"
#include "export/xml.hpp"
#include "graph/evidence_json.hpp"

namespace entente {
namespace {

std::string_view schema(Kind kind) {
    switch (kind) {
        case Kind::country:
            return "PublicBody";
        case Kind::person:
            return "Person";
        case Kind::organisation:
        case Kind::group:
        case Kind::party:
            return "Organization";
        case Kind::place:
            return "Address";
        default:
            return "LegalEntity";
    }
}

using Texts = std::set<std::string_view>;

/// "key":["…","…"], where there is any.
void put(Chars& out, std::string_view key, const Texts& values) {
    if (values.empty()) return;
    out.append(",\"");
    out.append(key);
    for (const std::string_view value : values) {
        out.append(value.data() == values.begin()->data() ? "\":[" : ",");
        append_json_string(out, value);
    }
    out.push_back(']');
}

void put_head(Chars& out, std::string_view id, std::string_view schema_name, std::string_view key,
              std::string_view value) {
    out.append("{\"id\":");
    append_json_string(out, id);
    out.append(",\"schema\":\"");
    out.append(schema_name);
    out.append("\",\"properties\":{\"");
    out.append(key);
    out.append("\":[");
    append_json_string(out, value);
    out.push_back(']');
}

void put_link(Chars& out, const Arc& arc, const std::vector<std::string>& ids) {
    const Edge& e = arc.edge;
    put_head(out, arc.id, "UnknownLink", "subject", ids[e.subject]);
    put(out, "object", {ids[e.object]});
    put(out, "role", {arc.kind});
    if (!e.label.empty()) put(out, "summary", {e.label});
    const std::string first = date_text(e.first);
    const std::string last = date_text(e.last);
    if (e.first) put(out, "startDate", {first});
    if (e.last) put(out, "endDate", {last});
    Texts sentences;
    Texts urls;
    for (const Observation& o : arc.observations()) {
        if (!o.sentence.empty()) sentences.insert(o.sentence);
        if (o.source.starts_with("http://") || o.source.starts_with("https://")) urls.insert(o.source);
    }
    put(out, "description", sentences);
    put(out, "sourceUrl", urls);
    out.append("}}\n");
}

}  // namespace

void write_ftm(const Graph& graph, const ExportOptions& options, io::Output& out) {
    xml::Writer writer(out);
    const auto ids = node_ids(graph);
    for (std::size_t i = 0; i < ids.size(); ++i) {
        const Actor& a = graph.actors()[i];
        put_head(writer, ids[i], schema(a.kind), a.kind == Kind::place ? "full" : "name", a.label);
        writer.append("}}\n");
        writer.checkpoint();
    }
    for_each_arc(graph, options.aggregate, [&](const Arc& arc) {
        put_link(writer, arc, ids);
        writer.checkpoint();
    });
    writer.flush();
}

}  // namespace entente
