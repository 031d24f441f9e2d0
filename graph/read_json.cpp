// SPDX-License-Identifier: Apache-2.0
#include "graph/read_json.hpp"

#include <fmt/format.h>

#include "core/error.hpp"
#include "graph/builder.hpp"
#include "graph/evidence_json.hpp"

namespace entente {
namespace {

/// The object under `key` where there is one, else `value` itself.
const json::Value& within(const json::Value& value, const char* key) {
    const auto member = value.FindMember(key);
    return member != value.MemberEnd() && member->value.IsObject() ? member->value : value;
}

std::string_view either(const json::Value& value, const char* a, const char* b) {
    const auto text = json::text(value, a);
    return text.empty() ? json::text(value, b) : text;
}

/// NDJSON says subject, object and type; JSON source, target and relation.
void add_edge(GraphBuilder& builder, const json::Value& edge) {
    const auto subject = either(edge, "subject", "source");
    const auto object = either(edge, "object", "target");
    const auto relation = either(edge, "type", "relation");
    const auto type = parse_type(relation);
    if (subject.empty() || object.empty()) throw InputError("an edge has no two ends");
    if (!type && !relation.empty() && relation != "OTHER")
        throw InputError(fmt::format("unknown relation \"{}\"; a graph of pairs can't be read back", relation));
    const auto evidence = edge.FindMember("evidence");
    if (evidence == edge.MemberEnd() || !evidence->value.IsArray() || evidence->value.Empty())
        throw InputError("an edge has no evidence: the file was written with --no-evidence; write it without");
    const auto add = [&](Observation&& o) {
        o.subject.id = subject;
        o.object.id = object;
        o.type = type;
        o.polarity =
            json::text(edge, "polarity") == name(Polarity::negated) ? Polarity::negated : Polarity::affirmed;
        builder.add(o);
    };
    JsonTexts texts;
    for (const auto& value : evidence->value.GetArray()) for_each_observation(value, {}, {}, texts, add);
}

/// An object a line, after it perhaps a comma; everything else is the frame around them.
void add_line(GraphBuilder& builder, std::string_view line) {
    if (line.ends_with(',')) line.remove_suffix(1);
    if (!line.starts_with('{') || !line.ends_with('}')) return;
    const json::Document document = json::parse_object(line);
    const json::Value& edge = within(within(document, "edge"), "data");
    if (edge.HasMember("weight")) add_edge(builder, edge);
}

}  // namespace

bool is_json_graph(std::string_view head) {
    return head.starts_with("{\"actor\":") || head.starts_with("{\"edge\":") ||
           head.starts_with("{\"generator\":\"entente\"");
}

Graph read_json_graph(io::Input& in) {
    GraphBuilder builder;
    std::string line;
    std::string last;
    bool framed = false;
    for (auto got = in.next_line(line); got != io::Input::Line::end; got = in.next_line(line)) {
        try {
            if (got == io::Input::Line::too_long) throw InputError("the line is too long");
            framed |= line.starts_with("{\"generator\"");
            if (!line.starts_with("{\"generator\"")) add_line(builder, line);
        } catch (const InputError& e) {
            throw InputError(fmt::format("{}:{}: {}", in.path(), in.line_number(), e.what()));
        }
        if (!line.empty()) last = line.substr(0, 3);
    }
    if (framed && !last.starts_with("]}"))
        throw InputError(fmt::format("{}:{}: the file is cut off: write it again", in.path(), in.line_number()));
    return builder.finish();
}

}  // namespace entente
