// SPDX-License-Identifier: Apache-2.0
#include "extract/relate/whereabouts.hpp"

#include "core/words.hpp"

namespace entente {
namespace {

constexpr double k_there = 0.6;    ///< that people live where they are
constexpr int k_deepest = 4;       ///< "in a raid on a market in the town of Gao, in Mali"
constexpr int k_highest = 3;       ///< "gathered in Gao to protest": the place stands a clause above

bool is_place_word(std::string_view preposition) {
    return is_one_of(preposition, {"in", "at", "near", "outside", "inside", "across", "around", "throughout", "on"});
}

ActorRef people_of(const ActorEntry& state, const ActorRef& who) {
    return {state.id, state.label, state.kind, state.id, who.role, k_there, "role", "where it happened"};
}

}  // namespace

/// Nameless, of a state, and at home where they are: no rebels, no tourists.
bool Whereabouts::is_settled(const Participant& who) const {
    if (who.actor.how != "unnamed" || !who.actor.country.empty()) return false;
    if (!is_one_of(who.actor.role, {"CVL", "MIL", "COP", "GOV", "LEG", "JUD", "MED", "HLH", "EDU", "REL", "AGR", "LAB", "BUS"})) return false;
    const auto stranger = [&](int w) { return lexicon_.listed("stranger", ascii_lower(tree_[w].lemma)); };
    if (stranger(who.word)) return false;
    for (const int c : tree_.children(who.word))
        if (stranger(c) || tree_.is(c, "acl:relcl")) return false;
    return true;
}

const ActorEntry* Whereabouts::state_named(int word) const {
    const auto actor = resolver_.resolve(word);
    if (!actor || actor->country.empty() || !is_one_of(actor->how, {"name", "place", "metonym", "unknown"})) return nullptr;
    if (actor->kind != Kind::country && actor->kind != Kind::place) return nullptr;
    const ActorEntry* state = table_.find(actor->country);
    return state && state->kind == Kind::country ? state : nullptr;
}

const ActorEntry* Whereabouts::state_of(int predicate) const {
    std::vector<int> level{predicate};
    for (int depth = 0; depth < k_deepest && !level.empty(); ++depth) {
        std::vector<int> below;
        for (const int w : level)
            for (const int c : tree_.children(w)) {
                const bool aside = w != predicate && (tree_.is(c, "appos") || tree_.is(c, "nmod:unmarked") || tree_.is(c, "list"));
                const bool object = w == predicate && tree_.is(c, "obj");  // "carried out raids in Gao"
                if (object) below.push_back(c);
                const bool phrase = (tree_.is(c, "obl") || tree_.is(c, "nmod")) && !tree_.is(c, "nmod:poss") && !tree_.is(c, "obl:agent");
                if (!aside && !phrase) continue;
                const std::string_view preposition = tree_.preposition(c);
                const bool there = aside || is_place_word(preposition) || (w != predicate && preposition == "of");
                if (there)
                    if (const ActorEntry* state = state_named(c)) return state;
                if (there || is_one_of(preposition, {"during", "by", "after", "with"})) below.push_back(c);
            }
        level = std::move(below);
    }
    return nullptr;
}

void Whereabouts::settle_victims(const Event& act, const std::vector<Participant>& doers, std::vector<Participant>& victims) const {
    if (act.type != Type::ASSAULT && act.type != Type::COERCE) return;
    for (Participant& victim : victims) {
        const ActorEntry* state = is_settled(victim) ? state_of(act.predicate) : nullptr;
        if (!state && is_settled(victim) && (tree_.is(act.predicate, "advcl") || tree_.is(act.predicate, "conj"))) state = state_of(tree_.head(act.predicate));
        if (!state) continue;
        victim.actor.country = state->id;
        // At home the people stay themselves: a state does not attack itself.
        bool home = false;
        for (const Participant& doer : doers) home |= doer.actor.country == state->id && doer.actor.kind != Kind::group;
        if (!home) victim.actor = people_of(*state, victim.actor);
    }
}

void Whereabouts::settle_protesters(const Event& act, std::vector<Participant>& protesters) const {
    if (!act.type || !is_one_of(name(*act.type), {"PROTEST", "REQUEST", "ACCUSE", "REJECT"})) return;
    for (Participant& who : protesters) {
        if (!is_settled(who)) continue;
        const ActorEntry* state = nullptr;
        for (int w = act.predicate, up = 0; w >= 0 && up < k_highest && !state; w = tree_.head(w), ++up) state = state_of(w);
        if (state) who.actor = people_of(*state, who.actor);
    }
}

}  // namespace entente
