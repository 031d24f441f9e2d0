// SPDX-License-Identifier: Apache-2.0
#include "models/train/repair_families.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <vector>

namespace entente {
namespace {

constexpr std::size_t k_groups = 255;
constexpr int k_rounds = 12;

using Row = std::array<float, k_groups>;  // a number of every centre: the inner loop runs over centres

std::size_t nearest(const std::vector<float>& vector, const std::vector<Row>& centres) {
    Row cosine{};
    for (std::size_t d = 0; d < vector.size(); ++d)
        for (std::size_t k = 0; k < k_groups; ++k) cosine[k] += vector[d] * centres[d][k];
    return static_cast<std::size_t>(std::ranges::max_element(cosine) - cosine.begin());
}

void normalise(std::vector<Row>& centres) {
    for (std::size_t k = 0; k < k_groups; ++k) {
        float square = 0;
        for (const Row& row : centres) square += row[k] * row[k];
        const float length = std::sqrt(square);
        if (length > 0)
            for (Row& row : centres) row[k] /= length;
    }
}

}  // namespace

std::string learned_families(const Language& language) {
    const auto words = language.words_by_frequency();
    std::vector<std::vector<float>> vectors;
    std::size_t dimensions = 0;
    for (const std::string_view word : words) {
        vectors.push_back(language.vector(word));
        dimensions = std::max(dimensions, vectors.back().size());
    }
    std::vector<Row> centres(dimensions);
    for (std::size_t k = 0; k < k_groups; ++k) {  // from words of all ranks, most of them common ones
        const std::size_t rank = k * k * (words.size() - 1) / (k_groups * k_groups);
        for (std::size_t d = 0; d < vectors[rank].size(); ++d) centres[d][k] = vectors[rank][d];
    }
    std::string out(words.size(), '\0');
    for (int round = 0; round < k_rounds; ++round) {
        std::vector<Row> sums(dimensions);
        for (std::size_t i = 0; i < words.size(); ++i) {
            if (vectors[i].empty()) continue;
            const std::size_t k = nearest(vectors[i], centres);
            out[i] = static_cast<char>(k + 1);
            const float weight = 1 / std::sqrt(static_cast<float>(i) + 10);
            for (std::size_t d = 0; d < dimensions; ++d) sums[d][k] += weight * vectors[i][d];
        }
        centres = std::move(sums);
        normalise(centres);
    }
    return out;
}

}  // namespace entente
