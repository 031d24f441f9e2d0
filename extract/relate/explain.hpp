// SPDX-License-Identifier: Apache-2.0
// How a sentence was read, for people: its tree, its clauses, the lexicon rows that fired and why others did not.
#pragma once

#include <string>
#include <utility>

#include "core/tree.hpp"
#include "extract/actors/resolver.hpp"
#include "extract/relate/clause.hpp"
#include "extract/relate/event.hpp"

namespace entente {

/// Collects lines. Where none is wanted, a null pointer is handed on, and nothing is built.
class Explanation {
public:
    /// The sentence as a table of words: number, form, lemma, tags, head, relation, and the actor that a noun names.
    void tree(const Tree& tree, const Resolver& resolver);
    /// A predicate with its arguments in deep roles.
    void clause(const Tree& tree, const Clause& clause);
    void event(const Tree& tree, const Event& event, const std::optional<Attribution>& said);  ///< and who says so
    void note(std::string_view line) { (text_ += line) += '\n'; }

    [[nodiscard]] std::string take() { return std::exchange(text_, {}); }

private:
    std::string text_;
};

}  // namespace entente
