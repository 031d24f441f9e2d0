// SPDX-License-Identifier: Apache-2.0
#include "graph/chronicle.hpp"

#include <algorithm>
#include <iterator>

#include "graph/store_evidence.hpp"

namespace entente {

struct Chronicle::OpenStore {
    explicit OpenStore(Store opened) : store(std::move(opened)), snapshot(store.database()) {}
    Store store;
    Snapshot snapshot;
};

Chronicle::Chronicle(Graph graph, Clock clock) : graph_(std::move(graph)), facts_{TemporalGraph(graph_, clock), {}} {}

Chronicle::Chronicle(Store store, Clock clock)
    : store_(std::make_unique<OpenStore>(std::move(store))), facts_(read_facts(store_->store.database(), clock)) {}

Chronicle::Chronicle(Chronicle&&) noexcept = default;
Chronicle& Chronicle::operator=(Chronicle&&) noexcept = default;
Chronicle::~Chronicle() = default;

Graph Chronicle::part(std::vector<std::uint32_t> evidence) const {
    std::ranges::sort(evidence);
    evidence.erase(std::unique(evidence.begin(), evidence.end()), evidence.end());
    if (store_) return from_store(std::move(evidence));
    std::vector<PackedObservation> all;
    for (const auto i : evidence) all.push_back(graph_.packed()[i]);
    return {std::move(all), graph_.archive()};
}

Graph Chronicle::from_store(std::vector<std::uint32_t> rows) const {
    std::vector<std::uint32_t> copies;
    for (const auto row : rows)
        for (const Folded& f : std::ranges::equal_range(facts_.copies, row, {}, &Folded::report)) copies.push_back(f.copy);
    std::ranges::copy(copies, std::back_inserter(rows));
    std::ranges::sort(rows);  // as they lie on the disk
    const auto archive = std::make_shared<Archive>();
    StoredEvidence evidence(store_->store.database(), *archive);
    std::vector<PackedObservation> all;
    for (const auto row : rows) all.push_back(evidence.at(row));
    fold_copies(all, *archive);
    archive->freeze();
    return {std::move(all), archive};
}

}  // namespace entente
