// SPDX-License-Identifier: Apache-2.0
#include "graph/evidence_json.hpp"

#include <fmt/format.h>

#include <iterator>

#include "core/error.hpp"
#include "core/io/utf8.hpp"

namespace entente {
namespace {

/// "key":"text", where there is a text.
void put(std::string& out, std::string_view key, std::string_view text) {
    if (text.empty()) return;
    fmt::format_to(std::back_inserter(out), ",\"{}\":", key);
    append_json_string(out, text);
}

void put_span(std::string& out, std::string_view key, Span span) {
    if (span != Span{}) fmt::format_to(std::back_inserter(out), ",\"{}\":[{},{}]", key, span.begin, span.end);
}

/// The span under `key`; empty where there is none.
Span read_span(const json::Value& v, const char* key) {
    const auto member = v.FindMember(key);
    if (member == v.MemberEnd()) return {};
    const auto& a = member->value;
    if (!a.IsArray() || a.Size() != 2 || !a[0].IsUint() || !a[1].IsUint() || a[1].GetUint() < a[0].GetUint())
        throw InputError(fmt::format("\"{}\" is no [begin, end]", key));
    return {a[0].GetUint(), a[1].GetUint()};
}

void put_party(std::string& out, std::string_view key, const Party& p, const Known& known) {
    fmt::format_to(std::back_inserter(out), ",\"{}\":{{\"text\":", key);
    append_json_string(out, p.text);
    put_span(out, "at", p.span);
    if (p.label != known.label) {
        out += ",\"label\":";
        append_json_string(out, p.label);
    }
    if (p.kind != known.kind) put(out, "kind", name(p.kind));
    if (p.country != known.country) {
        out += ",\"country\":";
        append_json_string(out, p.country);
    }
    put(out, "role", p.role);
    out += '}';
}

void put_said(std::string& out, const Said& said) {
    if (!said.any() && said.id.empty()) return;
    out += ",\"attribution\":{\"text\":";
    append_json_string(out, said.text);
    put(out, "id", said.id);
    put(out, "label", said.label);
    put(out, "verb", said.verb);
    out += '}';
}

Party read_party(const json::Value& v, const Known& known) {
    Party p;
    p.text = json::text(v, "text");
    p.label = v.HasMember("label") ? json::text(v, "label") : known.label;
    p.country = v.HasMember("country") ? json::text(v, "country") : known.country;
    p.role = json::text(v, "role");
    p.span = read_span(v, "at");
    const auto kind = json::text(v, "kind");
    const auto parsed = parse_kind(kind);
    if (!kind.empty() && !parsed) throw InputError(fmt::format("unknown kind of actor \"{}\"", kind));
    p.kind = parsed.value_or(known.kind);
    return p;
}

Said read_said(const json::Value& v) {
    const auto member = v.FindMember("attribution");
    if (member == v.MemberEnd() || !member->value.IsObject()) return {};
    const auto& a = member->value;
    return {json::text(a, "text"), json::text(a, "id"), json::text(a, "label"), json::text(a, "verb")};
}

void read_place(const json::Value& v, Observation& o) {
    const auto member = v.FindMember("at");
    const bool good = member != v.MemberEnd() && member->value.IsArray() && member->value.Size() == 3 &&
                      member->value[0].IsUint() && member->value[1].IsUint() && member->value[2].IsUint();
    if (!good) throw InputError("an observation has no \"at\": [sentence, begin, end]");
    o.sentence_index = member->value[0].GetUint();
    o.span = {member->value[1].GetUint(), member->value[2].GetUint()};
}

template <class Parse>
auto read_time(const json::Value& v, const char* key, Parse parse) {
    const auto text = json::text(v, key);
    auto value = parse(text);
    if (!text.empty() && !value) throw InputError(fmt::format("bad \"{}\": \"{}\"", key, text));
    return value;
}

Status read_status(const json::Value& v) {
    const auto text = json::text(v, "status");
    for (const Status s : {Status::intended, Status::requested, Status::hypothetical})
        if (name(s) == text) return s;
    if (!text.empty()) throw InputError(fmt::format("unknown status \"{}\"", text));
    return Status::actual;
}

}  // namespace

void append_json_string(std::string& out, std::string_view text) {
    const auto is_plain = [](signed char c) {
        return c >= 0x20 && c != '"' && c != '\\';
    };  // ASCII only: other bytes are negative
    out += '"';
    for (std::size_t i = 0; i < text.size();) {
        const std::size_t begin = i;
        while (i < text.size() && is_plain(static_cast<signed char>(text[i]))) ++i;
        out.append(text, begin, i - begin);
        if (i == text.size()) break;
        const auto d = utf8::decode(text, i);
        if (d.code == U'"' || d.code == U'\\') {
            out += '\\';
            out += static_cast<char>(d.code);
        } else if (d.code < 0x20 || d.code == 0xFFFE || d.code == 0xFFFF) {
            fmt::format_to(std::back_inserter(out), "\\u{:04x}", static_cast<unsigned>(d.code));
        } else {
            utf8::append(out, d.code);
        }
        i += d.length;
    }
    out += '"';
}

void append_json_number(std::string& out, double value) { fmt::format_to(std::back_inserter(out), "{}", value); }

void append_evidence_json(std::string& out, const Observation& o, const Known& subject, const Known& object) {
    out += "{\"id\":";
    append_json_string(out, o.id);
    put(out, "doc", o.doc);
    put(out, "source", o.source);
    if (o.published) put(out, "published", to_string(*o.published));
    if (o.date) put(out, "date", to_string(*o.date));
    fmt::format_to(std::back_inserter(out), ",\"at\":[{},{},{}]", o.sentence_index, o.span.begin, o.span.end);
    put(out, "sentence", o.sentence);
    put_party(out, "subject", o.subject, subject);
    put(out, "phrase", o.phrase);
    put_span(out, "phrase_at", o.phrase_span);
    put(out, "lemma", o.lemma);
    put(out, "cameo", o.cameo);
    fmt::format_to(std::back_inserter(out), ",\"goldstein\":{}", o.goldstein);
    put_party(out, "object", o.object, object);
    if (o.status != Status::actual) put(out, "status", name(o.status));
    put_said(out, o.said);
    if (!o.args.empty()) (out += ",\"args\":") += o.args;
    put(out, "rule", o.rule);
    if (o.mutual) out += ",\"mutual\":true";
    if (o.swapped) out += ",\"swapped\":true";
    fmt::format_to(std::back_inserter(out), ",\"confidence\":{}}}", o.confidence);
}

std::string args_json(const std::vector<Argument>& args) {
    if (args.empty()) return {};
    std::string out;
    for (const Argument& a : args) {
        out += out.empty() ? "[{\"role\":" : ",{\"role\":";
        append_json_string(out, a.role);
        put(out, "text", a.text);
        put_span(out, "at", a.span);
        put(out, "id", a.id);
        out += '}';
    }
    return out += ']';
}

std::vector<Argument> args_from_json(const json::Value& array) {
    if (!array.IsArray()) throw InputError("\"args\" is no list");
    std::vector<Argument> out;
    for (const auto& a : array.GetArray()) {
        if (!a.IsObject()) throw InputError("an argument is no JSON object");
        out.push_back({std::string(json::text(a, "role")), std::string(json::text(a, "text")), read_span(a, "at"),
                       std::string(json::text(a, "id"))});
    }
    return out;
}

Observation evidence_from_json(const json::Value& v, const Known& subject, const Known& object, std::string& args) {
    if (!v.IsObject()) throw InputError("an observation is no JSON object");
    Observation o;
    o.id = json::required(v, "id");
    o.doc = json::text(v, "doc");
    o.source = json::text(v, "source");
    o.published = read_time(v, "published", parse_timestamp);
    o.date = read_time(v, "date", parse_date);
    read_place(v, o);
    o.sentence = json::text(v, "sentence");
    o.subject = read_party(json::object(v, "subject"), subject);
    o.phrase = json::text(v, "phrase");
    o.phrase_span = read_span(v, "phrase_at");
    o.lemma = json::text(v, "lemma");
    o.cameo = json::text(v, "cameo");
    o.goldstein = json::number(v, "goldstein");
    o.object = read_party(json::object(v, "object"), object);
    o.status = read_status(v);
    o.said = read_said(v);
    const auto further = v.FindMember("args");
    args = further == v.MemberEnd() ? "" : args_json(args_from_json(further->value));
    o.args = args;
    o.rule = json::text(v, "rule");
    o.mutual = json::flag(v, "mutual");
    o.swapped = json::flag(v, "swapped");
    o.confidence = json::number(v, "confidence");
    return o;
}

}  // namespace entente
