// SPDX-License-Identifier: Apache-2.0
#include "graph/builder.hpp"

#include <utility>

#include "graph/copies.hpp"

namespace entente {

GraphBuilder::GraphBuilder() : pool_(std::make_shared<StringPool>()) {}

void GraphBuilder::add(const Triple& triple) {
    std::string args;
    add(view_of(triple, args));
}

void GraphBuilder::add(Observation o) {
    if (!o.copies.empty()) return for_each_copy(o, [&](const Observation& one) { add(one); });
    const std::string_view id = std::exchange(o.id, {});
    normalise(o);
    move_texts(o, *pool_);
    const std::size_t hash = FlatIndex::hash(id);
    const auto place = places_.find(hash, [&](std::uint32_t i) { return observations_[i].id == id; });
    if (place != FlatIndex::k_nothing) {
        Observation& known = observations_[place];
        o.id = known.id;
        if (known < o) known = o;
    } else {
        o.id = pool_->keep(id);
        places_.insert(hash, static_cast<std::uint32_t>(observations_.size()),
                       [&](std::uint32_t i) { return FlatIndex::hash(observations_[i].id); });
        observations_.push_back(o);
    }
}

void GraphBuilder::merge(const Graph& graph) {
    for (const Observation& o : graph.observations()) add(o);
}

Graph GraphBuilder::finish() {
    fold_copies(observations_, *pool_);
    pool_->freeze();
    places_.clear();
    Graph graph(std::move(observations_), std::move(pool_));
    *this = GraphBuilder();
    return graph;
}

}  // namespace entente
