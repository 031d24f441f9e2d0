// SPDX-License-Identifier: Apache-2.0
// From a parsed sentence with resolved actors to typed events.
#pragma once

#include <vector>

#include "extract/actors/resolver.hpp"
#include "extract/relate/event_set.hpp"
#include "extract/relate/explain.hpp"
#include "extract/relate/lexicon.hpp"
#include "extract/relate/operators.hpp"
#include "extract/relate/sense.hpp"
#include "extract/relate/slots.hpp"
#include "extract/relate/unnamed.hpp"
#include "extract/relate/whereabouts.hpp"

namespace entente {

/// What the confidence in an end is worth that no rule of grammar gives.
inline constexpr double k_guessed = 0.6;

/// For one sentence; borrows all that it is given.
class Coder {
public:
    /// `similar` may be null: then verbs that the lexicon lacks state nothing.
    Coder(const Lexicon& lexicon, const ActorTable& table, const SimilarVerbs* similar, const Tree& tree, const Resolver& resolver,
          bool opening, Explanation* explain)
        : lexicon_(lexicon), tree_(tree), resolver_(resolver), unnamed_(table, lexicon, tree, opening), slots_(lexicon, tree, resolver, unnamed_),
          senses_(lexicon, similar, tree, slots_, explain), whereabouts_(table, lexicon, tree, resolver), explain_(explain), events_(slots_, unnamed_) {}

    /// The sentence's events: one for each source, type and target, the surest first of its kind kept. O(words × rows
    /// of their predicates).
    [[nodiscard]] std::vector<Event> code();

private:
    void code_clause(int predicate);
    [[nodiscard]] bool is_mishap(int noun) const;
    [[nodiscard]] bool is_manner(int noun, const NounEntry& entry) const;
    void code_noun(int noun);
    void code_hyphened(int participle);
    [[nodiscard]] std::optional<Sense> befallen(const Clause& clause) const;
    [[nodiscard]] std::vector<Participant> sources_of(const Clause& clause, const Sense& sense) const;
    [[nodiscard]] std::vector<Participant> outer_subject(int predicate) const;
    [[nodiscard]] std::vector<Participant> doers_of(int noun) const;
    [[nodiscard]] int noun_before(int predicate) const;
    /// Applies the operators; false where no event is left.
    [[nodiscard]] bool compose(const std::vector<Operator>& operators, Event& shape, std::vector<Participant>& sources,
                               std::vector<Participant>& targets, const Clause& clause) const;
    [[nodiscard]] bool request(const Operator& op, Event& shape, Type base, std::vector<Participant>& sources,
                               std::vector<Participant>& targets, const Clause& clause) const;
    [[nodiscard]] std::vector<Operator> operators_on_noun(int noun) const;
    [[nodiscard]] std::vector<Operator> announced(int noun) const;
    [[nodiscard]] std::vector<Participant> attackers(const Clause& clause) const;
    [[nodiscard]] std::vector<Participant> speakers(int predicate) const;
    [[nodiscard]] std::vector<Participant> makers(const Clause& clause) const;
    void name_deed(const Sense& sense, std::vector<Participant>& targets) const;
    void blame(const Event& act, const std::vector<Participant>& doers, const std::vector<Participant>& victims);

    const Lexicon& lexicon_;
    const Tree& tree_;
    const Resolver& resolver_;
    Unnamed unnamed_;
    Slots slots_;
    SenseFinder senses_;
    Whereabouts whereabouts_;
    Explanation* explain_;
    EventSet events_;
};

}  // namespace entente
