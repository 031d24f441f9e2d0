// SPDX-License-Identifier: Apache-2.0
#include "graph/patch.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <unordered_set>

#include "core/error.hpp"
#include "graph/builder.hpp"
#include "graph/evidence_json.hpp"

namespace entente {
namespace {

void put(std::string& out, std::string_view key, std::string_view text) {
    out += fmt::format(",\"{}\":", key);
    append_json_string(out, text);
}

/// The edge that observations in a patch belong to.
struct PatchedEdge {
    std::string_view subject;
    std::string_view object;
    std::optional<Type> type;
    Polarity polarity = Polarity::affirmed;
};

PatchedEdge read_edge(const json::Value& v) {
    PatchedEdge edge{json::required(v, "subject"), json::required(v, "object"), {}, {}};
    const auto type = json::text(v, "type");
    edge.type = parse_type(type);
    if (!type.empty() && !edge.type) throw InputError(fmt::format("unknown relation \"{}\"", type));
    const auto polarity = json::text(v, "polarity");
    if (polarity == name(Polarity::negated)) edge.polarity = Polarity::negated;
    return edge;
}

const json::Value& list(const json::Value& v, const char* key) {
    const auto member = v.FindMember(key);
    if (member == v.MemberEnd() || !member->value.IsArray()) throw InputError(fmt::format("has no list \"{}\"", key));
    return member->value;
}

class Patcher {
public:
    explicit Patcher(const Graph& graph) : graph_(graph) {
        for (const Observation& o : graph.observations()) ids_.insert(o.id);
    }

    void take(std::string_view line) {
        const json::Document v = json::parse_object(line);
        const auto op = json::text(v, "op");
        if (op != "add" && op != "modify" && op != "delete")
            throw InputError("is no operation: \"op\" must be add, modify or delete; 'entente diff -f ndjson' makes patches");
        const PatchedEdge edge = read_edge(v);
        for (const auto& id : list(v, "lost").GetArray()) {
            const std::string_view text = id.IsString() ? std::string_view(id.GetString(), id.GetStringLength()) : "";
            const auto known = ids_.find(text);
            if (known == ids_.end())
                throw InputError(fmt::format("removes the observation \"{}\", which the graph does not have: the patch was made "
                                             "for another one",
                                             text));
            lost_.insert(*known);
        }
        const auto add = [&](Observation&& o) {
            o.subject.id = edge.subject;
            o.object.id = edge.object;
            o.type = edge.type;
            o.polarity = edge.polarity;
            gained_.add(o);
        };
        for (const auto& value : list(v, "gained").GetArray()) for_each_observation(value, {}, {}, texts_, add);
    }

    Graph finish() {
        GraphBuilder builder;
        for (const Observation& o : graph_.observations())
            if (!lost_.contains(o.id)) builder.add(o);
        builder.merge(gained_.finish());
        return builder.finish();
    }

private:
    const Graph& graph_;
    std::unordered_set<std::string_view> ids_;
    std::unordered_set<std::string_view> lost_;
    GraphBuilder gained_;
    JsonTexts texts_;
};

}  // namespace

void append_operation(std::string& out, const Graph& before, const Graph& after, const GraphDiff& diff,
                      const EdgeChange& c) {
    const char sign = c.sign();
    if (sign == ' ') return;
    const Graph& graph = c.in_after != k_no_edge ? after : before;
    const Edge& edge = graph.edges()[c.in_after != k_no_edge ? c.in_after : c.in_before];
    out += fmt::format("{{\"op\":\"{}\",\"change\":\"{}\",\"weight\":{}", sign == '+' ? "add" : sign == '-' ? "delete" : "modify",
                       name(c.what), c.weight);
    put(out, "subject", graph.subject(edge).id);
    edge.type ? put(out, "type", name(*edge.type)) : static_cast<void>(out += ",\"type\":null");
    put(out, "object", graph.object(edge).id);
    put(out, "polarity", name(edge.polarity));
    out += fmt::format(",\"before\":{},\"after\":{},\"lost\":[", c.before, c.after);
    for (const auto i : diff.lost(c)) {
        if (out.back() != '[') out += ',';
        append_json_string(out, before.observations()[i].id);
    }
    out += "],\"gained\":[";
    for (const auto i : diff.gained(c)) {
        if (out.back() != '[') out += ',';
        append_evidence_json(out, after.observations()[i], {}, {});
    }
    out += "]}\n";
}

Graph apply_patch(io::Input& patch, const Graph& graph) {
    Patcher patcher(graph);
    std::string line;
    for (auto got = patch.next_line(line); got != io::Input::Line::end; got = patch.next_line(line)) {
        try {
            if (got == io::Input::Line::too_long) throw InputError("the line is too long");
            if (line.find_first_not_of(" \t\r") != std::string::npos) patcher.take(line);
        } catch (const InputError& e) {
            throw InputError(fmt::format("{}:{}: {}", patch.path(), patch.line_number(), e.what()));
        }
    }
    return patcher.finish();
}

}  // namespace entente
