// SPDX-License-Identifier: Apache-2.0
// The words of a relation as the sentence has them: "has refused to hold talks with".
#pragma once

#include <vector>

#include "core/tree.hpp"
#include "extract/relate/clause.hpp"
#include "extract/relate/operators.hpp"
#include "extract/relate/sense.hpp"

namespace entente {

/// The object that belongs to the relation's words ("offered friendly relations with"), or -1.
[[nodiscard]] int named_object(const Clause& clause, const Sense& sense);

/// The verb with its auxiliaries, particle and what denies it, its operators, its object noun, the preposition of the
/// target; rising. O(words around them).
[[nodiscard]] std::vector<int> relation_words(const Tree& tree, const Clause& clause, const Sense& sense,
                                              const std::vector<Operator>& operators);

}  // namespace entente
