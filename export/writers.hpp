// SPDX-License-Identifier: Apache-2.0
// One write function per format; formats.hpp is the way in. Each is defined in the file of its format.
#pragma once

#include "core/io/output.hpp"
#include "export/options.hpp"
#include "graph/graph.hpp"

namespace entente {

void write_graphml(const Graph& graph, const ExportOptions& options, io::Output& out);
void write_gexf(const Graph& graph, const ExportOptions& options, io::Output& out);
void write_csv_edges(const Graph& graph, const ExportOptions& options, io::Output& out);
void write_csv_nodes(const Graph& graph, const ExportOptions& options, io::Output& out);
void write_json(const Graph& graph, const ExportOptions& options, io::Output& out);
void write_ntriples(const Graph& graph, const ExportOptions& options, io::Output& out);
void write_nquads(const Graph& graph, const ExportOptions& options, io::Output& out);
void write_cypher(const Graph& graph, const ExportOptions& options, io::Output& out);
void write_ftm(const Graph& graph, const ExportOptions& options, io::Output& out);
void write_dot(const Graph& graph, const ExportOptions& options, io::Output& out);
void write_ndjson(const Graph& graph, const ExportOptions& options, io::Output& out);
void write_html(const Graph& graph, const ExportOptions& options, io::Output& out);

}  // namespace entente
