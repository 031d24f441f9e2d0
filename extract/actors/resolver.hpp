// SPDX-License-Identifier: Apache-2.0
// Which actor a noun phrase of a parsed sentence means.
#pragma once

#include <functional>
#include <optional>
#include <vector>

#include "core/tree.hpp"
#include "extract/actors/context.hpp"
#include "extract/actors/finder.hpp"
#include "extract/actors/table.hpp"

namespace entente {

/// For one sentence, all of whose phrases are resolved when it is made. Borrows all that it is given; reads and extends
/// the document's context. resolver.cpp: names; roles.cpp: officials and offices; unknown.cpp: names that no table has;
/// pronouns.cpp, definites.cpp: words for an actor named before.
class Resolver {
public:
    Resolver(const ActorTable& table, DocumentContext& context, const Tree& tree, Date day, std::uint32_t sentence);

    /// The actor that the phrase with this head names; nullopt where it names none, or several at once.
    [[nodiscard]] std::optional<ActorRef> resolve(int head) const;

    /// The same, for a phrase that names several: "envoys from Peru, Chile and Mercosur", "the two leaders".
    [[nodiscard]] std::vector<ActorRef> resolve_all(int head) const;

    /// The actor that a thing belongs to: "Ukraine's airspace", "three Israeli tanks", "the embassy of France".
    [[nodiscard]] std::optional<ActorRef> owner(int head) const;

    /// Whether the word heads a mention: not a part of a name, not a mere link.
    [[nodiscard]] bool is_mention(int word) const;

    /// Who attacked or seized in the sentence before; null where nobody did.
    [[nodiscard]] const ActorRef* doer_before() const { return context_.doer(sentence_); }

    /// Enters the sentence's actors into the document's context: call once, after the sentence's relations are read.
    void remember();

private:
    /// Chains of owners ("the spokesman of the minister of the ally of …") are followed this far.
    static constexpr int k_deepest = 10;

    using Fits = std::function<bool(const ActorRef&)>;

    /// Words first..last define an actor: "Movement for Renewal (MNR)".
    struct Defined {
        int first;
        int last;
        ActorRef actor;
    };
    /// A role phrase: words first..last, "deputy foreign minister", "secretary of state".
    struct RolePhrase {
        const Role* role = nullptr;
        std::string text;
        int first = 0;
        int last = 0;
    };
    struct Memo {
        bool done = false;
        bool busy = false;
        std::vector<ActorRef> actors;
    };

    // Names
    [[nodiscard]] const std::vector<ActorRef>& meant(int head) const;
    [[nodiscard]] std::vector<ActorRef> read(int head) const;
    [[nodiscard]] const NameHit* match_at(int word) const;
    [[nodiscard]] bool is_nobody(int word) const;
    [[nodiscard]] ActorRef of_table(const ActorEntry& actor, std::string_view how) const;
    [[nodiscard]] std::optional<ActorRef> named(int head) const;
    [[nodiscard]] std::optional<ActorRef> of_capital(int head, const NameHit& hit) const;
    [[nodiscard]] bool is_locative(int head) const;
    [[nodiscard]] std::optional<ActorRef> apposition(int head) const;

    void remember_name(int word);
    void remember_titles(int word, const std::string& person);

    // Roles and owners
    [[nodiscard]] std::optional<RolePhrase> role_phrase(int head) const;
    [[nodiscard]] std::optional<ActorRef> with_role(int head) const;
    [[nodiscard]] std::optional<ActorRef> person_called(const RolePhrase& role, int head) const;
    [[nodiscard]] std::optional<ActorRef> named_person(int name, int role) const;
    [[nodiscard]] std::optional<ActorRef> counterpart(int head, const std::optional<ActorRef>& owner) const;
    [[nodiscard]] std::optional<ActorRef> office_holder(const RolePhrase& role, int head, const ActorRef& owner) const;
    [[nodiscard]] bool is_own_name(const RolePhrase& role, int head) const;
    [[nodiscard]] bool is_former(const RolePhrase& role, int head) const;
    [[nodiscard]] ActorRef give_role(ActorRef owner, const Role& role, int head) const;
    [[nodiscard]] std::optional<ActorRef> modifier(int head, bool relational, const RolePhrase* role) const;
    [[nodiscard]] std::optional<ActorRef> child_actor(int head, int child) const;
    /// A phrase that belongs to the noun but that the parser hung on its governor: it begins right behind the noun ("to
    /// its allies | in NATO", "invited officials | from Syria"); -1 where there is none.
    [[nodiscard]] int next_phrase(int head, bool relational) const;

