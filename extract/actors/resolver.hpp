// SPDX-License-Identifier: Apache-2.0
// Which actor a noun phrase of a parsed sentence means.
#pragma once

#include <optional>
#include <vector>

#include "core/tree.hpp"
#include "extract/actors/context.hpp"
#include "extract/actors/finder.hpp"
#include "extract/actors/table.hpp"

namespace entente {

/// For one sentence. Borrows all that it is given; reads and extends the document's context.
class Resolver {
public:
    Resolver(const ActorTable& table, DocumentContext& context, const Tree& tree, Date day, std::uint32_t sentence);

    /// The actor that the phrase with this head names; nullopt where it names none. O(children).
    [[nodiscard]] std::optional<ActorRef> resolve(int head) const;

    /// The same, for a phrase that names several: "envoys from Peru, Chile and Mercosur".
    [[nodiscard]] std::vector<ActorRef> resolve_all(int head) const;

    /// The actor that a thing belongs to: "Ukraine's airspace", "three Israeli tanks", "the embassy of France".
    [[nodiscard]] std::optional<ActorRef> owner(int head) const;

    /// Enters the sentence's actors into the document's context: call once, after the sentence's relations are read.
    void remember();

private:
    /// Chains of owners ("the spokesman of the minister of the ally of …") are followed this far.
    static constexpr int k_deepest = 5;

    [[nodiscard]] const NameHit* match_at(int word) const;
    [[nodiscard]] ActorRef of_table(const ActorEntry& actor, std::string_view how) const;
    [[nodiscard]] std::optional<ActorRef> named(int head) const;
    [[nodiscard]] std::optional<ActorRef> with_role(int head) const;
    [[nodiscard]] std::optional<ActorRef> unknown_name(int head) const;
    [[nodiscard]] Kind kind_of_name(int head) const;
    [[nodiscard]] std::optional<ActorRef> pronoun(int head) const;
    [[nodiscard]] std::optional<ActorRef> nominal(int head) const;
    [[nodiscard]] std::optional<ActorRef> child_actor(int head, int child) const;
    [[nodiscard]] bool is_time(int word) const;
    /// A phrase that belongs to the noun but that the parser hung on its governor: it begins right behind the noun ("to
    /// its allies | in NATO", "invited officials | from Syria"); -1 where there is none.
    [[nodiscard]] int next_phrase(int head, bool relational) const;
    [[nodiscard]] std::optional<ActorRef> definite(int head, const Role& role) const;
    [[nodiscard]] const Role* role_of(int head, int& first) const;
    [[nodiscard]] std::optional<ActorRef> modifier(int head, bool relational = false) const;
    [[nodiscard]] ActorRef give_role(ActorRef owner, const Role& role, int head) const;
    void define_acronyms();
    [[nodiscard]] int start_of_expansion(int bracket, std::string_view acronym) const;
    [[nodiscard]] std::string text_between(int first, int last) const;
    [[nodiscard]] const ActorEntry* state_behind(const NameHit& hit) const;
    [[nodiscard]] std::optional<ActorRef> person_called(int role, int name) const;

    /// Words first..last define an actor: "Movement for Renewal (MNR)".
    struct Defined {
        int first;
        int last;
        ActorRef actor;
    };

    const ActorTable& table_;
    DocumentContext& context_;
    const Tree& tree_;
    Date day_;
    std::uint32_t sentence_;
    std::vector<NameHit> matches_;
    std::vector<Defined> defined_;
    mutable int depth_ = 0;
};

}  // namespace entente
