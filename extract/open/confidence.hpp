// SPDX-License-Identifier: Apache-2.0
// How likely an open triple is to be right: a small logistic model over its rule and its context, trained by
// models/train/open_confidence.py. O(words of the triple).
#pragma once

#include <functional>
#include <span>
#include <string_view>

#include "extract/open/views.hpp"

namespace entente::open {

/// Names what the model sees of a triple ("rule=verb", "object=oblique", …), each once.
void features(const Tree& tree, const OpenTriple& triple, const std::function<void(std::string_view)>& take);

/// Gives every triple its confidence, and takes out those that are more likely wrong than is worth it: whose confidence
/// is under half the F1 that the view reaches, the bound below which a triple lowers it.
void weigh(const Tree& tree, View view, std::vector<OpenTriple>& triples);

/// A feature's weights, by view; sorted by name. Generated: confidence_weights.cpp.
struct FeatureWeight {
    std::string_view name;
    double full;
    double graph;
};
[[nodiscard]] std::span<const FeatureWeight> feature_weights();

}  // namespace entente::open
