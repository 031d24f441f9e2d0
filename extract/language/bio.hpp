// SPDX-License-Identifier: Apache-2.0
// Labels B-PER, I-PER … O of the words of a sentence → named entities.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "core/sentence.hpp"

namespace entente::nn {

inline constexpr std::size_t k_most_labels = 32;

/// Scores of at most k_most_labels labels: `count` rows of `labels`, `stride` apart.
struct LabelScores {
    const float* values = nullptr;
    std::size_t count = 0;
    std::size_t stride = 0;
    std::size_t labels = 0;
};

/// The sequence of the highest sum of scores and of `next` ([before, label]; the first label is taken to follow label
/// 0, which is O). Viterbi: O(count * labels^2); `back` is room to work in.
void best_sequence(const LabelScores& scores, std::span<const float> next, std::vector<std::uint32_t>& back,
                   std::vector<std::uint32_t>& out);

/// What a label says: whether an entity begins with it or goes on, and of which kind.
struct BioLabel {
    enum Mark : std::uint8_t { outside, begins, inside };
    Mark mark = outside;
    EntityKind kind = EntityKind::misc;
};

/// "O", "B-PER", "I-LOC" … Throws InputError for anything else.
[[nodiscard]] BioLabel parse_bio(std::string_view label);

/// Appends the entities of words first, first + 1 … An I- that goes on nothing of its kind begins an entity.
void add_entities(std::span<const std::uint32_t> labels, std::span<const BioLabel> meaning, std::size_t first,
                  std::vector<Entity>& out);

}  // namespace entente::nn
