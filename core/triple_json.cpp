// SPDX-License-Identifier: Apache-2.0
// The NDJSON form of a triple, both ways.
#include <rapidjson/stringbuffer.h>
#include <rapidjson/writer.h>

#include <cmath>

#include "core/error.hpp"
#include "core/hash.hpp"
#include "core/json.hpp"
#include "core/triple.hpp"

namespace entente {
namespace {

using Buffer = rapidjson::StringBuffer;
using Writer = rapidjson::Writer<Buffer>;

void put(Writer& w, std::string_view key, std::string_view value) {
    w.Key(key.data(), static_cast<rapidjson::SizeType>(key.size()));
    w.String(value.data(), static_cast<rapidjson::SizeType>(value.size()));
}

void put_or_null(Writer& w, std::string_view key, std::string_view value) {
    if (!value.empty()) return put(w, key, value);
    w.Key(key.data(), static_cast<rapidjson::SizeType>(key.size()));
    w.Null();
}

void put_span(Writer& w, Span span) {
    w.Key("begin");
    w.Uint(span.begin);
    w.Key("end");
    w.Uint(span.end);
}

void put_number(Writer& w, const char* key, double value) {
    w.Key(key);
    w.Double(std::round(value * 1000) / 1000);  // three decimals say all that these figures know
}

void put_mention(Writer& w, const char* key, const Mention& m) {
    w.Key(key);
    w.StartObject();
    put(w, "text", m.text);
    put_span(w, m.span);
    put(w, "id", m.id);
    put(w, "label", m.label);
    put(w, "kind", name(m.kind));
    put_or_null(w, "country", m.country);
    put_or_null(w, "role", m.role);
    w.EndObject();
}

void put_relation(Writer& w, const Relation& r) {
    w.Key("relation");
    w.StartObject();
    put(w, "text", r.text);
    put(w, "lemma", r.lemma);
    put_span(w, r.span);
    put_or_null(w, "type", r.type ? name(*r.type) : std::string_view{});
    put_or_null(w, "cameo", r.cameo);
    w.Key("quad");
    r.type && quad(*r.type) > 0 ? w.Int(quad(*r.type)) : w.Null();
    put_number(w, "goldstein", r.goldstein);
    w.EndObject();
}

void put_args(Writer& w, const std::vector<Argument>& args) {
    w.Key("args");
    w.StartArray();
    for (const Argument& a : args) {
        w.StartObject();
        put(w, "role", a.role);
        put(w, "text", a.text);
        put_span(w, a.span);
        put_or_null(w, "id", a.id);
        w.EndObject();
    }
    w.EndArray();
}

/// A speaker without the end of its object: who relays it stands inside.
void open_speaker(Writer& w, const char* key, const Attribution& a) {
    w.Key(key);
    w.StartObject();
    put(w, "text", a.text);
    put_or_null(w, "id", a.id);
    put_or_null(w, "label", a.label);
    put(w, "verb", a.verb);
}

void put_attribution(Writer& w, const std::optional<Attribution>& a) {
    if (!a) {
        w.Key("attribution");
        w.Null();
        return;
    }
    open_speaker(w, "attribution", *a);
    for (const Attribution& relay : a->via) open_speaker(w, "via", relay);
    for (std::size_t i = 0; i <= a->via.size(); ++i) w.EndObject();
}

void put_head(Writer& w, const Triple& t) {
    put(w, "doc", t.doc);
    put(w, "source", t.source);
    put_or_null(w, "published", t.published ? to_string(*t.published) : std::string{});
    put_or_null(w, "date", t.date ? to_string(*t.date) : std::string{});
    w.Key("sentence");
    w.StartObject();
    w.Key("index");
    w.Uint(t.sentence.index);
    put_span(w, t.sentence.span);
    put(w, "text", t.sentence.text);
    w.EndObject();
}

enum class With : bool { content, all };

std::string render(const Triple& t, With with) {
    Buffer buffer;
    Writer w(buffer);
    w.StartObject();
    if (with == With::all) put(w, "id", t.id);
    put_head(w, t);
    put_mention(w, "subject", t.subject);
    put_relation(w, t.relation);
    put_mention(w, "object", t.object);
    put_args(w, t.args);
    put(w, "polarity", name(t.polarity));
    put(w, "status", name(t.status));
    put_attribution(w, t.attribution);
    w.Key("symmetric");
    w.Bool(t.symmetric);
    if (with == With::all) put_number(w, "confidence", t.confidence);
    put(w, "rule", t.rule);
    w.EndObject();
    return {buffer.GetString(), buffer.GetSize()};
}

template <class Enum, std::size_t N>
Enum read_enum(std::string_view text, const char* key, const Enum (&values)[N]) {
    for (const Enum v : values)
        if (name(v) == text) return v;
    throw InputError(std::string("not a triple: unknown ") + key + " \"" + std::string(text) + "\"");
}

std::uint32_t read_uint(const json::Value& v, const char* key) {
    const double number = json::number(v, key);
    if (!(number >= 0 && number <= 4294967295.0)) throw InputError(std::string("not a triple: bad ") + key);
    return static_cast<std::uint32_t>(number);
}

Span read_span(const json::Value& v) {
    const Span span{read_uint(v, "begin"), read_uint(v, "end")};
    if (span.end < span.begin) throw InputError("not a triple: a span ends before it begins");
    return span;
}

Mention read_mention(const json::Value& v) {
    const auto kind = parse_kind(json::text(v, "kind"));
    if (!kind) throw InputError("not a triple: unknown kind of actor");
    return {std::string(json::text(v, "text")),  read_span(v), std::string(json::required(v, "id")),
            std::string(json::text(v, "label")), *kind,        std::string(json::text(v, "country")),
            std::string(json::text(v, "role"))};
}

Relation read_relation(const json::Value& v) {
    const auto type = json::text(v, "type");
    const auto parsed = parse_type(type);
    if (!type.empty() && !parsed) throw InputError("not a triple: unknown relation type \"" + std::string(type) + "\"");
    return {std::string(json::text(v, "text")), std::string(json::text(v, "lemma")), read_span(v), parsed,
            std::string(json::text(v, "cameo")), json::number(v, "goldstein")};
}

std::vector<Argument> read_args(const json::Value& v) {
    std::vector<Argument> out;
    const auto member = v.FindMember("args");
    if (member == v.MemberEnd() || !member->value.IsArray()) return out;
    for (const auto& a : member->value.GetArray()) {
        if (!a.IsObject()) throw InputError("not a triple: an argument is no object");
        out.push_back({std::string(json::text(a, "role")), std::string(json::text(a, "text")), read_span(a),
                       std::string(json::text(a, "id"))});
    }
    return out;
}

Attribution read_speaker(const json::Value& a) {
    return {std::string(json::text(a, "text")), std::string(json::text(a, "id")), std::string(json::text(a, "label")),
            std::string(json::text(a, "verb"))};
}

std::optional<Attribution> read_attribution(const json::Value& v) {
    const auto member = v.FindMember("attribution");
    if (member == v.MemberEnd() || !member->value.IsObject()) return std::nullopt;
    Attribution said = read_speaker(member->value);
    for (const json::Value* at = &member->value;;) {
        const auto via = at->FindMember("via");
        if (via == at->MemberEnd() || !via->value.IsObject()) return said;
        at = &via->value;
        said.via.push_back(read_speaker(*at));
    }
}

template <class T, class Parse>
std::optional<T> read_time(const json::Value& v, const char* key, Parse parse) {
    const auto text = json::text(v, key);
    if (text.empty()) return std::nullopt;
    const auto value = parse(text);
    if (!value) throw InputError(std::string("not a triple: bad ") + key + " \"" + std::string(text) + "\"");
    return value;
}

}  // namespace

void set_id(Triple& triple) { triple.id = hash_hex(render(triple, With::content)); }

std::string to_json(const Triple& triple) { return render(triple, With::all); }

Triple triple_from_json(std::string_view line) {
    const json::Document v = json::parse_object(line);
    Triple t;
    t.id = json::required(v, "id");
    t.doc = json::required(v, "doc");
    t.source = json::text(v, "source");
    t.published = read_time<Timestamp>(v, "published", parse_timestamp);
    t.date = read_time<Date>(v, "date", parse_date);
    const auto& sentence = json::object(v, "sentence");
    t.sentence = {read_uint(sentence, "index"), read_span(sentence),
                  std::string(json::text(sentence, "text"))};
    t.subject = read_mention(json::object(v, "subject"));
    t.relation = read_relation(json::object(v, "relation"));
    t.object = read_mention(json::object(v, "object"));
    t.args = read_args(v);
    t.polarity = read_enum(json::text(v, "polarity"), "polarity", {Polarity::affirmed, Polarity::negated});
    t.status = read_enum(json::text(v, "status"), "status",
                         {Status::actual, Status::intended, Status::requested, Status::hypothetical});
    t.attribution = read_attribution(v);
    t.symmetric = json::flag(v, "symmetric");
    t.confidence = json::number(v, "confidence");
    t.rule = json::text(v, "rule");
    return t;
}

}  // namespace entente
