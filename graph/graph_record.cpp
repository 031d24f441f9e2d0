// SPDX-License-Identifier: Apache-2.0
#include "graph/graph_record.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "core/error.hpp"

namespace entente {
namespace {

constexpr std::array<std::string_view, GraphRecord::k_fields> k_names = {
    "id", "source", "target", "label", "kind", "country", "entente_id", "relation", "polarity", "entente_evidence"};
constexpr std::size_t k_attributes = 3;

json::Document parse_value(const std::string& text) { return json::parse_object(fmt::format("{{\"v\":{}}}", text)); }

Kind read_kind(const std::string& text) {
    const auto kind = parse_kind(text);
    if (!kind && !text.empty()) throw InputError(fmt::format("unknown kind of actor \"{}\"", text));
    return kind.value_or(Kind::other);
}

}  // namespace

std::string* GraphRecord::attribute(std::string_view name) {
    for (std::size_t i = 0; i < k_attributes; ++i)
        if (k_names[i] == name) return &texts[i];
    return nullptr;
}

std::string* GraphRecord::data(std::string_view key) {
    for (std::size_t i = k_attributes; i < k_fields; ++i)
        if (k_names[i] == key) return &texts[i];
    return nullptr;
}

void GraphRecord::clear() {
    for (std::string& text : texts) text.clear();
}

void GraphRecord::begin(bool edge, const char** attributes) {
    clear();
    is_edge = edge;
    for (; *attributes; attributes += 2)
        if (std::string* wanted = attribute(attributes[0])) *wanted = attributes[1];
}

void RecordGraph::add_node(const GraphRecord& r) {
    Node node{r[GraphRecord::id], r[GraphRecord::label], r[GraphRecord::country], read_kind(r[GraphRecord::kind])};
    if (!r[GraphRecord::entente_id].empty()) node.id = json::required(parse_value(r[GraphRecord::entente_id]), "v");
    if (r[GraphRecord::id].empty() || !nodes_.emplace(r[GraphRecord::id], std::move(node)).second)
        throw InputError(fmt::format("two nodes have the id \"{}\"", r[GraphRecord::id]));
}

const RecordGraph::Node& RecordGraph::end_of_edge(const std::string& id, std::string_view which) const {
    const auto node = nodes_.find(id);
    if (node == nodes_.end()) throw InputError(fmt::format("an edge has no known {}: \"{}\"", which, id));
    return node->second;
}

void RecordGraph::add_edge(const GraphRecord& r) {
    const Node& subject = end_of_edge(r[GraphRecord::source], "source");
    const Node& object = end_of_edge(r[GraphRecord::target], "target");
    const auto type = parse_type(r[GraphRecord::relation]);
    if (!type && r[GraphRecord::relation] != "OTHER")
        throw InputError(fmt::format("unknown relation \"{}\"", r[GraphRecord::relation]));
    const json::Document all = parse_value(r[GraphRecord::entente_evidence]);
    const auto list = all.FindMember("v");
    if (!list->value.IsArray() || list->value.Empty()) throw InputError("an edge has no evidence");
    const auto add = [&](Observation&& o) {
        o.subject.id = subject.id;
        o.object.id = object.id;
        o.type = type;
        o.polarity = r[GraphRecord::polarity] == name(Polarity::negated) ? Polarity::negated : Polarity::affirmed;
        builder_.add(o);
    };
    for (const auto& value : list->value.GetArray())
        for_each_observation(value, subject.known(), object.known(), args_, add);
}

}  // namespace entente
