// SPDX-License-Identifier: Apache-2.0
#include "graph/builder.hpp"

namespace entente {

GraphBuilder::GraphBuilder() : pool_(std::make_shared<StringPool>()) {}

void GraphBuilder::keep(const Observation& o) {
    const auto [place, is_new] = places_.try_emplace(o.id, observations_.size());
    if (is_new) {
        observations_.push_back(o);
    } else if (observations_[place->second] < o) {
        observations_[place->second] = o;
    }
}

void GraphBuilder::add(const Triple& triple) { keep(observe(triple, *pool_)); }

void GraphBuilder::add(Observation o) {
    normalise(o);
    move_texts(o, *pool_);
    keep(o);
}

void GraphBuilder::merge(const Graph& graph) {
    for (const Observation& o : graph.observations()) add(o);
}

Graph GraphBuilder::finish() {
    pool_->freeze();
    places_ = {};
    Graph graph(std::move(observations_), std::move(pool_));
    *this = GraphBuilder();
    return graph;
}

}  // namespace entente
