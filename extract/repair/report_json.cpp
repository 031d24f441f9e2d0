// SPDX-License-Identifier: Apache-2.0
#include "extract/repair/report_json.hpp"

#include <rapidjson/stringbuffer.h>
#include <rapidjson/writer.h>

namespace entente {
namespace {

using Writer = rapidjson::Writer<rapidjson::StringBuffer>;

void put(Writer& w, std::string_view value) { w.String(value.data(), static_cast<rapidjson::SizeType>(value.size())); }

void put(Writer& w, const char* key, std::string_view value) {
    w.Key(key);
    put(w, value);
}

void put_change(Writer& w, const Repair& r) {
    w.StartObject();
    w.Key("begin");
    w.Uint(r.original.begin);
    w.Key("end");
    w.Uint(r.original.end);
    put(w, "what", r.what);
    put(w, "before", r.before);
    put(w, "after", r.after);
    w.EndObject();
}

void put_report(Writer& w, const CleanText& clean) {
    w.Key("report");
    w.StartObject();
    w.Key("deleted");
    w.StartArray();
    for (const std::string& s : clean.deleted) put(w, s);
    w.EndArray();
    w.Key("changes");
    w.StartArray();
    for (const Repair& r : clean.report) put_change(w, r);
    w.EndArray();
    w.EndObject();
}

}  // namespace

std::string to_json(const Document& document, const CleanText* clean) {
    rapidjson::StringBuffer buffer;
    Writer w(buffer);
    w.StartObject();
    put(w, "id", document.id);
    if (!document.title.empty()) put(w, "title", document.title);
    if (document.published) put(w, "date", to_string(*document.published));
    if (!document.url.empty()) put(w, "url", document.url);
    if (!document.publisher.empty()) put(w, "publisher", document.publisher);
    put(w, "text", clean ? clean->text : document.text);
    if (clean) put_report(w, *clean);
    w.EndObject();
    return buffer.GetString();
}

}  // namespace entente
