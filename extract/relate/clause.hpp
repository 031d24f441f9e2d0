// SPDX-License-Identifier: Apache-2.0
// The arguments of a predicate, wherever the sentence puts them: passives, relative clauses, control, coordination.
#pragma once

#include <string>
#include <vector>

#include "core/tree.hpp"
#include "extract/relate/lexicon.hpp"

namespace entente {

/// A phrase with its preposition: "with the Taliban".
struct Oblique {
    std::string_view preposition;  ///< lemma; empty for a bare phrase ("last week")
    int word = -1;
};

/// A predicate with its arguments in deep roles: the subject acts, the object is acted on, also in the passive.
struct Clause {
    int predicate = -1;
    std::string lemma;          ///< with its particle: "carry out"
    std::vector<int> subjects;  ///< conjuncts apart
    std::vector<int> objects;
    std::vector<int> indirect;
    std::vector<Oblique> obliques;
    bool passive = false;
    bool adverb = false;   ///< the particle of its lemma is an adverb by the tree, so that it may be none
    bool negated = false;
};

/// The clause of a predicate. O(words around it).
[[nodiscard]] Clause clause_of(const Tree& tree, const Lexicon& lexicon, int predicate);

/// Whether the word heads a clause of its own: a verb that is no mere modifier, or what a copula links.
[[nodiscard]] bool is_predicate(const Tree& tree, int word);

/// The verb that a conjoined verb stands beside: its governor, but for a finite verb that a parser hung on an infinitive
/// ("said they may not go and called on …") the next finite verb above.
[[nodiscard]] int coordinated_with(const Tree& tree, int word);

/// "accused Iran of arming …", "thanked Qatar for hosting …": an act of whoever is accused or thanked.
[[nodiscard]] bool is_prepositional(const Tree& tree, int word);

/// The conjunct before a bare verb, whose auxiliaries it shares: "will attack Chad and bomb Mali"; else the verb itself.
[[nodiscard]] int holder_of_auxiliaries(const Tree& tree, int verb);

/// Whether a verb is negated, itself or with the verb that it stands beside: "did not attack Chad or bomb Mali".
[[nodiscard]] bool shares_negation(const Tree& tree, int verb);

/// "no", "neither", "none", "nobody": what denies a noun.
[[nodiscard]] bool denies_noun(const Token& token);

/// Whom the governor of an infinitive asks to do it by a preposition: "called on Chad to leave"; -1 for nobody.
[[nodiscard]] int addressee(const Tree& tree, const Lexicon& lexicon, int infinitive);

}  // namespace entente
