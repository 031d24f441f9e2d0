// SPDX-License-Identifier: Apache-2.0
#include "graph/evidence_json.hpp"

#include <fmt/format.h>

#include <iterator>

#include "core/chars.hpp"
#include "core/error.hpp"
#include "core/io/utf8.hpp"

namespace entente {
namespace {

/// Appends a text as a JSON string. What can't be copied: controls, quotes, backslashes, all that is not ASCII; and
/// mark-up, where the JSON is to stand in XML as it is.
template <bool in_xml = false, class Out>
void put_string(Out& out, std::string_view text) {
    const auto special = [](auto c) {
        const auto json = (c < 0x20) | (c >= 0x80) | (c == '"') | (c == '\\');
        if constexpr (in_xml) return json | (c == '&') | (c == '<') | (c == '>') | (c == '\'');
        else return json;
    };
    out.push_back('"');
    for (std::size_t i = 0;;) {
        const std::size_t run = plain_run(text, i, special);
        out.append(text.substr(i, run));
        i += run;
        if (i == text.size()) break;
        const auto d = utf8::decode(text, i);
        if (d.code == U'"' || d.code == U'\\') {
            out.push_back('\\');
            out.push_back(static_cast<char>(d.code));
        } else if (d.code < 0x7F || d.code == 0xFFFE || d.code == 0xFFFF) {
            out.append(fmt::format("\\u{:04x}", static_cast<unsigned>(d.code)));
        } else if (d.code == 0xFFFD) {
            out.append("\xEF\xBF\xBD");
        } else {
            out.append(text.substr(i, d.length));
        }
        i += d.length;
    }
    out.push_back('"');
}

template <Literal key>
void put_span(Chars& out, Span span) {
    if (span == Span{}) return;
    out.put<Literal(",\"") + key + Literal("\":[")>();
    out.figure(span.begin);
    out.push_back(',');
    out.figure(span.end);
    out.push_back(']');
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

/// ,"key":"text", where there is a text.
template <Literal key, bool in_xml = false>
void put(Chars& out, std::string_view text) {
    if (text.empty()) return;
    out.put<Literal(",\"") + key + Literal("\":")>();
    put_string<in_xml>(out, text);
}

template <Literal key, bool in_xml>
void put_party(Chars& out, const Party& p, const Known& known) {
    out.put<Literal(",\"") + key + Literal("\":{\"text\":")>();
    put_string<in_xml>(out, p.text);
    put_span<"at">(out, p.span);
    if (p.label != known.label) {
        out.put<",\"label\":">();
        put_string<in_xml>(out, p.label);
    }
    if (p.kind != known.kind) put<"kind">(out, name(p.kind));
    if (p.country != known.country) {
        out.put<",\"country\":">();
        put_string<in_xml>(out, p.country);
    }
    put<"role", in_xml>(out, p.role);
    out.push_back('}');
}

template <bool in_xml>
void put_said(Chars& out, const Said& said) {
    if (!said.any() && said.id.empty()) return;
    out.put<",\"attribution\":{\"text\":">();
    put_string<in_xml>(out, said.text);
    put<"id", in_xml>(out, said.id);
    put<"label", in_xml>(out, said.label);
    put<"verb", in_xml>(out, said.verb);
    out.push_back('}');
}

/// What is JSON already; mark-up can only stand in its strings.
template <bool in_xml>
void put_json(Chars& out, std::string_view json) {
    if constexpr (in_xml) {
        for (const char c : json) {
            if (c == '&' || c == '<' || c == '>' || c == '\'')
                out.append(fmt::format("\\u{:04x}", static_cast<unsigned>(c)));
            else
                out.push_back(c);
        }
    } else {
        out.append(json);
    }
}

template <bool in_xml>
void put_evidence(Chars& out, const Observation& o, const Known& subject, const Known& object) {
    out.put<"{\"id\":">();
    put_string<in_xml>(out, o.id);
    put<"doc", in_xml>(out, o.doc);
    put<"source", in_xml>(out, o.source);
    if (o.published) put<"published">(out, to_string(*o.published));
    if (o.date) {
        out.put<",\"date\":\"">();
        out.day(*o.date);
        out.push_back('"');
    }
    out.put<",\"at\":[">();
    out.figure(o.sentence_index);
    out.push_back(',');
    out.figure(o.span.begin);
    out.push_back(',');
    out.figure(o.span.end);
    out.push_back(']');
    put<"sentence", in_xml>(out, o.sentence);
    put_party<"subject", in_xml>(out, o.subject, subject);
    put<"phrase", in_xml>(out, o.phrase);
    put_span<"phrase_at">(out, o.phrase_span);
    put<"lemma", in_xml>(out, o.lemma);
    put<"cameo", in_xml>(out, o.cameo);
    out.put<",\"goldstein\":">();
    out.figure(o.goldstein);
    put_party<"object", in_xml>(out, o.object, object);
    if (o.status != Status::actual) put<"status">(out, name(o.status));
    put_said<in_xml>(out, o.said);
    if (!o.args.empty()) {
        out.put<",\"args\":">();
        put_json<in_xml>(out, o.args);
    }
    put<"rule", in_xml>(out, o.rule);
    if (!o.copies.empty()) {
        out.put<",\"copies\":">();
        put_json<in_xml>(out, o.copies);
    }
    if (o.mutual) out.put<",\"mutual\":true">();
    if (o.swapped) out.put<",\"swapped\":true">();
    out.put<",\"confidence\":">();
    out.figure(o.confidence);
    out.push_back('}');
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

void append_json_string(std::string& out, std::string_view text) { put_string(out, text); }
void append_json_string(Chars& out, std::string_view text) { put_string(out, text); }

void append_json_number(std::string& out, double value) { fmt::format_to(std::back_inserter(out), "{}", value); }

void append_evidence_json(Chars& out, const Observation& o, const Known& subject, const Known& object, bool in_xml) {
    in_xml ? put_evidence<true>(out, o, subject, object) : put_evidence<false>(out, o, subject, object);
}

void append_evidence_json(std::string& out, const Observation& o, const Known& subject, const Known& object) {
    Chars chars;
    append_evidence_json(chars, o, subject, object, false);
    out += chars.view();
}

std::string args_json(const std::vector<Argument>& args) {
    if (args.empty()) return {};
    Chars out;
    for (const Argument& a : args) {
        out.append(out.size() == 0 ? "[{\"role\":" : ",{\"role\":");
        put_string(out, a.role);
        put<"text">(out, a.text);
        put_span<"at">(out, a.span);
        put<"id">(out, a.id);
        out.push_back('}');
    }
    out.push_back(']');
    return std::string(out.view());
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
