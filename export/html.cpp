// SPDX-License-Identifier: Apache-2.0
// The interactive page: the bundle of page/, with the graph in it as JSON. page/src/model.ts reads what is written here.
#include <fmt/format.h>

#include <string_view>
#include <unordered_map>
#include <vector>

#include "core/error.hpp"
#include "export/html.hpp"
#include "export/layout.hpp"
#include "export/sink.hpp"
#include "export/writers.hpp"
#include "graph/copies.hpp"
#include "graph/evidence_json.hpp"

extern "C" const char entente_page[], entente_page_end[];

namespace entente {
namespace {

constexpr std::string_view k_slot = "{{DATA}}";

/// The bundle, or nothing.
std::string_view page() { return {entente_page, static_cast<std::size_t>(&entente_page_end[0] - &entente_page[0])}; }

/// A JSON string that may stand in a script element: no text can end the element or open a comment in it.
void append_script_string(std::string& out, std::string_view text) {
    std::string json;
    append_json_string(json, text);
    for (std::size_t i = 0; i < json.size(); ++i) {
        const std::string_view rest = std::string_view(json).substr(i);
        if (json[i] == '<' || json[i] == '>' || json[i] == '&')
            out += fmt::format("\\u{:04x}", static_cast<unsigned>(json[i]));
        else if (rest.starts_with("\xE2\x80\xA8") || rest.starts_with("\xE2\x80\xA9")) {  // U+2028, U+2029: line ends of scripts
            out += rest[2] == '\xA8' ? "\\u2028" : "\\u2029";
            i += 2;
        } else
            out += json[i];
    }
}

/// Texts that are written once and then named by number. Those that an Archive shares have equal addresses where they are equal.
class TextTable {
public:
    std::size_t operator()(std::string_view text) {
        if (text.empty()) return 0;
        const auto [at, is_new] = known_.try_emplace(text.data(), texts_.size());
        if (is_new) texts_.push_back(text);
        return at->second;
    }
    /// Any other text.
    std::size_t copy(std::string_view text) { return (*this)(own_.intern(text)); }
    [[nodiscard]] const std::vector<std::string_view>& all() const { return texts_; }

private:
    StringPool own_;
    std::unordered_map<const char*, std::size_t> known_;
    std::vector<std::string_view> texts_{std::string_view{}};
};

std::string day(std::optional<Date> date) { return date ? fmt::format("{}", date->days) : "null"; }

void put_types(Sink& sink) {
    sink.text += "{\"types\":[";
    for (std::size_t i = 0; i < k_type_count; ++i)
        sink.print("[\"{}\",{}],", name(static_cast<Type>(i)), quad(static_cast<Type>(i)));
    sink.text += "[\"OTHER\",0]]";
}

void put_actors(Sink& sink, const Graph& graph, const std::vector<Point>& positions) {
    const std::vector<Point> points = positions.empty() ? layout(graph) : positions;
    sink.text += ",\n\"actors\":[";
    for (std::size_t i = 0; i < points.size(); ++i) {
        const Actor& a = graph.actors()[i];
        sink.text += i ? ",\n[" : "[";
        append_script_string(sink.text, a.id);
        sink.text += ',';
        append_script_string(sink.text, a.label);
        sink.print(",{},", static_cast<int>(a.kind));
        append_script_string(sink.text, a.country);
        sink.print(",{},{},{}]", a.mentions, points[i].x, points[i].y);
        sink.checkpoint();
    }
    sink.text += ']';
}

void put_edges(Sink& sink, const Graph& graph, TextTable& texts) {
    sink.text += ",\n\"edges\":[";
    for (const Edge& e : graph.edges()) {
        sink.text += &e == graph.edges().data() ? "[" : ",\n[";
        sink.print("{},{},{},{:d},{:d},{},{},{},{}]", e.subject, e.object, rank(e.type), e.polarity == Polarity::negated,
                   e.symmetric, texts(e.label), e.goldstein, e.confidence, e.weight);
        sink.checkpoint();
    }
    sink.text += ']';
}

void put_observations(Sink& sink, const Graph& graph, TextTable& texts) {
    sink.text += ",\n\"observations\":[";
    bool is_first = true;
    for (const Observation& o : graph.observations()) {
        sink.text += is_first ? "[" : ",\n[";
        is_first = false;
        const auto published = o.published ? std::optional(o.published->date()) : std::nullopt;
        sink.print("{},{},{},{},{},{},{},{},", day(o.date), day(published), texts(o.sentence), texts.copy(o.subject.text),
                   texts(o.phrase), texts.copy(o.object.text), texts(o.source), static_cast<int>(o.status));
        sink.print("{},{},{},{:d}", texts.copy(speakers(o.said)), texts.copy(o.said.verb),
                   o.confidence, o.swapped);
        for (const Publication& p : publications(o)) sink.print(",{}", texts.copy(p.source.empty() ? p.document : p.source));
        sink.text += ']';
        sink.checkpoint();
    }
    sink.text += ']';
}

void put_texts(Sink& sink, const TextTable& texts) {
    sink.text += ",\n\"texts\":[\"\"";
    for (std::size_t i = 1; i < texts.all().size(); ++i) {
        sink.text += ",\n";
        append_script_string(sink.text, texts.all()[i]);
        sink.checkpoint();
    }
    sink.text += "]}";
}

}  // namespace

bool has_page() { return !page().empty(); }

void check_page() {
    if (!has_page())
        throw UsageError(
            "this program was built without the interactive page: node and npm were missing.\n"
            "Install them (apt-get install nodejs npm), then build entente anew; or write GraphML or GEXF for Gephi.");
}

void write_html(const Graph& graph, const ExportOptions& options, io::Output& out) {
    check_page();
    const auto slot = page().find(k_slot);
    Sink sink(out);
    TextTable texts;
    sink.text += page().substr(0, slot);
    put_types(sink);
    put_actors(sink, graph, options.positions);
    put_edges(sink, graph, texts);
    put_observations(sink, graph, texts);
    put_texts(sink, texts);
    sink.text += page().substr(slot + k_slot.size());
    sink.flush();
}

}  // namespace entente
