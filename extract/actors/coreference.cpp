// SPDX-License-Identifier: Apache-2.0
// Phrases that mean an actor named before: pronouns, "the country", "the insurgents", "the president".
#include "core/words.hpp"
#include "extract/actors/resolver.hpp"

namespace entente {

std::optional<ActorRef> Resolver::definite(int head, const Role& role) const {
    const int det = tree_.child(head, "det");
    const bool pointing = det >= 0 && is_one_of(ascii_lower(tree_[det].form), {"the", "this", "these", "those", "both"});
    if (det >= 0 && !pointing) return std::nullopt;  // "any forces", "a soldier": nobody named before
    const bool the = pointing || context_.articles_lost;
    if (!the && !role.collective) return std::nullopt;
    for (const int c : tree_.children(head))  // "LPR fighters", "envoys from six capitals": somebody's, nobody known
        if (tree_[c].upos == Upos::PROPN || tree_.is(c, "nmod")) return std::nullopt;
    if (is_one_of(role.code, {"REB", "SEP"})) {
        auto group = context_.last([](const ActorRef& a) { return a.kind == Kind::group; }, sentence_, the ? 4 : 1);
        if (group) {
            group->how = "definite";
            group->confidence = 0.6;
        }
        return group;
    }
    if (!is_one_of(role.code, {"GOV", "MIL", "COP", "LEG", "JUD", "SPY"})) return std::nullopt;
    auto state = context_.foremost([](const ActorRef& a) { return a.kind == Kind::country; }, sentence_, the ? 4 : 1);
    if (!state) return std::nullopt;
    const std::string title = ascii_lower(tree_[head].lemma);
    if (const int person = table_.holder(title == "minister" && head > 0 ? ascii_lower(tree_[head - 1].lemma) + " minister" : title,
                                         state->id, day_);
        person >= 0 && the)
        state = of_table(table_.actors()[static_cast<std::size_t>(person)], "definite");
    else
        state->role = role.code;
    state->how = "definite";
    state->confidence = the ? 0.6 : 0.4;
    return state;
}

/// "the country", "his country", "the group": common nouns that stand for an actor named before.
std::optional<ActorRef> Resolver::nominal(int head) const {
    const std::string noun = ascii_lower(tree_[head].lemma);
    const bool state = is_one_of(noun, {"country", "nation", "state", "homeland"});
    const bool body = is_one_of(noun, {"organisation", "organization", "bloc", "alliance", "party"});
    const bool group = body || is_one_of(noun, {"group", "movement", "militia"});
    if ((!state && !group) || tree_[head].xpos.ends_with('S')) return std::nullopt;
    if (const int possessor = tree_.child(head, "nmod:poss"); possessor >= 0 && state) {
        const auto whose = resolve(possessor);
        if (!whose || whose->country.empty()) return std::nullopt;
        const ActorEntry* entry = table_.find(whose->country);
        return entry ? std::optional(of_table(*entry, "definite")) : std::nullopt;
    }
    const int det = tree_.child(head, "det");
    if (det < 0 || !is_one_of(ascii_lower(tree_[det].form), {"the", "this"}) || modifier(head)) return std::nullopt;
    auto found = context_.last(
        [&](const ActorRef& a) {
            if (state) return a.kind == Kind::country;
            return a.kind == Kind::group || (body && (a.kind == Kind::organisation || a.kind == Kind::party));
        },
        sentence_, 4);
    if (found) {
        found->how = "definite";
        found->confidence = 0.6;
    }
    return found;
}

std::optional<ActorRef> Resolver::pronoun(int head) const {
    const std::string word = ascii_lower(tree_[head].form);
    const bool person = is_one_of(word, {"he", "she", "him", "his", "her", "hers", "himself", "herself"});
    const bool thing = is_one_of(word, {"it", "its", "itself"});
    const bool several = is_one_of(word, {"they", "them", "their", "theirs", "themselves"});
    if (!person && !thing && !several) return std::nullopt;
    const auto fits = [&](const ActorRef& a) {
        if (person) return a.is_person();
        if (several) return a.kind != Kind::place && !a.is_person();
        return a.kind == Kind::country || a.kind == Kind::organisation || a.kind == Kind::group || a.kind == Kind::party;
    };
    const auto as_pronoun = [](ActorRef a) {
        a.how = "pronoun";
        a.confidence *= 0.7;
        return a;
    };
    // Inside the sentence: subjects of the clauses around, nearest first; of its own clause only for a possessor.
    const bool possessor = tree_.is(head, "nmod:poss");
    for (int w = tree_.head(head), up = 0; w >= 0; w = tree_.head(w), ++up) {
        const int subject = tree_.child(w, "nsubj");
        if (subject < 0 || subject >= head || (up == 0 && !possessor) || tree_.below(head, subject)) continue;
        if (depth_ >= k_deepest) break;
        ++depth_;
        auto actor = resolve(subject);
        --depth_;
        if (actor && fits(*actor)) return as_pronoun(*actor);
        // "The envoy said he …": it is the envoy, whoever that is.
        const bool agrees = person || tree_[subject].xpos.ends_with('S') == several;
        if (!actor && agrees && tree_[subject].upos == Upos::NOUN) return std::nullopt;
    }
    // Across sentences "they" is rather a group than a state.
    const auto fits_before = [&](const ActorRef& a) {
        return fits(a) && (!several || a.kind != Kind::country || a.role == "MIL" || a.role == "CVL");
    };
    if (auto actor = context_.last(fits_before, sentence_, 2)) return as_pronoun(*actor);
    return std::nullopt;
}

}  // namespace entente
