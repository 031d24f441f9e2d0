// SPDX-License-Identifier: Apache-2.0
// The same report in several papers, or twice in the input: one observation, with what was published elsewhere as its
// copies. A pure function of a set of observations, so that merging stays commutative, associative and idempotent.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "graph/packed.hpp"

namespace entente {

inline constexpr std::int32_t k_copy_days = 3;

/// Folds `all` (distinct ids, normal form, no copies yet, packed by `archive`): the earliest of a report stays and gets the
/// others as its `copies`. Two observations of one edge are of one report when their verb is the same, their days are
/// at most three apart (or both have none), and
/// - they are the same sentence of the same document, from two sources; or
/// - one sentence is the other, or the other with at most two fifths of its words left out; it has six words or more.
/// A word or figure that was replaced tells of another act ("Bahrain recalls its ambassador …", "Turkey recalls …").
/// What is linked over a third counts as one, too. Within one document from one source nothing is folded. O(n log n),
/// and the square of those of one edge and verb within three days.
void fold_copies(std::vector<PackedObservation>& all, Archive& archive);

/// A copy and the observation that stands for both: indices.
struct Folded {
    std::uint32_t report = 0;
    std::uint32_t copy = 0;
};

/// The same, but the copies stay where they are, without a `report`. They come in the order of time within a report.
std::vector<Folded> mark_copies(std::vector<PackedObservation>& all, Archive& archive);

/// Where else a report was published.
struct Publication {
    std::string document;
    std::string source;
};

/// Of the copies of `o`, in the order of time. 2 µs each. Throws InputError where they are damaged.
[[nodiscard]] std::vector<Publication> publications(const Observation& o);
[[nodiscard]] inline std::vector<Publication> publications(const PackedObservation& o) {
    return o.has_copies() ? publications(unpack(o)) : std::vector<Publication>();
}

/// Calls `take` for `o` without its copies, then for each of them; the texts are valid during the call.
void for_each_copy(const Observation& o, const std::function<void(const Observation&)>& take);

}  // namespace entente
