// SPDX-License-Identifier: Apache-2.0
// Actors, edges and evidence as JSON: the same words in every command and format.
#pragma once

#include <string>

#include "graph/graph.hpp"

namespace entente {

/// {"id":"CHN","label":"China","kind":"country","country":"CHN","mentions":12,"first":"2021-08-25","last":…}
void append_actor_json(std::string& out, const Actor& actor);

/// {"id":"e:…","subject":"CHN","type":"REQUEST"|null,"object":"taliban","polarity":…,"label":…,"quad":3|null,
/// "weight":…,…,"days":[…]}, with "evidence":[…] where it is wanted.
void append_edge_json(std::string& out, const Graph& graph, const Edge& edge, bool with_evidence);

/// One observation, all of it but the ids of its edge's ends, its type and polarity.
void append_observation_json(std::string& out, const Observation& o);

}  // namespace entente
