// SPDX-License-Identifier: Apache-2.0
#include "extract/language/bio.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "core/error.hpp"

namespace entente::nn {

void best_sequence(const LabelScores& scores, std::span<const float> next, std::vector<std::uint32_t>& back,
                   std::vector<std::uint32_t>& out) {
    const std::size_t n = scores.count, labels = scores.labels;
    out.resize(n);
    if (n == 0) return;
    back.resize(n * labels);
    std::array<float, k_most_labels> best{}, now{};
    for (std::size_t j = 0; j < labels; ++j) best[j] = scores.values[j] + next[j];
    for (std::size_t t = 1; t < n; ++t) {
        for (std::size_t j = 0; j < labels; ++j) {
            std::size_t from = 0;
            for (std::size_t i = 1; i < labels; ++i)
                if (best[i] + next[i * labels + j] > best[from] + next[from * labels + j]) from = i;
            now[j] = best[from] + next[from * labels + j] + scores.values[t * scores.stride + j];
            back[t * labels + j] = static_cast<std::uint32_t>(from);
        }
        best = now;
    }
    auto label = static_cast<std::uint32_t>(std::max_element(best.begin(), best.begin() + labels) - best.begin());
    for (std::size_t t = n; t-- > 0;) {
        out[t] = label;
        if (t > 0) label = back[t * labels + label];
    }
}

BioLabel parse_bio(std::string_view label) {
    if (label == "O") return {};
    const auto kind = label.size() > 2 ? parse_entity_kind(label.substr(2)) : std::nullopt;
    if (!kind || label[1] != '-' || (label[0] != 'B' && label[0] != 'I'))
        throw InputError(fmt::format("model: unknown label '{}' of entities; take the model of this release", label));
    return {label[0] == 'B' ? BioLabel::begins : BioLabel::inside, *kind};
}

void add_entities(std::span<const std::uint32_t> labels, std::span<const BioLabel> meaning, std::size_t first,
                  std::vector<Entity>& out) {
    bool open = false;
    for (std::size_t i = 0; i < labels.size(); ++i) {
        const BioLabel label = meaning[labels[i]];
        const int word = static_cast<int>(first + i);
        if (open && label.mark == BioLabel::inside && out.back().kind == label.kind)
            out.back().last = word;
        else if (label.mark != BioLabel::outside)
            out.push_back({word, word, label.kind});
        open = label.mark != BioLabel::outside;
    }
}

}  // namespace entente::nn
