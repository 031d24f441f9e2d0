// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <array>
#include <initializer_list>

#include "core/words.hpp"
#include "extract/events/tables.hpp"
#include "extract/read/formats.hpp"

namespace entente::read {
namespace {

constexpr std::string_view k_blank = " \t\r\n";
constexpr std::string_view k_byte_order_mark = "\xEF\xBB\xBF";

std::string_view content(std::string_view head) {
    if (head.starts_with(k_byte_order_mark)) head.remove_prefix(k_byte_order_mark.size());
    const std::size_t begin = head.find_first_not_of(k_blank);
    return begin == std::string_view::npos ? "" : head.substr(begin);
}

/// The end of the string that begins at head[pos] (a quote); npos where it is cut off.
std::size_t string_end(std::string_view head, std::size_t pos) {
    for (++pos; pos < head.size(); ++pos) {
        if (head[pos] == '\\')
            ++pos;
        else if (head[pos] == '"')
            return pos + 1;
    }
    return std::string_view::npos;
}

/// Whether the first object of a JSON text, which may be cut off, has the key at its top level.
bool has_key(std::string_view head, std::string_view key) {
    int depth = 0;
    for (std::size_t i = 0; i < head.size();) {
        const char c = head[i];
        if (c == '"') {
            const std::size_t end = string_end(head, i);
            if (end == std::string_view::npos) return false;
            const std::size_t colon = head.find_first_not_of(k_blank, end);
            const bool is_key = colon != std::string_view::npos && head[colon] == ':';
            if (depth == 1 && is_key && head.substr(i + 1, end - i - 2) == key) return true;
            i = end;
            continue;
        }
        depth += (c == '{' || c == '[') - (c == '}' || c == ']');
        if (depth == 0) return false;
        ++i;
    }
    return false;
}

bool anything(std::string_view) { return true; }

/// Begins with one of these, whatever the case, after white space, comments and an XML declaration.
bool begins_with_tag(std::string_view head, std::initializer_list<std::string_view> tags) {
    const std::string lower = ascii_lower(content(head));
    std::string_view rest = lower;
    for (std::string_view skipped : {"<?", "<!--", "<?", "<!--"}) {
        if (!rest.starts_with(skipped)) continue;
        const std::string_view mark = skipped == "<?" ? "?>" : "-->";
        const std::size_t end = rest.find(mark);
        rest = end == std::string_view::npos ? std::string_view() : content(rest.substr(end + mark.size()));
    }
    return std::ranges::any_of(tags, [&](std::string_view tag) { return rest.starts_with(tag); });
}

bool looks_like_feed(std::string_view head) { return begins_with_tag(head, {"<rss", "<feed", "<rdf:rdf"}); }
bool looks_like_html(std::string_view head) {
    return begins_with_tag(head, {"<!doctype html", "<html", "<head", "<body", "<meta", "<title", "<div", "<article", "<p>"});
}
bool looks_like_warc(std::string_view head) { return head.starts_with("WARC/"); }

constexpr std::array<std::string_view, 3> k_json_suffixes = {".ndjson", ".jsonl", ".json"};
constexpr std::array<std::string_view, 2> k_text_suffixes = {".txt", ".text"};

constexpr std::array<std::string_view, 3> k_html_suffixes = {".html", ".htm", ".xhtml"};
constexpr std::array<std::string_view, 3> k_feed_suffixes = {".rss", ".atom", ".rdf"};
constexpr std::array<std::string_view, 1> k_warc_suffixes = {".warc"};
constexpr std::array<std::string_view, 1> k_csv_suffixes = {".csv"};

constexpr std::array k_formats = {
    // name, suffixes, sniff, open
    Format{"ndjson", k_json_suffixes, looks_like_json, open_ndjson},
    Format{"warc", k_warc_suffixes, looks_like_warc, open_warc},
    Format{"rss", k_feed_suffixes, looks_like_feed, open_feed},
    Format{"html", k_html_suffixes, looks_like_html, open_html},
    Format{"csv", k_csv_suffixes, looks_like_table, open_csv},
    Format{"text", k_text_suffixes, anything, open_text},
};

}  // namespace

std::span<const Format> formats() { return k_formats; }

bool looks_like_json(std::string_view head) {
    head = content(head);
    if (head.empty()) return false;
    const std::size_t second = head.find_first_not_of(k_blank, 1);
    const char next = second == std::string_view::npos ? ' ' : head[second];
    if (head[0] == '{') return next == '"' || next == '}' || next == ' ';
    return head[0] == '[' && (next == '{' || next == ']');
}

bool looks_like_triples(std::string_view head) {
    head = content(head);
    return head.starts_with('{') && has_key(head, "subject") && has_key(head, "relation");
}

bool looks_binary(std::string_view head) {
    std::size_t control = 0;
    for (const char c : head) {
        if (c == '\0') return true;
        control += (static_cast<unsigned char>(c) < 0x20 && k_blank.find(c) == std::string_view::npos && c != '\f') ||
                   c == 0x7F;
    }
    return control * 10 > head.size();
}

}  // namespace entente::read

namespace entente {

std::vector<std::string_view> reader_names() {
    std::vector<std::string_view> out;
    for (const auto& format : read::formats()) out.push_back(format.name);
    return out;
}

std::vector<std::string_view> relation_names() {
    std::vector<std::string_view> out = {"triples"};
    for (const auto& table : events::tables()) out.push_back(table.name);
    return out;
}

std::string kind_of(io::Input& input) {
    const std::string_view head = input.peek();
    if (read::looks_like_warc(head)) return "warc";  // which may hold anything
    if (read::looks_binary(head)) return "binary";
    if (read::looks_like_triples(head)) return "triples";
    if (const events::Table* table = events::table_of(head)) return std::string(table->name);
    for (const auto& format : read::formats())
        if (format.name != "text" && format.sniff(head)) return std::string(format.name);
    std::string_view path = input.path();
    for (const std::string_view packed : {".gz", ".zip", ".zst"})
        if (path.ends_with(packed)) path.remove_suffix(packed.size());
    for (const auto& format : read::formats())
        if (std::ranges::any_of(format.suffixes, [&](std::string_view suffix) { return path.ends_with(suffix); }))
            return std::string(format.name);
    return "text";
}

std::string kind_of(const std::string& path) {
    io::Input input(path);
    return kind_of(input);
}

}  // namespace entente
