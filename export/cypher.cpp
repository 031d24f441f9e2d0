// SPDX-License-Identifier: Apache-2.0
// Cypher statements for Neo4j, Memgraph and others: actors and relations in batches of one label each, merged by id, so
// that running the file twice changes nothing.
#include <map>

#include "export/arcs.hpp"
#include "export/look.hpp"
#include "export/sink.hpp"
#include "export/writers.hpp"
#include "export/xml.hpp"

namespace entente {
namespace {

/// 'text' with escapes; what is no text to XML is none here.
void quoted(std::string& out, std::string_view text) {
    out += '\'';
    for (const char c : xml::clean(text)) {
        if (c == '\'' || c == '\\') out += '\\';
        if (c == '\n' || c == '\r' || c == '\t')
            (out += '\\') += c == '\n' ? 'n' : c == '\r' ? 'r' : 't';
        else
            out += c;
    }
    out += '\'';
}

void put(std::string& out, std::string_view key, std::string_view text) {
    if (text.empty()) return;
    out.append(",").append(key).append(":");
    quoted(out, text);
}

void put(std::string& out, std::string_view key, std::optional<Date> day) {
    if (day) out += fmt::format(",{}:date('{}')", key, to_string(*day));
}

template <class List, class Put>
void put_list(std::string& out, std::string_view key, const List& list, Put put_one) {
    out += fmt::format(",{}:[", key);
    bool first = true;
    for (const auto& one : list) {
        if (!first) out += ',';
        first = false;
        put_one(one);
    }
    out += ']';
}

/// Rows of one label, written out once there are enough.
class Batches {
public:
    Batches(Sink& sink, std::string_view statement) : sink_(sink), statement_(statement) {}

    void add(std::string_view label, const std::string& row) {
        Batch& batch = batches_[std::string(label)];
        batch.rows += batch.count++ == 0 ? "\n{" : ",\n{";
        batch.rows += row;
        batch.rows += '}';
        if (batch.count == k_rows) finish(std::string(label), batch);
    }
    void finish() {
        for (auto& [label, batch] : batches_)
            if (batch.count > 0) finish(label, batch);
    }

private:
    struct Batch {
        std::string rows;
        std::size_t count = 0;
    };
    static constexpr std::size_t k_rows = 200;

    void finish(const std::string& label, Batch& batch) {
        sink_.text += "UNWIND [" + batch.rows + "] AS row\n";
        sink_.text += fmt::format(fmt::runtime(statement_), label);
        sink_.checkpoint();
        batch = {};
    }

    Sink& sink_;
    std::string_view statement_;
    std::map<std::string, Batch> batches_;
};

std::string row_of(const Actor& a) {
    std::string out = "id:";
    quoted(out, a.id);
    put(out, "name", a.label);
    put(out, "country", a.country);
    put(out, "first_seen", a.first);
    put(out, "last_seen", a.last);
    return out += fmt::format(",mentions:{}", a.mentions);
}

std::string row_of(const Graph& graph, const Arc& arc) {
    const Edge& e = arc.edge;
    std::string out = "from:";
    quoted(out, graph.subject(e).id);
    put(out, "to", graph.object(e).id);
    put(out, "id", arc.id);
    out += ",is:{id:";
    quoted(out, arc.id);
    put(out, "label", e.label);
    put(out, "polarity", name(e.polarity));
    if (e.type && quad(*e.type) > 0) out += fmt::format(",quad:{}", quad(*e.type));
    out += fmt::format(",weight:{},confidence:{},tone:{},documents:{},sources:{},symmetric:{}", e.weight, e.confidence,
                       e.goldstein, e.documents, e.sources, e.symmetric);
    put(out, "start", e.first);
    put(out, "end", e.last);
    put_list(out, "days", arc.days, [&](Date day) { out += fmt::format("date('{}')", to_string(day)); });
    put_list(out, "evidence", arc.observations(),
             [&](const Observation& o) { quoted(out, fmt::format("{}#{}", o.source, o.sentence_index)); });
    put_list(out, "sentences", arc.observations(), [&](const Observation& o) { quoted(out, o.sentence); });
    return out += '}';
}

}  // namespace

void write_cypher(const Graph& graph, const ExportOptions& options, io::Output& out) {
    Sink sink(out);
    sink.text += "CREATE CONSTRAINT entente_actor IF NOT EXISTS FOR (a:Actor) REQUIRE a.id IS UNIQUE;\n";
    Batches actors(sink, "MERGE (a:Actor {{id: row.id}}) SET a:{}, a += row;\n");
    for (const Actor& a : graph.actors()) actors.add(name(a.kind), row_of(a));
    actors.finish();
    Batches relations(sink,
                      "MATCH (a:Actor {{id: row.from}}), (b:Actor {{id: row.to}})\n"
                      "MERGE (a)-[r:{} {{id: row.id}}]->(b) SET r += row.is;\n");
    for_each_arc(graph, options.aggregate, [&](const Arc& arc) { relations.add(arc.kind, row_of(graph, arc)); });
    relations.finish();
    sink.flush();
}

}  // namespace entente
