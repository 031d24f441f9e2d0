// SPDX-License-Identifier: Apache-2.0
// What the form of a clause itself says of its act: a condition, a question, a purpose, something left undone.
#pragma once

#include <string_view>

#include "core/tree.hpp"
#include "extract/relate/lexicon.hpp"

namespace entente {

/// A word that makes something of an act and the operator that it is (data/relations/operators.tsv).
struct Modality {
    int word = -1;
    std::string_view operation;  ///< empty: none
};

/// Of a clause: "suppose" for conditions ("if", "unless", "should Iran attack", "until it leaves" of the future) and
/// questions ("whether", "did Iran attack?"); "deny" for what is left undone ("without consulting", "instead of
/// attacking"). O(words beside it).
[[nodiscard]] Modality modality_of(const Tree& tree, const Lexicon& lexicon, int clause);

/// "to attack"
[[nodiscard]] bool is_infinitive(const Tree& tree, int clause);

/// Of an infinitive that says what something else is for: "purpose", unless the act came about with the other ("used drones
/// to attack", "called to condemn").
[[nodiscard]] Modality purpose_of(const Tree& tree, const Lexicon& lexicon, int infinitive);

/// Whether a clause tells of the past by its own verb: "insisted that Chad had left", not "that Chad leave".
[[nodiscard]] bool is_past(const Tree& tree, int clause);

/// Whether "would" supposes something, and does not report what somebody said he would do.
[[nodiscard]] bool would_suppose(const Tree& tree, const Lexicon& lexicon, int clause);

}  // namespace entente
