// SPDX-License-Identifier: Apache-2.0
// Where a predicate's actors stand: the slots that the lexicon names.
#pragma once

#include <string>
#include <vector>

#include "extract/actors/resolver.hpp"
#include "extract/relate/clause.hpp"
#include "extract/relate/event.hpp"
#include "extract/relate/unnamed.hpp"

namespace entente {

class Slots {
public:
    Slots(const Lexicon& lexicon, const Tree& tree, const Resolver& resolver, const Unnamed& unnamed)
        : lexicon_(&lexicon), tree_(&tree), resolver_(&resolver), unnamed_(&unnamed) {}

    /// The actors of some phrases: what each names, else whom it belongs to (with less confidence), else the nameless.
    [[nodiscard]] std::vector<Participant> actors(const std::vector<int>& words) const;

    /// Of a verb's clause: obj, iobj, xsubj, mod, subj, purpose, goal, condition, employer, or a preposition. `noun` is the object noun that the lexicon asked
    /// for, or -1: its own prepositional phrases count as the verb's ("held talks with").
    [[nodiscard]] std::vector<Participant> of_verb(const Clause& clause, const std::string& slot, int noun) const;

    /// Where no slot of the lexicon's row is filled: a phrase whose preposition aims at something, then any actor inside
    /// the object ("denounced the threats made by France"). With less confidence. A friendly act is not "against" or "from" anybody.
    [[nodiscard]] std::vector<Participant> elsewhere(const Clause& clause, int noun, bool friendly, bool in_place = true) const;

    /// The phrases of a slot that name no actor, for themselves.
    [[nodiscard]] std::vector<Participant> things(const Clause& clause, const std::string& slot, int noun) const;

    /// The nearest actors inside the phrases of a slot that name none: "against the siege of Chad".
    [[nodiscard]] std::vector<Participant> of_things(const Clause& clause, const std::string& slot, int noun) const;

    /// Those of `found` that are not the clause's subject again: "lay down their weapons in Chad" is aimed at Chad.
    [[nodiscard]] std::vector<Participant> others(const Clause& clause, std::vector<Participant> found) const;

    /// What a phrase itself names, not whom it belongs to.
    [[nodiscard]] std::vector<Participant> itself(int word) const { return whole({word}); }

    /// What a quantity counts: "protesters" of "dozens of protesters"; else the word itself.
    [[nodiscard]] int counted(int word) const { return unnamed_->counted(word); }

    /// The objects that are actors themselves.
    [[nodiscard]] std::vector<Participant> objects(const Clause& clause) const { return whole(clause.objects); }

    /// Of a noun: poss, amod, or a preposition.
    [[nodiscard]] std::vector<Participant> of_noun(int noun, const std::string& slot) const;

    /// For a pronoun the noun before it in the sentence that it stands for, as far as there is one; else the word itself.
    [[nodiscard]] int named(int word) const;

    /// The nearest actor inside a phrase, wherever it stands; of a friendly act not behind "against". O(words of the phrase).
    /// `others`: what "its" stands for does not count.
    [[nodiscard]] std::vector<Participant> inside(int word, bool friendly = false, bool others = false) const;

private:
    [[nodiscard]] std::vector<Participant> whole(const std::vector<int>& words) const;
    [[nodiscard]] std::optional<ActorRef> owner_of(int word) const;
    [[nodiscard]] bool only_qualifies(int word, const ActorRef& actor) const;
    [[nodiscard]] std::vector<Participant> owners(const std::vector<int>& words) const;
    [[nodiscard]] std::vector<Participant> unmarked(const Clause& clause) const;
    [[nodiscard]] std::vector<Participant> of_purpose(const Clause& clause, int noun, bool friendly) const;
    [[nodiscard]] std::vector<Participant> of_hostile_purpose(const Clause& clause) const;
    [[nodiscard]] std::vector<Participant> of_addressee(const Clause& clause) const;
    [[nodiscard]] std::vector<Participant> of_goal(const Clause& clause) const;
    [[nodiscard]] std::vector<Participant> of_employer(const Clause& clause) const;
    [[nodiscard]] std::vector<Participant> of_condition(const Clause& clause) const;
    [[nodiscard]] std::vector<Participant> of_one(int word) const;
    [[nodiscard]] std::vector<Participant> of_group(int word) const;
    [[nodiscard]] std::optional<Participant> nameless(int word) const;
    [[nodiscard]] std::optional<Participant> nameless_owner(int word) const;
    [[nodiscard]] int subject_above(int pronoun) const;
    [[nodiscard]] std::vector<ActorRef> states_of(int noun) const;
    [[nodiscard]] std::vector<int> apposed(int word) const;
    [[nodiscard]] std::optional<ActorRef> state_before(int word) const;
    [[nodiscard]] std::vector<int> joined(int word) const;
    [[nodiscard]] std::vector<int> meant_together(int pronoun) const;
    [[nodiscard]] std::optional<ActorRef> own_country(int noun) const;
    [[nodiscard]] std::vector<ActorRef> each_of(int word, std::vector<ActorRef> found) const;
    [[nodiscard]] std::vector<int> deep_after(int word, const std::string& preposition) const;
    [[nodiscard]] std::vector<int> phrases(const Clause& clause, const std::string& slot, int noun) const;
    [[nodiscard]] std::vector<int> after(int noun, const std::string& preposition) const;
    [[nodiscard]] std::vector<int> complement_subjects(const Clause& clause) const;

    const Lexicon* lexicon_;
    const Tree* tree_;
    const Resolver* resolver_;
    const Unnamed* unnamed_;
};

}  // namespace entente
