// SPDX-License-Identifier: Apache-2.0
#include "extract/read/web/facts.hpp"

#include <initializer_list>
#include <optional>

#include "core/error.hpp"
#include "core/json.hpp"
#include "core/words.hpp"
#include "extract/read/record.hpp"
#include "extract/read/web/article.hpp"
#include "extract/time/dateline.hpp"

namespace entente::read::web {
namespace {

constexpr std::size_t k_headline = 15;  // bytes of the shortest that is looked for

std::string_view first_fact(const Page& page, std::initializer_list<std::string_view> names) {
    for (const std::string_view name : names)
        for (const auto& [key, value] : page.facts)
            if (key == name && value.find_first_not_of(" \t\r\n") != std::string::npos) return value;
    return {};
}

std::optional<Timestamp> first_date(const Page& page, std::initializer_list<std::string_view> names) {
    for (const std::string_view name : names)
        for (const auto& [key, value] : page.facts)
            if (key == name)
                if (const auto time = time::parse_when(value)) return time;
    return std::nullopt;
}

bool is_article_type(const json::Value& type) {
    if (type.IsArray()) {
        for (const auto& each : type.GetArray())
            if (is_article_type(each)) return true;
        return false;
    }
    if (!type.IsString()) return false;
    const std::string_view name(type.GetString(), type.GetStringLength());
    return name.ends_with("Article") || name.ends_with("BlogPosting") || name == "Report";
}

/// The first article in a JSON-LD value: itself, in an array, under @graph or mainEntity. `depth` bounds hostile nesting.
const json::Value* article_in(const json::Value& value, int depth = 0) {
    if (depth > 4) return nullptr;
    if (value.IsArray()) {
        for (const auto& each : value.GetArray())
            if (const auto* found = article_in(each, depth + 1)) return found;
        return nullptr;
    }
    if (!value.IsObject()) return nullptr;
    if (const auto type = value.FindMember("@type"); type != value.MemberEnd() && is_article_type(type->value)) return &value;
    for (const char* key : {"@graph", "mainEntity"})
        if (const auto member = value.FindMember(key); member != value.MemberEnd())
            if (const auto* found = article_in(member->value, depth + 1)) return found;
    return nullptr;
}

/// What JSON-LD says.
Document linked(const Page& page) {
    for (const std::string& text : page.linked_data) {
        json::Document d;
        d.Parse<rapidjson::kParseIterativeFlag | rapidjson::kParseFullPrecisionFlag | rapidjson::kParseCommentsFlag |
                rapidjson::kParseTrailingCommasFlag>(text.data(), text.size());
        if (d.HasParseError()) continue;
        const json::Value* article = article_in(d);
        if (!article) continue;
        std::string ignored;
        return to_facts(*article, ignored);
    }
    return {};
}

std::string_view host(std::string_view url) {
    const std::size_t scheme = url.find("://");
    if (scheme == std::string_view::npos) return {};
    url.remove_prefix(scheme + 3);
    url = url.substr(0, url.find_first_of("/?#:"));
    if (url.starts_with("www.")) url.remove_prefix(4);
    return url;
}

/// "Talks fail in Geneva | Daily News" without the paper's name: as far as a heading of the page has it, else up to the
/// last bar.
std::string headline(const Page& page) {
    for (const Block& b : page.blocks)
        if (is_heading(page, b) && b.text.size() >= k_headline && page.title.find(b.text) != std::string::npos) return b.text;
    const std::size_t bar = page.title.rfind(" | ");
    std::string title = page.title.substr(0, bar != std::string::npos && bar >= k_headline ? bar : page.title.size());
    const std::size_t begin = title.find_first_not_of(" \t\r\n");
    if (begin == std::string::npos) return {};
    return title.substr(begin, title.find_last_not_of(" \t\r\n") - begin + 1);
}

}  // namespace

Document page_facts(const Page& page) {
    Document d = linked(page);
    if (d.url.find("://") == std::string::npos) d.url = first_fact(page, {"canonical", "og:url", "twitter:url"});
    if (d.publisher.empty()) d.publisher = first_fact(page, {"og:site_name", "application-name", "dc.publisher", "citation_journal_title"});
    if (d.publisher.empty()) d.publisher = host(d.url);
    if (d.title.empty()) d.title = first_fact(page, {"og:title", "twitter:title", "dc.title", "citation_title", "parsely-title", "sailthru.title"});
    if (d.title.empty()) d.title = headline(page);
    if (!d.published)
        d.published = first_date(page, {"article:published_time", "og:article:published_time", "datepublished", "article.published", "article:published",
                                        "parsely-pub-date", "sailthru.date", "pubdate", "publishdate", "publish-date", "publication_date", "published_time",
                                        "published-date", "dc.date.issued", "dcterms.created", "dcterms.date", "dc.date", "dc.date.created", "datecreated",
                                        "citation_publication_date", "citation_date", "cxenseparse:recs:publishtime", "originalpublicationdate",
                                        "article_date_original", "displaydate", "ptime", "date", "time"});
    return d;
}

}  // namespace entente::read::web
