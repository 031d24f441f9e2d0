// SPDX-License-Identifier: Apache-2.0
#include "export/text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>

#include "core/io/utf8.hpp"
#include "export/look.hpp"
#include "export/surest.hpp"
#include "graph/copies.hpp"
#include "graph/evidence_json.hpp"

namespace entente {
namespace {

constexpr std::string_view k_bold = "1";
constexpr std::string_view k_dim = "2";
constexpr std::size_t k_class_width = 14;  // NOT_LOCATED_IN
constexpr std::size_t k_alternatives = 5;  // relations shown per hop
constexpr std::size_t k_publishers = 5;    // named beside a sentence
constexpr std::size_t k_phrase_width = 60;
constexpr std::size_t k_own_phrase_width = 40;
constexpr std::size_t k_pair_width = 48;

std::string painted(std::string_view text, std::string_view code, const TextStyle& style) {
    return style.colour ? fmt::format("\x1b[{}m{}\x1b[0m", code, text) : std::string(text);
}

/// Red for conflict, green for cooperation.
std::string_view class_colour(const Edge& edge) {
    const int q = edge.type && edge.polarity == Polarity::affirmed ? quad(*edge.type) : 0;
    return q == 0 ? "0" : q <= 2 ? "32" : "31";
}

bool is_between(char32_t c, char32_t first, char32_t last) { return c >= first && c <= last; }

bool is_invisible(char32_t c) {
    return is_between(c, 0x300, 0x36F) || is_between(c, 0x200B, 0x200F) || is_between(c, 0xFE00, 0xFE0F) ||
           is_between(c, 0x20D0, 0x20FF) || c == 0xAD || c == 0xFEFF;
}

bool is_wide(char32_t c) {
    return is_between(c, 0x1100, 0x115F) || is_between(c, 0x2E80, 0xA4CF) || is_between(c, 0xAC00, 0xD7A3) ||
           is_between(c, 0xF900, 0xFAFF) || is_between(c, 0xFE30, 0xFE6F) || is_between(c, 0xFF00, 0xFF60) ||
           is_between(c, 0x1F300, 0x1FAFF) || is_between(c, 0x20000, 0x3FFFD);
}

/// Controls of the terminal and of the writing direction.
bool is_steering(char32_t c) {
    return c < 0x20 || is_between(c, 0x7F, 0x9F) || is_between(c, 0x202A, 0x202E) || is_between(c, 0x2066, 0x2069) ||
           is_between(c, 0x2028, 0x2029);
}

void append_wrapped(std::string& out, std::string_view text, std::size_t indent, std::size_t width) {
    std::size_t used = 0;
    for (std::size_t begin = 0; begin < text.size();) {
        const std::size_t end = std::min(text.find(' ', begin), text.size());
        const std::string_view word = text.substr(begin, end - begin);
        const std::size_t wide = columns(word);
        if (used > 0 && indent + used + 1 + wide > width) {
            out += '\n';
            used = 0;
        }
        out += used == 0 ? std::string(indent, ' ') : " ";
        out += word;
        used += wide + (used > 0);
        begin = end + 1;
    }
    out += '\n';
}

std::string span_of_days(const Edge& e) {
    if (!e.first) return "undated";
    return *e.first == *e.last ? to_string(*e.first) : to_string(*e.first) + " .. " + to_string(*e.last);
}

std::string label_of(const Graph& graph, std::uint32_t actor, const TextStyle& style) {
    return painted(printable(graph.actors()[actor].label), k_bold, style);
}

std::string who_says(const Said& said) {
    if (!said.any()) return {};
    return fmt::format("  ({}{}{})", said.verb.empty() ? "" : printable(said.verb), said.verb.empty() ? "" : ": ", printable(speakers(said)));
}

std::string cut(std::string text, std::size_t width) { return columns(text) > width ? fitted(text, width) : text; }

/// "also published by a.txt, b.txt and 3 more": the sources of its copies, each once.
std::string also_published(const Observation& o) {
    std::vector<std::string> names;
    for (const Publication& p : publications(o)) {
        std::string name = printable(p.source.empty() ? p.document : p.source);
        if (std::ranges::find(names, name) == names.end()) names.push_back(std::move(name));
    }
    const std::size_t all = names.size();
    names.resize(std::min(all, k_publishers));
    std::string out = fmt::format("also published by {}", fmt::join(names, ", "));
    if (names.size() < all) out += fmt::format(" and {} more", all - names.size());
    return out;
}

void append_observation(std::string& out, const Observation& o, std::size_t indent, std::string_view mark,
                        const TextStyle& style) {
    const std::string_view place = o.source.empty() ? o.doc : o.source;
    const std::string status = o.status == Status::actual ? "" : fmt::format("  {}", name(o.status));
    const std::string line = fmt::format(
        "{}  {:.2f}  {}, {}: \"{}\"{}{}", o.date ? to_string(*o.date) : "undated   ", o.confidence,
        printable(place), o.sentence.empty() && !o.rule.empty() ? "by " + printable(o.rule) : fmt::format("sentence {}", o.sentence_index + 1),
        cut(printable(o.phrase), k_own_phrase_width), status, who_says(o.said));
    out += std::string(indent, ' ') + std::string(mark) + painted(line, k_dim, style) + "\n";
    if (!o.sentence.empty()) append_wrapped(out, printable(o.sentence), indent + mark.size() + 2, style.width);
    if (!o.copies.empty()) append_wrapped(out, also_published(o), indent + mark.size() + 2, style.width);
}

void append_hop(std::string& out, const Graph& graph, const Hop& hop, const TextStyle& style) {
    out += fmt::format("   {} to {}{}\n", label_of(graph, hop.from, style), label_of(graph, hop.to, style),
                       hop.day ? " on " + to_string(*hop.day) : "");
    const std::size_t shown = std::min(hop.edges.size(), k_alternatives);
    for (std::size_t i = 0; i < shown; ++i) {
        const Edge& edge = graph.edges()[hop.edges[i]];
        const std::string_view arrow = edge.symmetric ? "<>" : edge.subject == hop.from ? "->" : "<-";
        out += fmt::format("     {} {}\n", arrow, relation_line(edge, style));
        append_evidence(out, graph, edge, 8, style);
    }
    if (shown < hop.edges.size())
        out += fmt::format("     and {} more\n", counted(hop.edges.size() - shown, "relation"));
}

}  // namespace

std::string counted(std::size_t n, std::string_view what) { return fmt::format("{} {}{}", n, what, n == 1 ? "" : "s"); }

std::string printable(std::string_view text) {
    std::string out;
    for (std::size_t i = 0; i < text.size();) {
        const auto d = utf8::decode(text, i);
        const bool blank = is_steering(d.code) || d.code == ' ';
        if (!blank) utf8::append(out, d.code);
        if (blank && !out.empty() && out.back() != ' ') out += ' ';
        i += d.length;
    }
    if (out.ends_with(' ')) out.pop_back();
    return out;
}

std::size_t columns(std::string_view text) {
    std::size_t n = 0;
    for (std::size_t i = 0; i < text.size();) {
        const auto d = utf8::decode(text, i);
        n += is_invisible(d.code) ? 0u : is_wide(d.code) ? 2u : 1u;
        i += d.length;
    }
    return n;
}

std::string fitted(std::string_view text, std::size_t width) {
    std::string out(text);
    if (columns(out) > width) {
        while (columns(out) + 1 > width) {  // drop the last character, all of its bytes
            while (!out.empty() && (static_cast<unsigned char>(out.back()) & 0xC0) == 0x80) out.pop_back();
            out.pop_back();
        }
        out += "…";
    }
    return out + std::string(width - columns(out), ' ');
}

std::string relation_line(const Edge& edge, const TextStyle& style) {
    const std::string phrase = cut(printable(edge.label), k_phrase_width);
    const std::string kind = painted(fitted(class_name(edge), k_class_width), class_colour(edge), style);
    return fmt::format("{} {:>3}x  {}  {:.2f}  \"{}\"", kind, edge.weight, fitted(span_of_days(edge), 24),
                       edge.confidence, phrase);
}

std::size_t pair_width(const Graph& graph, const Edge& edge) {
    const TextStyle plain;
    return std::min(columns(pair_line(graph, edge, plain)), k_pair_width);
}

std::string pair_line(const Graph& graph, const Edge& edge, const TextStyle& style, std::size_t width) {
    const std::string line = fmt::format("{} {} {}", label_of(graph, edge.subject, style),
                                         edge.symmetric ? "<->" : "->", label_of(graph, edge.object, style));
    const std::size_t used = width > 0 ? pair_width(graph, edge) : 0;
    return line + std::string(width > used ? width - used : 0, ' ');
}

std::vector<Observation> surest(std::vector<Observation> evidence, std::size_t n) {
    if (n == 0 || evidence.size() <= n) return evidence;
    std::ranges::stable_sort(evidence, std::greater<>{}, &Observation::confidence);
    evidence.resize(n);
    std::ranges::stable_sort(evidence, {}, &Observation::date);
    return evidence;
}

void append_evidence(std::string& out, std::vector<Observation> evidence, std::size_t indent,
                     std::string_view mark, const TextStyle& style) {
    const std::size_t all = evidence.size();
    evidence = surest(std::move(evidence), style.evidence);
    for (const Observation& o : evidence) append_observation(out, o, indent, mark, style);
    if (evidence.size() < all)
        out += fmt::format("{:{}}and {} more\n", "", indent + mark.size(), counted(all - evidence.size(), "sentence"));
}

void append_evidence(std::string& out, const Graph& graph, const Edge& edge, std::size_t indent,
                     const TextStyle& style) {
    const Observations evidence = graph.evidence(edge);
    append_evidence(out, {evidence.begin(), evidence.end()}, indent, "", style);
}

void append_path(std::string& out, const Graph& graph, const Path& path, std::size_t number, const TextStyle& style) {
    out += fmt::format("{}. {}", number, label_of(graph, path.hops.front().from, style));
    for (const Hop& hop : path.hops) out += " > " + label_of(graph, hop.to, style);
    out += fmt::format("   {}, confidence {:.2f}\n", counted(path.hops.size(), "hop"), path.confidence);
    for (const Hop& hop : path.hops) append_hop(out, graph, hop, style);
}

}  // namespace entente
