// SPDX-License-Identifier: Apache-2.0
// Which words head clauses, and whose clause it is: the subject, also where it is written only once for several verbs.
#pragma once

#include "core/tree.hpp"
#include "extract/open/phrase.hpp"

namespace entente::open {

/// How the clause was found.
enum class Rule : std::uint8_t {
    verb,        ///< a clause with a subject of its own
    copula,      ///< "X is Y"
    conjunct,    ///< shares the subject of the verb that it is coordinated with
    relative,    ///< "…, which Y": the subject or object is the noun in front
    participle,  ///< "a ship carrying grain", "a bridge built by X"
    adverbial,   ///< "arriving in Oslo, X …": the subject of the main clause
    purpose,     ///< "came to see Y", "left after seeing Y": the same, behind a joining word
    controlled,  ///< "urged X to Y", "saw X leave"
    apposition,  ///< "X, the Y"
};
constexpr std::size_t k_rules = 9;

[[nodiscard]] std::string_view name(Rule rule);

/// A verb, or a form of "be" that is neither copula nor auxiliary.
[[nodiscard]] bool is_verb(const Tree& tree, int word);
[[nodiscard]] bool is_wh(const Token& token);
/// who, which, that
[[nodiscard]] bool is_relative_pronoun(const Token& token);

/// Whether the word heads a clause: a verb that is no mere modifier, or what a copula links.
[[nodiscard]] bool heads_clause(const Tree& tree, int word);

/// Whether the word completes the predicate above so closely that both are one relation: "agreed to pay", "is ready to
/// talk". Not where an object stands between: "urged Oslo to talk".
[[nodiscard]] bool is_merged(const Tree& tree, int word);

/// The predicate and what is merged into it, from the top down.
[[nodiscard]] Words chain(const Tree& tree, int predicate);

/// A subject, and by which rule it is one; -1 where there is none.
struct FoundSubject {
    int word = -1;
    Rule rule = Rule::verb;
};
[[nodiscard]] FoundSubject subject_of(const Tree& tree, int predicate);

/// The noun that the relative clause of this predicate is about; -1 outside of one.
[[nodiscard]] int antecedent_of(const Tree& tree, int predicate);

}  // namespace entente::open
