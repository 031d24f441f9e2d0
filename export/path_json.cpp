// SPDX-License-Identifier: Apache-2.0
#include "export/path_json.hpp"

#include <fmt/format.h>

#include "export/json.hpp"
#include "graph/evidence_json.hpp"

namespace entente {
namespace {

void append_hop(std::string& out, const Graph& graph, const Hop& hop) {
    out += "{\"from\":";
    append_json_string(out, graph.actors()[hop.from].id);
    out += ",\"to\":";
    append_json_string(out, graph.actors()[hop.to].id);
    if (hop.day) out += fmt::format(",\"date\":\"{}\"", to_string(*hop.day));
    out += ",\"relations\":[";
    for (const auto edge : hop.edges) {
        if (edge != hop.edges.front()) out += ',';
        append_edge_json(out, graph, graph.edges()[edge], true);
    }
    out += "]}";
}

}  // namespace

void append_path_json(std::string& out, const Graph& graph, const Path& path, std::size_t rank) {
    out += fmt::format("{{\"rank\":{},\"confidence\":{:.3f},\"actors\":[", rank, path.confidence);
    append_json_string(out, graph.actors()[path.hops.front().from].id);
    for (const Hop& hop : path.hops) {
        out += ',';
        append_json_string(out, graph.actors()[hop.to].id);
    }
    out += "],\"hops\":[";
    for (const Hop& hop : path.hops) {
        if (&hop != path.hops.data()) out += ',';
        append_hop(out, graph, hop);
    }
    out += "]}\n";
}

}  // namespace entente
