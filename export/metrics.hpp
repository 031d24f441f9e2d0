// SPDX-License-Identifier: Apache-2.0
// Metrics as a table for a terminal, and as JSON.
#pragma once

#include <string>

#include "graph/metrics.hpp"

namespace entente {

/// The `top` actors by PageRank, and the `top` communities with their chief actors.
void append_metrics(std::string& out, const Graph& graph, const Metrics& metrics, std::size_t top);

/// [{"id":"CHN","degree":…,"strength":…,"pagerank":…,"betweenness":…,"core":…,"community":…} …], all actors by id.
void append_metrics_json(std::string& out, const Graph& graph, const Metrics& metrics);

}  // namespace entente
