// SPDX-License-Identifier: Apache-2.0
#include "graph/builder.hpp"

#include <utility>

#include "graph/copies.hpp"

namespace entente {

GraphBuilder::GraphBuilder() : archive_(std::make_shared<Archive>()) {}

void GraphBuilder::add(const Triple& triple) {
    JsonTexts texts;
    add(view_of(triple, texts));
}

void GraphBuilder::add(Observation o, const Named* subject, const Named* object) {
    if (!o.copies.empty()) return for_each_copy(o, [&](const Observation& one) { add(one, subject, object); });
    if (normalise(o)) std::swap(subject, object);
    const auto packed = [&] {
        return archive_->pack(o, archive_->report(o.doc, o.source, o.published), archive_->name(o.subject, subject),
                              archive_->name(o.object, object));
    };
    const std::size_t hash = FlatIndex::hash(o.id);
    const auto place = places_.find(hash, [&](std::uint32_t i) { return observations_[i].id() == o.id; });
    if (place == FlatIndex::k_nothing) {
        places_.insert(hash, static_cast<std::uint32_t>(observations_.size()));
        observations_.push_back(packed());
    } else if (unpack(observations_[place]) < o) {
        observations_[place] = packed();
    }
}

void GraphBuilder::merge(const Graph& graph) {
    for (const Observation& o : graph.observations()) add(o);
}

Graph GraphBuilder::finish() {
    fold_copies(observations_, *archive_);
    archive_->freeze();
    places_.clear();
    Graph graph(std::move(observations_), std::move(archive_));
    *this = GraphBuilder();
    return graph;
}

}  // namespace entente
