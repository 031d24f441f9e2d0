// SPDX-License-Identifier: Apache-2.0
// Metrics as a table for a terminal, as JSON, and as attributes of actors in files.
#pragma once

#include <string>

#include "export/columns.hpp"
#include "graph/metrics.hpp"

namespace entente {

/// The `top` actors by PageRank, and the `top` communities with their chief actors.
void append_metrics(std::string& out, const Graph& graph, const Metrics& metrics, std::size_t top);

/// degree, strength, pagerank, betweenness, core, community: as docs/formats.md explains them. Shares are rounded to six
/// decimals.
[[nodiscard]] std::vector<Column> metric_columns(const Metrics& metrics);

/// [{"id":"CHN","degree":…,"strength":…,"pagerank":…,"betweenness":…,"core":…,"community":…} …], all actors by id.
void append_metrics_json(std::string& out, const Graph& graph, const Metrics& metrics);

}  // namespace entente
