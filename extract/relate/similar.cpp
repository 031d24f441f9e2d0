// SPDX-License-Identifier: Apache-2.0
#include "extract/relate/similar.hpp"

#include <algorithm>
#include <array>

namespace entente {
namespace {

constexpr float k_near = 0.6F;  ///< cosine; below it verbs share topics, not meanings

float product(const std::vector<float>& a, const std::vector<float>& b) {
    float sum = 0;
    for (std::size_t i = 0; i < a.size(); ++i) sum += a[i] * b[i];
    return sum;
}

}  // namespace

SimilarVerbs::SimilarVerbs(const Language& language, const Lexicon& lexicon) : language_(language) {
    for (const auto& [verb, type] : lexicon.plain_verbs())
        if (auto vector = language.vector(verb); !vector.empty()) known_.push_back({verb, quad(type), std::move(vector)});
}

std::string_view SimilarVerbs::like(std::string_view verb) const {
    struct Near {
        float cosine = -1;
        const Known* known = nullptr;
    };
    const auto vector = language_.vector(verb);
    if (vector.empty()) return {};
    std::array<Near, 3> best;
    for (const Known& k : known_) {
        Near near{product(vector, k.vector), &k};
        for (Near& b : best)
            if (near.cosine > b.cosine) std::swap(near, b);
    }
    const bool agree = std::ranges::all_of(best, [&](const Near& n) { return n.known && n.known->quad == best[0].known->quad; });
    return agree && best[0].cosine >= k_near ? std::string_view(best[0].known->verb) : std::string_view{};
}

}  // namespace entente
