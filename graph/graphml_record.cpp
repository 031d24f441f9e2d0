// SPDX-License-Identifier: Apache-2.0
#include "graph/graphml_record.hpp"

#include <algorithm>
#include <optional>

#include "core/io/utf8.hpp"

namespace entente {
namespace {

bool take(std::string_view& text, std::string_view what) {
    if (!text.starts_with(what)) return false;
    text.remove_prefix(what.size());
    return true;
}

/// The text up to `stop`, which is taken too.
std::optional<std::string_view> take_until(std::string_view& text, char stop) {
    const auto end = text.find(stop);
    if (end == std::string_view::npos) return std::nullopt;
    const std::string_view out = text.substr(0, end);
    text.remove_prefix(end + 1);
    return out;
}

/// "&amp;" and the others that XML has of itself; not numbers.
bool append_entity(std::string& out, std::string_view name) {
    constexpr std::pair<std::string_view, char> entities[] = {
        {"amp", '&'}, {"lt", '<'}, {"gt", '>'}, {"quot", '"'}, {"apos", '\''}};
    const auto found = std::ranges::find(entities, name, &std::pair<std::string_view, char>::first);
    if (found == std::end(entities)) return false;
    out += found->second;
    return true;
}

/// Sets `out` to what the escaped `text` means. False where that takes a parser: numeric entities, controls, what is not
/// UTF-8.
bool unescape(std::string_view text, std::string& out) {
    out.clear();
    if (std::ranges::any_of(text, [](char c) { return static_cast<unsigned char>(c) < 0x20; })) return false;
    for (auto at = text.find('&'); at != std::string_view::npos; at = text.find('&')) {
        out.append(text, 0, at);
        text.remove_prefix(at + 1);
        const auto name = take_until(text, ';');
        if (!name || !append_entity(out, *name)) return false;
    }
    out += text;
    const bool is_ascii = std::ranges::none_of(out, [](char c) { return static_cast<unsigned char>(c) >= 0x80; });
    return is_ascii || utf8::count_bad(out) == 0;
}

bool read_attributes(std::string_view& line, GraphRecord& record) {
    while (take(line, " ")) {
        const auto name = take_until(line, '=');
        if (!name || !take(line, "\"")) return false;
        const auto value = take_until(line, '"');
        if (!value || value->find('<') != std::string_view::npos) return false;
        if (std::string* wanted = record.attribute(*name); wanted && !unescape(*value, *wanted)) return false;
    }
    return take(line, ">");
}

}  // namespace

bool read_line(std::string_view line, GraphRecord& record) {
    record.clear();
    record.is_edge = line.starts_with("<edge ");
    if (!take(line, record.is_edge ? "<edge" : "<node") || !read_attributes(line, record)) return false;
    while (take(line, "<data key=\"")) {
        const auto key = take_until(line, '"');
        if (!key || !take(line, ">")) return false;
        const auto text = take_until(line, '<');
        if (!text || !take(line, "/data>")) return false;
        if (std::string* wanted = record.data(*key); wanted && !unescape(*text, *wanted)) return false;
    }
    return line == (record.is_edge ? "</edge>" : "</node>");
}

}  // namespace entente
