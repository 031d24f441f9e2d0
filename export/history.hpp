// SPDX-License-Identifier: Apache-2.0
// Histories as lines for a terminal, and as NDJSON.
#pragma once

#include <string>

#include "export/text.hpp"
#include "graph/timeline.hpp"

namespace entente {

/// A line for each period: "2021-08  ++++--  4 cooperation, 2 conflict".
void append_periods(std::string& out, const std::vector<HistoryStep>& periods, Step step, const TextStyle& style);

/// A line for each episode, and its sentence where `with_sentence`:
/// 2021-08-25  China -> Taliban  REQUEST  0.64  "urges"
void append_episode(std::string& out, const Graph& graph, const Episode& episode, std::size_t pair_columns,
                    bool with_sentence, const TextStyle& style);

/// {"date":"2021-08-25"|null,"subject":"CHN","type":"REQUEST"|null,"object":"taliban","polarity":"affirmed",
/// "evidence":{…}} and a newline.
void append_episode_json(std::string& out, const Graph& graph, const Episode& episode);

}  // namespace entente
