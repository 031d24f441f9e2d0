// SPDX-License-Identifier: Apache-2.0
// The merged, dated, typed multigraph: an immutable value. Actors and edges are derived from a set of observations and
// from nothing else, so that any order and any grouping of the same triples gives the same graph.
#pragma once

#include <array>
#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "graph/packed.hpp"

namespace entente {

/// Label, kind and country are the commonest that its mentions have; of equals the smallest, and any known kind before
/// `other`.
struct Actor {
    std::string_view id;
    std::string_view label;
    std::string_view country;  ///< empty = none
    Kind kind = Kind::other;
    std::uint32_t mentions = 0;  ///< in how many observations, counted once for each side
    std::optional<Date> first;   ///< of the observations that have a date
    std::optional<Date> last;
};

/// The index of the actor with that id among `actors`, which are by id. O(log actors).
[[nodiscard]] std::optional<std::uint32_t> find_actor(std::span<const Actor> actors, std::string_view id);

/// All observations with the same subject, type, object and polarity.
struct Edge {
    std::uint32_t subject = 0;  ///< index into Graph::actors()
    std::uint32_t object = 0;
    std::optional<Type> type;
    Polarity polarity = Polarity::affirmed;
    bool symmetric = false;    ///< some observation states it as mutual; then subject ≤ object
    std::string_view label;    ///< the commonest phrase, of equals the smallest
    std::uint32_t weight = 0;  ///< distinct observations, a report and its copies being one; never 0
    std::uint32_t documents = 0;  ///< with those of copies
    std::uint32_t sources = 0;  ///< the same
    std::optional<Date> first;
    std::optional<Date> last;
    double goldstein = 0;                     ///< mean
    double confidence = 0;                    ///< 1 - Π(1 - c): as if the observations were independent
    std::array<std::uint32_t, 4> statuses{};  ///< by Status
    std::uint32_t evidence_begin = 0;         ///< see Graph::evidence()
    std::uint32_t days_begin = 0;             ///< see Graph::days()
    std::uint32_t days_count = 0;
};

/// "REQUEST", "OTHER", and "NOT_REQUEST" where it is negated: at most 44 classes. No two edges between the same actors
/// in the same direction share it.
[[nodiscard]] std::string class_name(const Edge& edge);

class Graph {
public:
    Graph() = default;

    /// The graph of `observations` (distinct ids, normal form, packed by `archive`). O(n log n).
    Graph(std::vector<PackedObservation> observations, std::shared_ptr<const Archive> archive);

    [[nodiscard]] std::span<const Actor> actors() const { return actors_; }  ///< by id
    /// By subject id, type (the ontology's order), object id, polarity.
    [[nodiscard]] std::span<const Edge> edges() const { return edges_; }
    /// Edge by edge; within an edge by date (undated first), document, sentence, id.
    [[nodiscard]] Observations observations() const { return {packed(), {}}; }
    [[nodiscard]] Observations evidence(const Edge& edge) const { return {packed(edge), {}}; }
    /// The same as they are kept, for those who go through many and need little of each.
    [[nodiscard]] std::span<const PackedObservation> packed() const { return observations_; }
    [[nodiscard]] std::span<const PackedObservation> packed(const Edge& edge) const {
        return packed().subspan(edge.evidence_begin, edge.weight);
    }
    /// The days on which the edge was observed, rising.
    [[nodiscard]] std::span<const Date> days(const Edge& edge) const {
        return std::span(days_).subspan(edge.days_begin, edge.days_count);
    }
    [[nodiscard]] const Actor& subject(const Edge& edge) const { return actors_[edge.subject]; }
    [[nodiscard]] const Actor& object(const Edge& edge) const { return actors_[edge.object]; }
    [[nodiscard]] std::optional<std::uint32_t> find(std::string_view id) const { return find_actor(actors_, id); }
    /// Keeps the texts alive; the graphs cut from this one share it.
    [[nodiscard]] const std::shared_ptr<const Archive>& archive() const { return archive_; }

private:
    std::shared_ptr<const Archive> archive_;
    std::vector<PackedObservation> observations_;
    std::vector<Actor> actors_;
    std::vector<Edge> edges_;
    std::vector<Date> days_;
};

}  // namespace entente
