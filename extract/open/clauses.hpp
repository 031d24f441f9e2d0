// SPDX-License-Identifier: Apache-2.0
// What a sentence states, clause by clause: a subject, the words of the relation, arguments. The rules are those of open
// information extraction over Universal Dependencies; views.hpp says what is printed of a clause.
#pragma once

#include <string_view>
#include <vector>

#include "extract/open/predicates.hpp"

namespace entente::open {

enum class ArgumentKind : std::uint8_t {
    object,
    indirect,    ///< "gave | Malta | help"
    complement,  ///< what a copula or a verb like it says of the subject
    content,     ///< the clause that is said, thought, meant
    oblique,     ///< a phrase, mostly with a preposition
    adverbial,   ///< a clause that says when, why, what for
    adverb,
};

struct ClauseArgument {
    ArgumentKind kind = ArgumentKind::object;
    int head = -1;
    Words lead;       ///< prepositions, or what joins a clause ("when", "to")
    int around = -1;  ///< the phrase leaves out what holds this word
};

struct OpenClause {
    Rule rule = Rule::verb;
    int predicate = -1;
    std::string_view inferred;  ///< is, are, was, were: stands for the verb or auxiliary that is not there
    Words relation;             ///< in text order
    int subject = -1;           ///< head of the subject's phrase
    std::vector<ClauseArgument> args;
    bool negated = false;
};

/// Stated by nouns, without a verb.
[[nodiscard]] inline bool is_nominal(Rule rule) { return rule == Rule::apposition; }

/// A verb of speech or thought, whose content may stand around it: "…, the minister said, …".
[[nodiscard]] bool reports(const Token& token);

/// All clauses of the sentence, in the order of their predicates, then the appositions. O(words · depth).
[[nodiscard]] std::vector<OpenClause> clauses(const Tree& tree);

/// Appends what nouns state without a verb: appositions.
void add_nominal(const Tree& tree, std::vector<OpenClause>& out);

}  // namespace entente::open