    // Names that no table has
    [[nodiscard]] std::optional<ActorRef> unknown_name(int head, bool person = false) const;
    [[nodiscard]] const Entity* entity_at(int word) const;
    [[nodiscard]] Tree::Range extent_of_name(int head, bool person) const;
    [[nodiscard]] Kind kind_of_name(int head) const;
    [[nodiscard]] bool is_time(int word) const;
    void define_acronyms();
    void define(const std::string& acronym, Tree::Range expansion, int last);
    [[nodiscard]] int start_of_expansion(int bracket, std::string_view acronym) const;
    [[nodiscard]] std::string text_between(int first, int last) const;

    // Words for an actor named before
    struct Candidate {
        std::optional<ActorRef> actor{};  ///< nullopt: somebody whom nothing names
        double score = 0;
        int word = -1;  ///< in this sentence; -1: before it
        std::string_view where{};
    };
    [[nodiscard]] std::vector<ActorRef> pronoun(int head) const;
    [[nodiscard]] bool is_empty(int head) const;
    [[nodiscard]] std::vector<ActorRef> relative(int head) const;
    [[nodiscard]] std::vector<ActorRef> reflexive(int head) const;
    [[nodiscard]] std::vector<ActorRef> speaker(int head, bool several) const;
    [[nodiscard]] std::vector<ActorRef> addressee(int head) const;
    [[nodiscard]] int report_over(int word) const;
    [[nodiscard]] int reporter(int verb) const;
    [[nodiscard]] std::string we_beside(int head) const;
    [[nodiscard]] std::vector<ActorRef> coordinated_before(int head) const;
    [[nodiscard]] Candidate antecedent(int head, const Fits& fits, const std::function<bool(const Mentioned&)>& nobody,
                                       std::uint32_t reach) const;
    [[nodiscard]] double rank_within(int word, int head) const;
    [[nodiscard]] std::vector<ActorRef> pair(int head) const;
    [[nodiscard]] std::vector<ActorRef> joined_by_ties(int head) const;
    [[nodiscard]] std::optional<ActorRef> nominal(int head) const;
    [[nodiscard]] std::optional<ActorRef> definite(int head, const RolePhrase& role) const;
    [[nodiscard]] std::optional<ActorRef> definite_person(int head, const RolePhrase& role) const;
    [[nodiscard]] bool fights_a_state(int head) const;
    [[nodiscard]] const ActorEntry* state_of_subject(int head) const;
    [[nodiscard]] const ActorEntry* state_within(int phrase) const;
    [[nodiscard]] const ActorEntry* state_above(int head, const Role& role) const;
    [[nodiscard]] std::optional<ActorRef> foremost(Kind kind, std::uint32_t reach) const;
    [[nodiscard]] bool owner_stands_by(int head) const;
    [[nodiscard]] bool is_definite(int head) const;
    [[nodiscard]] bool bears_title(const ActorRef& person, const std::string& phrase) const;
    [[nodiscard]] Mentioned as_mentioned(int word, const ActorRef& actor) const;

    const ActorTable& table_;
    DocumentContext& context_;
    const Tree& tree_;
    Date day_;
    std::uint32_t sentence_;
    std::vector<NameHit> matches_;
    std::vector<Defined> defined_;
    mutable std::vector<Memo> memo_;
    mutable int depth_ = 0;
};

}  // namespace entente
