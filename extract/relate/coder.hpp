// SPDX-License-Identifier: Apache-2.0
// From a parsed sentence with resolved actors to typed events.
#pragma once

#include <vector>

#include "extract/actors/resolver.hpp"
#include "extract/relate/event.hpp"
#include "extract/relate/lexicon.hpp"
#include "extract/relate/operators.hpp"
#include "extract/relate/slots.hpp"

namespace entente {

/// For one sentence; borrows all that it is given.
class Coder {
public:
    Coder(const Lexicon& lexicon, const Tree& tree, const Resolver& resolver)
        : lexicon_(lexicon), tree_(tree), slots_(tree, resolver) {}

    /// The sentence's events: one for each source, type and target, the surest first of its kind kept. O(words × rows
    /// of their predicates).
    [[nodiscard]] std::vector<Event> code();

private:
    /// What a clause says by the lexicon, before operators.
    struct Reading {
        Meaning meaning;
        std::vector<Participant> targets;
        int noun = -1;  ///< the object noun that the row asked for
        std::string preposition;
        double confidence = 1;
        std::string_view rule;
    };
    void code_clause(int predicate);
    void code_noun(int noun);
    [[nodiscard]] std::optional<Reading> read_verb(const Clause& clause) const;
    [[nodiscard]] std::optional<Clause> with_following_particle(const Clause& clause) const;
    [[nodiscard]] std::optional<Reading> read_copula(const Clause& clause) const;
    [[nodiscard]] std::optional<Reading> try_row(const Clause& clause, const VerbEntry& row, int noun) const;
    [[nodiscard]] int matching_noun(const Clause& clause, const VerbEntry& row, int& specificity) const;
    [[nodiscard]] bool noun_fits(int noun, const std::string& wanted) const;
    [[nodiscard]] std::optional<Reading> read_obligation(const std::vector<Operator>& operators) const;
    [[nodiscard]] std::vector<Participant> sources_of(const Clause& clause) const;
    /// Applies the operators; false where no event is left.
    [[nodiscard]] bool compose(const std::vector<Operator>& operators, Event& shape, std::vector<Participant>& sources,
                               std::vector<Participant>& targets, const Clause& clause) const;
    [[nodiscard]] bool request(const Operator& op, std::vector<Participant>& sources, std::vector<Participant>& targets,
                               const Clause& clause) const;
    void emit(const Event& shape, const std::vector<Participant>& sources, const std::vector<Participant>& targets);
    void add(Event event);
    /// The object that belongs to the relation's words ("offered friendly relations with"), or -1.
    [[nodiscard]] int named_object(const Clause& clause, const Reading& reading) const;
    [[nodiscard]] std::vector<int> relation_words(const Clause& clause, const Reading& reading,
                                                  const std::vector<Operator>& operators) const;
    [[nodiscard]] std::vector<Participant> speakers(int predicate) const;

    const Lexicon& lexicon_;
    const Tree& tree_;
    Slots slots_;
    std::vector<Event> events_;
};

/// The lemmas under which a noun may stand in a table, longest first: "fighter jet", "jet".
[[nodiscard]] std::vector<std::string> noun_phrases(const Tree& tree, int noun);

}  // namespace entente
