// SPDX-License-Identifier: Apache-2.0
// Nouns that mean an actor named before: "the country", "the insurgents", "the president", "both sides".
#include <algorithm>

#include "core/words.hpp"
#include "extract/actors/resolver.hpp"

namespace entente {
namespace {

constexpr std::uint32_t k_reach = 4;  ///< sentences back

bool has(const std::vector<Kind>& kinds, Kind kind) { return std::ranges::find(kinds, kind) != kinds.end(); }

ActorRef meant_again(ActorRef actor, std::string_view where, double confidence) {
    actor.because = std::string(where) + ": " + actor.label;
    actor.how = "definite";
    actor.confidence = confidence;
    return actor;
}

bool never(const Mentioned&) { return false; }

}  // namespace

bool Resolver::is_definite(int head) const {
    const int det = tree_.child(head, "det");
    return det >= 0 && is_one_of(ascii_lower(tree_[det].form), {"the", "this", "these", "those", "both", "that"});
}

bool Resolver::bears_title(const ActorRef& person, const std::string& phrase) const {
    if (context_.has_title(phrase, person.id)) return true;
    const ActorEntry* entry = table_.find(person.id);
    if (!entry) return false;
    if (table_.office(*entry, phrase, day_, 366)) return true;
    // "The minister" of a foreign minister; but a vice president is not "the president".
    return phrase.find(' ') == std::string::npos && std::ranges::any_of(entry->offices, [&](const Office& o) {
        return o.when.covers(day_) && o.title.ends_with(" " + phrase) && !o.title.starts_with("vice ");
    });
}

/// "The president": somebody named before who is one, else the holder in the state that the text is about.
std::optional<ActorRef> Resolver::definite_person(int head, const RolePhrase& role) const {
    const std::string noun = ascii_lower(tree_[head].lemma);
    const Candidate titled =
        antecedent(head, [&](const ActorRef& a) { return a.is_person() && (bears_title(a, role.text) || bears_title(a, noun)); }, never, k_reach);
    if (titled.actor) return meant_again(*titled.actor, titled.where, 0.7);
    return std::nullopt;
}

/// "separatist forces", "pro-Russian troops", "Coalition forces": a state's they are not, or not of the one spoken of.
bool Resolver::fights_a_state(int head) const {
    return std::ranges::any_of(tree_.children(head), [&](int c) {
        if (!tree_.is(c, "amod") && !tree_.is(c, "compound")) return false;
        const Role* role = table_.role(ascii_lower(tree_[c].lemma));
        const std::string form = ascii_lower(tree_[c].form);
        const bool of_several = is_one_of(form, {"coalition", "alliance", "allied", "joint", "multinational", "international", "foreign", "peacekeeping"});
        return of_several || (role && is_one_of(role->code, {"REB", "SEP", "OPP"})) || form.starts_with("pro-") || form.starts_with("anti-") || tree_.has(c, "compound");
    });
}

/// A role whose bearer is not said: "the insurgents", "the army", "the prime minister".
std::optional<ActorRef> Resolver::definite(int head, const RolePhrase& phrase) const {
    const Role& role = *phrase.role;
    const int det = tree_.child(head, "det");
    const bool pointing = is_definite(head);
    if (det >= 0 && !pointing) return std::nullopt;  // "any forces", "a soldier": nobody named before
    const bool the = pointing || context_.articles_lost;
    if (!the && (!role.collective || (tree_[head].upos == Upos::PROPN && phrase.first < head))) return std::nullopt;
    for (int w = phrase.first; w <= phrase.last; ++w)
        for (const int c : tree_.children(w))  // "LPR fighters", "envoys from six capitals": somebody's, nobody known
            if ((c < phrase.first || c > phrase.last) && (tree_[c].upos == Upos::PROPN || tree_.is(c, "nmod"))) return std::nullopt;
    if (the && role.person && !tree_[head].xpos.ends_with('S'))
        if (auto person = definite_person(head, phrase)) return person;
    if (is_one_of(role.code, {"REB", "SEP"})) {
        const Candidate group = antecedent(head, [](const ActorRef& a) { return a.kind == Kind::group; }, never, the ? k_reach : 1);
        if (group.actor) return meant_again(*group.actor, group.where, 0.6);
        const auto foremost_group = foremost(Kind::group, the ? k_reach : 1);
        return foremost_group ? std::optional(meant_again(*foremost_group, "the group spoken of most", 0.5)) : std::nullopt;
    }
    if (!is_one_of(role.code, {"GOV", "MIL", "COP", "LEG", "JUD", "SPY"}) || fights_a_state(head)) return std::nullopt;
    if (is_one_of(phrase.text, {"coalition", "military coalition"})) return std::nullopt;  // of several states
    const ActorEntry* above = state_above(head, role);
    const auto state = above ? std::optional(of_table(*above, "definite")) : foremost(Kind::country, the ? k_reach : 1);
    if (!state) return std::nullopt;
    if (the && role.person && !tree_[head].xpos.ends_with('S'))
        if (const ActorEntry* holder = table_.holder(phrase.text, state->id, day_))
            return meant_again(of_table(*holder, "definite"), "in office in the state spoken of most", 0.6);
    ActorRef ref = meant_again(*state, above ? "in a clause around it" : "the state spoken of most", the || above ? 0.6 : 0.4);
    ref.role = role.code;
    return ref;
}

/// Of the actors of a kind named at most `reach` sentences back the one that the document speaks of most; of equals the last.
std::optional<ActorRef> Resolver::foremost(Kind kind, std::uint32_t reach) const {
    const ActorRef* found = nullptr;
    const auto& before = context_.mentions();
    for (auto m = before.rbegin(); m != before.rend() && m->sentence + reach >= sentence_; ++m)
        if (m->actor.kind == kind && !m->actor.id.empty() && context_.may_mean(*m) &&
            (!found || context_.count(m->actor.id) > context_.count(found->id)))
            found = &m->actor;
    return found ? std::optional(*found) : std::nullopt;
}

/// "The Korean president says that the country …": the one state that the subject of a clause around it names.
const ActorEntry* Resolver::state_of_subject(int head) const {
    for (int w = tree_.head(head); w >= 0; w = tree_.head(w)) {
        const int subject = tree_.child(w, "nsubj");
        if (subject < 0 || subject >= head || tree_.below(head, subject)) continue;
        const ActorEntry* state = nullptr;
        for (int c = 0; c < head; ++c) {
            const NameHit* hit = tree_.below(c, subject) && (tree_.is(c, "amod") || tree_.is(c, "compound")) ? match_at(c) : nullptr;
            if (!hit || hit->actor->kind != Kind::country) continue;
            if (state && state != hit->actor) return nullptr;
            state = hit->actor;
        }
        if (state) return state;
    }
    return nullptr;
}

/// The one state of those whom a phrase names; null where there is none or several.
const ActorEntry* Resolver::state_within(int phrase) const {
    const ActorEntry* state = nullptr;
    for (const NameHit& hit : matches_) {
        const std::string_view country = tree_.below(hit.last, phrase) || hit.last == phrase ? table_.country_on(*hit.actor, day_) : std::string_view{};
        if (country.empty() || (state && state->id == country)) continue;
        if (state) return nullptr;
        state = table_.find(std::string(country));
    }
    return state;
}

/// "Fijian officials warn that police will …", "was killed in Khartoum after soldiers opened fire": the state that a
/// clause around the noun's own speaks of; for the police of a place also the own clause: "police in Oslo".
const ActorEntry* Resolver::state_above(int head, const Role& role) const {
    const bool of_place = is_one_of(role.code, {"COP", "JUD"});
    const auto place = [&](int clause) -> const ActorEntry* {
        for (const int c : tree_.children(clause))
            if (c != head && tree_.is(c, "obl") && is_one_of(tree_.preposition(c), {"in", "at", "near", "outside"}))
                if (const ActorEntry* state = state_within(c)) return state;
        return nullptr;
    };
    bool own = role.code != "LEG";  // a parliament is that of the leader who addresses it
    for (int w = tree_.head(tree_.first_conjunct(head)); w >= 0; w = tree_.head(w)) {
        if (tree_[w].upos != Upos::VERB && !tree_.has(w, "cop")) continue;
        const int subject = own ? -1 : tree_.child(w, "nsubj");
        if (subject >= 0 && subject < head && !tree_.below(head, subject))
            if (const ActorEntry* state = state_within(subject)) return state;
        if (!own || of_place)
            if (const ActorEntry* state = place(w)) return state;
        own = false;
    }
    return nullptr;
}

/// "The country", "his country", "the group": common nouns that stand for an actor named before.
std::optional<ActorRef> Resolver::nominal(int head) const {
    const std::string noun = ascii_lower(tree_[head].lemma);
    const Nominal* nominal = table_.words.find(noun);
    if (!nominal || nominal->kinds.empty() || tree_[head].xpos.ends_with('S') || match_at(head)) return std::nullopt;
    const bool state = has(nominal->kinds, Kind::country);
    if (const int possessor = tree_.child(head, "nmod:poss"); possessor >= 0) {
        const auto whose = state ? resolve(possessor) : std::nullopt;
        const ActorEntry* entry = whose && !whose->country.empty() ? table_.find(whose->country) : nullptr;
        return entry ? std::optional(meant_again(of_table(*entry, "definite"), "the country of", 0.7)) : std::nullopt;
    }
    if (!is_definite(head)) return std::nullopt;
    std::string country;
    for (const int c : tree_.children(head)) {
        if (tree_.is(c, "nmod") && tree_.preposition(c) == "of") return std::nullopt;
        const NameHit* hit = tree_.is(c, "amod") || tree_.is(c, "compound") ? match_at(c) : nullptr;
        if (hit && hit->actor->kind == Kind::country) country = hit->actor->id;
        else if (hit && hit->actor->kind != Kind::place && hit->actor->kind != Kind::people) return std::nullopt;
    }
    if (state && !country.empty()) return std::nullopt;  // "the Russian state"
    const auto fits = [&](const ActorRef& a) {
        return has(nominal->kinds, a.kind) && a.role != "ELI" && (nominal->role.empty() || a.role == nominal->role) &&
               (country.empty() || a.country == country);
    };
    if (const ActorEntry* named = state ? state_of_subject(head) : nullptr) return meant_again(of_table(*named, "definite"), "in the subject", 0.6);
    const Candidate found = antecedent(head, fits, never, k_reach);
    if (!found.actor) return std::nullopt;
    return meant_again(*found.actor, found.where, 0.6);
}

/// "The leaders discussed ties between Chad and Mali": theirs.
std::vector<ActorRef> Resolver::joined_by_ties(int head) const {
    if (!tree_.is(head, "nsubj")) return {};
    for (int w = head + 1; w < tree_.size(); ++w) {
        if (tree_.preposition(w) != "between" || !tree_.is(w, "nmod") || !is_one_of(tree_[tree_.head(w)].lemma, {"tie", "ties", "relation", "relations", "relationship", "cooperation", "trade", "friendship", "partnership"})) continue;
        std::vector<ActorRef> both;
        for (const int c : tree_.conjuncts(w))
            if (auto actor = named(c); actor && actor->kind == Kind::country) both.push_back(std::move(*actor));
        if (both.size() != 2) return {};
        for (ActorRef& a : both) {
            a.because = "whose ties are spoken of";
            a.how = "several";
            a.confidence = 0.7;
        }
        return both;
    }
    return {};
}

/// "The two leaders", "both sides", "the two countries": the two actors of that kind named last, in the text's order.
std::vector<ActorRef> Resolver::pair(int head) const {
    const Nominal* nominal = table_.words.find(ascii_lower(tree_[head].lemma));
    if (!nominal || nominal->pair.empty() || !tree_[head].xpos.ends_with('S')) return {};
    if (auto both = joined_by_ties(head); !both.empty()) return both;
    bool two = false;
    for (const int c : tree_.children(head)) two |= is_one_of(ascii_lower(tree_[c].form), {"two", "both", "2"});
    if (!two || owner_stands_by(head)) return {};
    for (int w = head + 2; w < tree_.size(); ++w)  // "the two countries, Chad and Mali,"
        if (tree_.head(w) == head && tree_[head + 1].form == "," && match_at(w) && (tree_.is(w, "appos") || tree_.is(w, "conj"))) return {};
    const bool states = has(nominal->pair, Kind::country) && nominal->pair.size() == 1;
    std::vector<ActorRef> found;
    const auto offer = [&](ActorRef actor) {
        if (states && actor.kind != Kind::country && !actor.country.empty())
            if (const ActorEntry* state = table_.find(actor.country)) actor = of_table(*state, "several");
        const bool alike = found.empty() || found.front().kind == actor.kind || nominal->pair.size() > 1;
        const bool repeated = std::ranges::any_of(found, [&](const ActorRef& a) { return a.id == actor.id; });
        if (found.size() < 2 && has(nominal->pair, actor.kind) && alike && !repeated) found.push_back(std::move(actor));
    };
    // "Chad accuses both countries": neither is Chad.
    const auto acts_on_them = [&](int w) { return tree_.is(w, "nsubj") && tree_.is(head, "obj") && tree_.head(w) == tree_.head(head); };
    for (int w = head - 1; w >= 0; --w)
        if (is_mention(w) && !tree_.below(w, head) && !acts_on_them(w))
            for (const ActorRef& a : meant(w)) offer(a);
    const auto& before = context_.mentions();
    for (auto m = before.rbegin(); m != before.rend() && m->sentence + 3 >= sentence_; ++m)
        if (!m->actor.id.empty() && context_.may_mean(*m)) offer(m->actor);
    if (found.size() < 2) return {};
    std::ranges::reverse(found);
    for (ActorRef& a : found) {
        a.because = "one of the two named last";
        a.how = "several";
        a.confidence = 0.6;
    }
    return found;
}

/// "The two Korean leaders", "both sides in Yemen": whose they are is said.
bool Resolver::owner_stands_by(int head) const {
    return std::ranges::any_of(tree_.children(head), [&](int c) {
        return (tree_.is(c, "nmod") || tree_.is(c, "amod") || tree_.is(c, "compound")) && (match_at(c) || tree_[c].upos == Upos::PROPN);
    });
}

}  // namespace entente
