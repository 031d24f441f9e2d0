// SPDX-License-Identifier: Apache-2.0
#include "graph/load.hpp"

#include <fmt/format.h>

#include "core/error.hpp"
#include "graph/builder.hpp"
#include "graph/read_gexf.hpp"
#include "graph/read_graphml.hpp"
#include "graph/read_json.hpp"
#include "graph/store.hpp"
#include "graph/store_schema.hpp"

namespace entente {
namespace {

constexpr std::string_view k_byte_order_mark = "\xEF\xBB\xBF";

char first_character(std::string_view head) {
    if (head.starts_with(k_byte_order_mark)) head.remove_prefix(k_byte_order_mark.size());
    const auto at = head.find_first_not_of(" \t\r\n");
    return at == std::string_view::npos ? '\0' : head[at];
}

void add_line(GraphBuilder& builder, std::string_view line) {
    if (line.starts_with(k_byte_order_mark)) line.remove_prefix(k_byte_order_mark.size());
    if (line.find_first_not_of(" \t") == std::string_view::npos) return;
    builder.add(triple_from_json(line));
}

Graph read_triples(io::Input& in, Diagnostics& diagnostics) {
    GraphBuilder builder;
    std::string line;
    std::string first_error;
    for (auto got = in.next_line(line); got != io::Input::Line::end; got = in.next_line(line)) {
        try {
            if (got == io::Input::Line::too_long) throw InputError("the line is too long");
            add_line(builder, line);
        } catch (const InputError& e) {
            diagnostics.push_back({Severity::Skipped, in.path(), in.line_number(), e.what()});
            if (first_error.empty()) first_error = fmt::format("{}:{}: {}", in.path(), in.line_number(), e.what());
        }
    }
    if (builder.size() == 0 && !first_error.empty())
        throw InputError(first_error + "\nThere is no triple in it. 'entente extract' makes triples from articles.");
    return builder.finish();
}

}  // namespace

GraphKind graph_kind(io::Input& input) {
    const std::string_view head = input.peek();
    if (looks_like_store(head)) return GraphKind::store;
    const char first = first_character(head);
    if (first == '<' && (head.find("<graphml") != std::string_view::npos || head.find("<gexf") != std::string_view::npos))
        return GraphKind::file;
    if (is_json_graph(head)) return GraphKind::file;
    return first == '{' ? GraphKind::triples : GraphKind::other;
}

Graph load_graph(const std::string& path, Diagnostics& diagnostics) { return load_graph(io::Input(path), diagnostics); }

Chronicle load_chronicle(const std::string& path, Clock clock, Diagnostics& diagnostics) {
    io::Input in(path);
    if (looks_like_store(in.peek())) return {Store(in.path(), Store::Use::read), clock};
    return {load_graph(std::move(in), diagnostics), clock};
}

Graph load_graph(io::Input&& in, Diagnostics& diagnostics) {
    const std::string_view head = in.peek();
    if (looks_like_store(head)) return Store(in.path(), Store::Use::read).graph();
    const char first = first_character(head);
    if (first == '<') return head.find("<gexf") != std::string_view::npos ? read_gexf(in) : read_graphml(in);
    if (is_json_graph(head)) return read_json_graph(in);
    if (first == '{' || first == '\0') {
        if (!head.empty() && head[0] == '\0') throw InputError(fmt::format("{}: is binary, not a graph", in.path()));
        return read_triples(in, diagnostics);
    }
    throw InputError(
        fmt::format("{}: is not a graph: neither a store, nor GraphML, GEXF or JSON that entente wrote, nor triples (NDJSON); 'entente "
                    "build' makes one",
                    in.path()));
}

}  // namespace entente
