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

Span read_span(const json::Value& v, std::string_view key) {
    if (!v.IsArray() || v.Size() != 2 || !v[0].IsUint() || !v[1].IsUint() || v[1].GetUint() < v[0].GetUint())
        throw InputError(fmt::format("\"{}\" is no [begin, end]", key));
    return {v[0].GetUint(), v[1].GetUint()};
}

/// ,"key":"text", where there is a text.
template <Literal key, bool in_xml = false>
void put(Chars& out, std::string_view text) {
    if (text.empty()) return;
    out.put<Literal(",\"") + key + Literal("\":")>();
    put_string<in_xml>(out, text);
}

/// Texts are interned: mostly one look at the address is enough.
bool is_same(std::string_view a, std::string_view b) {
    return (a.data() == b.data() && a.size() == b.size()) || a == b;
}

template <Literal key, bool in_xml>
void put_party(Chars& out, const Party& p, const Known& known) {
    out.put<Literal(",\"") + key + Literal("\":{\"text\":")>();
    put_string<in_xml>(out, p.text);
    put_span<"at">(out, p.span);
    if (!is_same(p.label, known.label)) {
        out.put<",\"label\":">();
        put_string<in_xml>(out, p.label);
    }
    if (p.kind != known.kind) put<"kind">(out, name(p.kind));
    if (!is_same(p.country, known.country)) {
        out.put<",\"country\":">();
        put_string<in_xml>(out, p.country);
    }
    put<"role", in_xml>(out, p.role);
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
void put_said(Chars& out, const Said& said) {
    if (!said.any() && said.id.empty()) return;
    out.put<",\"attribution\":{\"text\":">();
    put_string<in_xml>(out, said.text);
    put<"id", in_xml>(out, said.id);
    put<"label", in_xml>(out, said.label);
    put<"verb", in_xml>(out, said.verb);
    if (!said.via.empty()) {
        out.put<",\"via\":">();
        put_json<in_xml>(out, said.via);
    }
    out.push_back('}');
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

/// Calls take(key, value) for each member.
template <class Take>
void for_each_member(const json::Value& object, Take take) {
    for (const auto& m : object.GetObject()) take(std::string_view(m.name.GetString(), m.name.GetStringLength()), m.value);
}

/// Empty for what is no string.
std::string_view text_of(const json::Value& v) {
    return v.IsString() ? std::string_view(v.GetString(), v.GetStringLength()) : std::string_view();
}

double number_of(const json::Value& v) { return v.IsNumber() ? v.GetDouble() : 0; }

Party read_party(const json::Value& v, std::string_view which, const Known& known) {
    if (!v.IsObject()) throw InputError(fmt::format("it has no object \"{}\"", which));
    Party p;
    p.label = known.label;
    p.country = known.country;
    p.kind = known.kind;
    for_each_member(v, [&](std::string_view key, const json::Value& value) {
        if (key == "text") p.text = text_of(value);
        else if (key == "at") p.span = read_span(value, "at");
        else if (key == "role") p.role = text_of(value);
        else if (key == "label") p.label = text_of(value);
        else if (key == "country") p.country = text_of(value);
        else if (key == "kind") {
            const auto kind = parse_kind(text_of(value));
            if (!kind) throw InputError(fmt::format("unknown kind of actor \"{}\"", text_of(value)));
            p.kind = *kind;
        }
    });
    return p;
}

Said read_said(const json::Value& v, std::string& via) {
    if (!v.IsObject()) return {};
    if (const auto relay = v.FindMember("via"); relay != v.MemberEnd()) via = via_json(via_from_json(relay->value));
    return {json::text(v, "text"), json::text(v, "id"), json::text(v, "label"), json::text(v, "verb"), via};
}

void read_place(const json::Value& v, Observation& o) {
    if (!v.IsArray() || v.Size() != 3 || !v[0].IsUint() || !v[1].IsUint() || !v[2].IsUint())
        throw InputError("an observation has no \"at\": [sentence, begin, end]");
    o.sentence_index = v[0].GetUint();
    o.span = {v[1].GetUint(), v[2].GetUint()};
}

template <class Parse>
auto read_time(const json::Value& v, std::string_view key, Parse parse) {
    const auto text = text_of(v);
    auto value = parse(text);
    if (!text.empty() && !value) throw InputError(fmt::format("bad \"{}\": \"{}\"", key, text));
    return value;
}

Status read_status(std::string_view text) {
    for (const Status s : {Status::actual, Status::intended, Status::requested, Status::hypothetical})
        if (name(s) == text) return s;
    throw InputError(fmt::format("unknown status \"{}\"", text));
}

/// A member of an observation, but for its arguments, its attribution and its id. Members that nobody knows are passed over.
void read_member(std::string_view key, const json::Value& v, Observation& o, const Known& subject, const Known& object) {
    if (key == "doc") o.doc = text_of(v);
    else if (key == "source") o.source = text_of(v);
    else if (key == "published") o.published = read_time(v, key, parse_timestamp);
    else if (key == "date") o.date = read_time(v, key, parse_date);
    else if (key == "at") read_place(v, o);
    else if (key == "sentence") o.sentence = text_of(v);
    else if (key == "subject") o.subject = read_party(v, key, subject);
    else if (key == "phrase") o.phrase = text_of(v);
    else if (key == "phrase_at") o.phrase_span = read_span(v, "phrase_at");
    else if (key == "lemma") o.lemma = text_of(v);
    else if (key == "cameo") o.cameo = text_of(v);
    else if (key == "goldstein") o.goldstein = number_of(v);
    else if (key == "object") o.object = read_party(v, key, object);
    else if (key == "status") o.status = read_status(text_of(v));
    else if (key == "rule") o.rule = text_of(v);
    else if (key == "mutual") o.mutual = v.IsTrue();
    else if (key == "swapped") o.swapped = v.IsTrue();
    else if (key == "confidence") o.confidence = number_of(v);
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
        const auto at = a.FindMember("at");
        out.push_back({std::string(json::text(a, "role")), std::string(json::text(a, "text")),
                       at == a.MemberEnd() ? Span{} : read_span(at->value, "at"), std::string(json::text(a, "id"))});
    }
    return out;
}

std::string via_json(std::span<const Attribution> relays) {
    Chars out;
    for (const Attribution& a : relays) {
        out.append(out.size() == 0 ? "{\"text\":" : ",\"via\":{\"text\":");
        put_string(out, a.text);
        put<"id">(out, a.id);
        put<"label">(out, a.label);
        put<"verb">(out, a.verb);
    }
    for (std::size_t i = 0; i < relays.size(); ++i) out.push_back('}');
    return std::string(out.view());
}

std::vector<Attribution> via_from_json(const json::Value& value) {
    std::vector<Attribution> out;
    for (const json::Value* at = &value; at->IsObject();) {
        out.push_back({std::string(json::text(*at, "text")), std::string(json::text(*at, "id")),
                       std::string(json::text(*at, "label")), std::string(json::text(*at, "verb"))});
        const auto next = at->FindMember("via");
        if (next == at->MemberEnd()) break;
        at = &next->value;
    }
    return out;
}

std::vector<Attribution> via_from_json(std::string_view text) {
    return text.empty() ? std::vector<Attribution>{} : via_from_json(json::parse_object(text));
}

std::string speakers(const Said& said) {
    std::string out(said.label.empty() ? said.text : said.label);
    for (const Attribution& a : via_from_json(said.via)) out += ", via " + (a.label.empty() ? a.text : a.label);
    return out;
}

Observation evidence_from_json(const json::Value& v, const Known& subject, const Known& object, JsonTexts& texts) {
    if (!v.IsObject()) throw InputError("an observation is no JSON object");
    Observation o;
    texts = {};
    bool is_placed = false;
    int parties = 0;
    for_each_member(v, [&](std::string_view key, const json::Value& value) {
        if (key == "id") o.id = text_of(value);
        else if (key == "args") texts.args = args_json(args_from_json(value));
        else if (key == "attribution") o.said = read_said(value, texts.via);
        else read_member(key, value, o, subject, object);
        is_placed |= key == "at";
        parties += (key == "subject") + (key == "object");
    });
    o.args = texts.args;
    if (o.id.empty()) throw InputError("it has no \"id\"");
    if (!is_placed) throw InputError("an observation has no \"at\": [sentence, begin, end]");
    if (parties < 2) throw InputError("it has no object \"subject\" or \"object\"");
    return o;
}

}  // namespace entente
