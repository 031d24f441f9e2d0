// SPDX-License-Identifier: Apache-2.0
#include "extract/read/record.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <initializer_list>

#include "core/error.hpp"
#include "extract/time/dateline.hpp"

namespace entente::read {
namespace {

bool is_missing(std::string_view text) {
    return text.find_first_not_of(" \t\r\n") == std::string_view::npos || text == "None" || text == "null" ||
           text == "N/A" || text == "nan" || text == "NaN";
}

bool is_url(std::string_view text) { return text.starts_with("http://") || text.starts_with("https://"); }

/// The value under `key`; "publisher.name" goes into an object. nullptr where there is none.
const json::Value* find(const json::Value& record, std::string_view key) {
    const std::size_t dot = key.find('.');
    const auto first = key.substr(0, dot);
    // A Value as the key: a bare StringRef turns into a char* that runs on past the dot.
    const json::Value name(rapidjson::StringRef(first.data(), static_cast<rapidjson::SizeType>(first.size())));
    const auto member = record.FindMember(name);
    if (member == record.MemberEnd()) return nullptr;
    if (dot == std::string_view::npos) return &member->value;
    return member->value.IsObject() ? find(member->value, key.substr(dot + 1)) : nullptr;
}

std::string_view string_of(const json::Value* value) {
    if (!value || !value->IsString()) return {};
    const std::string_view text(value->GetString(), value->GetStringLength());
    return is_missing(text) ? std::string_view() : text;
}

std::string_view first_string(const json::Value& record, std::initializer_list<std::string_view> keys) {
    for (const std::string_view key : keys)
        if (const auto text = string_of(find(record, key)); !text.empty()) return text;
    return {};
}

constexpr std::array<std::string_view, 15> k_texts = {
    "text",    "maintext",  "articleBody",  "article_body", "text_content", "textContent", "body",
    "content", "full_text", "article_text", "raw_text",     "event_text",   "story",       "paragraphs", "article"};

/// Text in one string or in an array of paragraphs.
std::string text_of(const json::Value& record) {
    for (const std::string_view key : k_texts) {
        const json::Value* value = find(record, key);
        if (const auto text = string_of(value); !text.empty()) return std::string(text);
        if (!value || !value->IsArray()) continue;
        std::string all;
        for (const auto& part : value->GetArray())
            if (const auto text = string_of(&part); !text.empty()) all.append(all.empty() ? "" : "\n\n").append(text);
        if (!all.empty()) return all;
    }
    return {};
}

std::string id_of(const json::Value& record) {
    for (const std::string_view key :
         {"id", "@id", "_id", "article_id", "story_id", "stories_id", "guid", "uuid", "fingerprint"}) {
        const json::Value* value = find(record, key);
        if (const auto text = string_of(value); !text.empty()) return std::string(text);
        if (value && value->IsUint64()) return fmt::format("{}", value->GetUint64());
    }
    return {};
}

/// Seconds since 1970, or milliseconds where seconds would lie beyond the year 5138.
std::optional<Timestamp> from_number(double number) {
    constexpr double k_milliseconds = 1e11, k_last = 253402300799.0;
    const double seconds = number >= k_milliseconds ? number / 1000 : number;
    if (!(seconds > 0 && seconds <= k_last)) return std::nullopt;
    return Timestamp{static_cast<std::int64_t>(std::floor(seconds))};
}

std::optional<Timestamp> published_of(const json::Value& record, std::string& problem) {
    for (const std::string_view key :
         {"published", "date", "date_publish", "publish_date", "publishedAt", "published_at", "datePublished",
          "pub_date", "pubDate", "publication_date", "publishedTime", "published_date", "article:published_time",
          "webPublicationDate", "seendate", "date_published", "created_at", "timestamp"}) {
        const json::Value* value = find(record, key);
        if (!value) continue;
        if (value->IsNumber())
            if (const auto time = from_number(value->GetDouble())) return time;
        const auto text = string_of(value);
        if (text.empty()) continue;
        if (const auto time = time::parse_when(text)) return time;
        if (problem.empty())
            problem = fmt::format("\"{}\": \"{}\" is no date that can be read", key, text.substr(0, 60));
    }
    return std::nullopt;
}

}  // namespace

bool names_text(std::string_view field) { return std::ranges::find(k_texts, field) != k_texts.end(); }

Document to_document(const json::Value& record, std::string& problem) {
    Document d = to_facts(record, problem);
    if (d.text.empty())
        throw InputError("it has no \"text\" (nor \"maintext\", \"articleBody\", \"content\", \"body\" …)");
    return d;
}

Document to_facts(const json::Value& record, std::string& problem) {
    Document d;
    d.text = text_of(record);
    d.id = id_of(record);
    d.title = first_string(record, {"title", "headline", "title_page", "article_title", "webTitle", "name"});
    d.url = first_string(record,
                         {"url", "link", "canonical_link", "canonical_url", "webUrl", "mainEntityOfPage", "mainEntityOfPage.@id", "web_url"});
    const auto source = first_string(record, {"source"});
    if (d.url.empty() && is_url(source)) d.url = source;
    if (d.url.empty() && is_url(d.id)) d.url = d.id;
    d.publisher = first_string(record, {"publisher", "publisher.name", "source.name", "source.title", "source_domain",
                                        "source-hostname", "hostname", "site", "siteName", "sitename", "site_name",
                                        "meta_site_name", "media_name", "domain", "outlet"});
    if (d.publisher.empty() && !is_url(source)) d.publisher = source;
    d.published = published_of(record, problem);
    if (d.published) problem.clear();
    return d;
}

const json::Value* wrapped(const json::Value& object) {
    for (const std::string_view key :
         {"articles", "results", "items", "documents", "data", "response.docs", "response.results"}) {
        const json::Value* value = find(object, key);
        if (value && value->IsArray() && (value->Empty() || (*value)[0].IsObject())) return value;
    }
    return nullptr;
}

}  // namespace entente::read
