// SPDX-License-Identifier: Apache-2.0
#include "extract/language/sentence_json.hpp"

#include <rapidjson/stringbuffer.h>
#include <rapidjson/writer.h>

namespace entente {
namespace {

using Writer = rapidjson::Writer<rapidjson::StringBuffer>;

void put(Writer& w, const char* key, std::string_view value) {
    w.Key(key);
    w.String(value.data(), static_cast<rapidjson::SizeType>(value.size()));
}

void put(Writer& w, const char* key, int value) {
    w.Key(key);
    w.Int(value);
}

void put_span(Writer& w, Span span) {
    w.Key("begin");
    w.Uint(span.begin);
    w.Key("end");
    w.Uint(span.end);
}

void put_token(Writer& w, const Token& t, int id) {
    w.StartObject();
    put(w, "id", id);
    put(w, "form", t.form);
    put(w, "lemma", t.lemma);
    put(w, "upos", name(t.upos));
    put(w, "xpos", t.xpos);
    put(w, "feats", t.feats);
    put(w, "head", t.head + 1);
    put(w, "deprel", t.deprel);
    put_span(w, t.span);
    w.EndObject();
}

void put_entity(Writer& w, const Entity& e, const Sentence& s, std::string_view text) {
    const Span span{s.tokens[static_cast<std::size_t>(e.first)].span.begin,
                    s.tokens[static_cast<std::size_t>(e.last)].span.end};
    w.StartObject();
    put(w, "text", span.of(text));
    put(w, "kind", name(e.kind));
    put_span(w, span);
    w.EndObject();
}

void put_sentence(Writer& w, const Sentence& s, std::string_view text) {
    w.StartObject();
    put(w, "text", s.span.of(text));
    put_span(w, s.span);
    w.Key("tokens");
    w.StartArray();
    for (int i = 0; i < static_cast<int>(s.tokens.size()); ++i)
        put_token(w, s.tokens[static_cast<std::size_t>(i)], i + 1);
    w.EndArray();
    w.Key("entities");
    w.StartArray();
    for (const Entity& e : s.entities) put_entity(w, e, s, text);
    w.EndArray();
    w.EndObject();
}

}  // namespace

std::string to_ndjson(const std::vector<Sentence>& sentences, std::string_view text) {
    rapidjson::StringBuffer buffer;
    std::string out;
    for (const Sentence& s : sentences) {
        buffer.Clear();
        Writer writer(buffer);
        put_sentence(writer, s, text);
        out.append(buffer.GetString(), buffer.GetSize());
        out += '\n';
    }
    return out;
}

}  // namespace entente
