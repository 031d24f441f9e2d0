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

Known known(const Named* actor) { return {actor->label, actor->country, actor->kind}; }

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
    const std::string& id = r[GraphRecord::id];
    const std::size_t hash = FlatIndex::hash(id);
    if (id.empty() || places_.find(hash, [&](std::uint32_t i) { return nodes_[i].id == id; }) != FlatIndex::k_nothing)
        throw InputError(fmt::format("two nodes have the id \"{}\"", id));
    Party party;
    json::Document exact;
    if (!r[GraphRecord::entente_id].empty()) exact = parse_value(r[GraphRecord::entente_id]);
    party.id = exact.IsObject() ? json::required(exact, "v") : id;
    party.label = r[GraphRecord::label];
    party.country = r[GraphRecord::country];
    party.kind = read_kind(r[GraphRecord::kind]);
    places_.insert(hash, static_cast<std::uint32_t>(nodes_.size()));
    nodes_.push_back({id, builder_.name(party)});
}

const Named* RecordGraph::end_of_edge(const std::string& id, std::string_view which) const {
    const auto place = places_.find(FlatIndex::hash(id), [&](std::uint32_t i) { return nodes_[i].id == id; });
    if (place == FlatIndex::k_nothing) throw InputError(fmt::format("an edge has no known {}: \"{}\"", which, id));
    return nodes_[place].actor;
}

void RecordGraph::add_edge(const GraphRecord& r) {
    const Named* subject = end_of_edge(r[GraphRecord::source], "source");
    const Named* object = end_of_edge(r[GraphRecord::target], "target");
    const auto type = parse_type(r[GraphRecord::relation]);
    if (!type && r[GraphRecord::relation] != "OTHER")
        throw InputError(fmt::format("unknown relation \"{}\"", r[GraphRecord::relation]));
    const json::Document all = parse_value(r[GraphRecord::entente_evidence]);
    const auto list = all.FindMember("v");
    if (!list->value.IsArray() || list->value.Empty()) throw InputError("an edge has no evidence");
    const auto add = [&](Observation&& o) {
        o.subject.id = subject->id;
        o.object.id = object->id;
        o.type = type;
        o.polarity = r[GraphRecord::polarity] == name(Polarity::negated) ? Polarity::negated : Polarity::affirmed;
        builder_.add(o, subject, object);
    };
    for (const auto& value : list->value.GetArray())
        for_each_observation(value, known(subject), known(object), texts_, add);
}

}  // namespace entente
