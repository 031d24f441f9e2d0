// SPDX-License-Identifier: Apache-2.0
#include "extract/relate/slots.hpp"

#include <algorithm>
#include <iterator>

#include "core/words.hpp"

namespace entente {

namespace {

constexpr double k_elsewhere = 0.7;
constexpr int k_deepest = 4;  ///< an actor deeper inside a phrase has little to do with it

}  // namespace

/// "Peru and Chile said they …": both of them.
std::vector<int> Slots::meant_together(int pronoun) const {
    if ((*tree_)[pronoun].upos != Upos::PRON || !is_one_of(ascii_lower((*tree_)[pronoun].form), {"they", "them", "their", "themselves"})) return {};
    const int subject = subject_above(pronoun);
    const auto both = subject < 0 ? std::vector<int>{} : tree_->conjuncts(subject);
    return both.size() > 1 ? both : std::vector<int>{};
}

/// "The envoy said his country …": the envoy's.
std::optional<ActorRef> Slots::own_country(int noun) const {
    const int whose = tree_->child(noun, "nmod:poss");
    if (whose < 0 || (*tree_)[whose].upos != Upos::PRON || !is_one_of((*tree_)[noun].lemma, {"country", "nation", "homeland"})) return std::nullopt;
    for (int w = tree_->head(whose); w >= 0; w = tree_->head(w)) {
        const int subject = tree_->child(w, "nsubj");
        if (subject < 0 || subject >= whose || tree_->below(whose, subject)) continue;
        auto actor = resolver_->resolve(subject);
        if (!actor || actor->country.empty()) continue;
        if (actor->kind == Kind::country) return actor;
        if (auto role = resolver_->owner(subject); role && role->kind == Kind::country) return role;
    }
    return std::nullopt;
}

/// "the rebel groups Seleka and Boko Haram", "the largest group, known as Seleka": their names.
std::vector<int> Slots::apposed(int word) const {
    for (const int c : tree_->children(word)) {
        if (tree_->is(c, "appos") && (*tree_)[c].upos == Upos::PROPN) return tree_->conjuncts(c);
        if (!tree_->is(c, "acl")) continue;
        const bool led = is_one_of((*tree_)[c].lemma, {"lead", "head", "command"});  // "a faction led by General Kamau"
        if (!led && !is_one_of((*tree_)[c].lemma, {"know", "call", "name", "dub"})) continue;
        for (const int inner : tree_->children(c))
            if (led && (*tree_)[inner].upos == Upos::PROPN && tree_->is(inner, "obl") && tree_->preposition(inner) == "by") return {inner};
            else if ((*tree_)[inner].upos == Upos::PROPN && (tree_->is(inner, "xcomp") || tree_->is(inner, "obj") || (tree_->is(inner, "obl") && tree_->preposition(inner) == "as"))) return {inner};
    }
    return {};
}

/// What the phrase names, else what it counts ("dozens of Kenyans").
std::vector<Participant> Slots::of_one(int word) const {
    std::vector<Participant> out;
    for (const int w : meant_together(word)) std::ranges::move(of_one(w), std::back_inserter(out));
    if (!out.empty()) return out;
    auto found = resolver_->resolve_all(word);
    if (found.empty())
        if (auto own = own_country(word)) found.push_back(std::move(*own));
    if (const int counted = unnamed_->counted(word); found.empty() && counted != word) found = resolver_->resolve_all(counted);
    // "rebels in Timbuktu" are not Timbuktu.
    if (found.size() == 1 && found.front().how == "role" && found.front().kind == Kind::place && is_one_of(found.front().role, {"REB", "SEP", "OPP", "CVL", "CRM", "INS"}))
        if (unnamed_->resolve(word)) found.clear();
    if (found.size() == 1) found = each_of(word, std::move(found));
    for (const int w : found.empty() ? apposed(word) : std::vector<int>{})
        if (auto actor = resolver_->resolve(w)) out.push_back({w, std::move(*actor)});
    for (ActorRef& actor : found)
        if (actor.how != "unknown" || !unnamed_->is_title(actor.label)) out.push_back({word, std::move(actor)});
    return out;
}

/// "the Kenyan branch of al-Shabaab", "candidates of Hamas": the group's, not the state's.
std::vector<Participant> Slots::of_group(int word) const {
    for (const int c : tree_->children(word)) {
        if (!tree_->is(c, "nmod") || tree_->preposition(c) != "of") continue;
        auto group = resolver_->resolve(c);
        for (const int name : group ? std::vector<int>{} : apposed(c)) group = resolver_->resolve(name);
        if (group && is_one_of(group->how, {"name", "acronym", "alias", "role"}) && (group->kind == Kind::group || group->kind == Kind::party)) return {{word, std::move(*group)}};
    }
    return {};
}

/// The subject of a clause above that a pronoun agrees with: "the gunmen said they …".
int Slots::subject_above(int pronoun) const {
    const bool several = is_one_of(ascii_lower((*tree_)[pronoun].form), {"they", "them", "their", "themselves"});
    for (int w = tree_->head(pronoun); w >= 0; w = tree_->head(w)) {
        const int subject = tree_->child(w, "nsubj");
        if (subject < 0 || subject >= pronoun || tree_->below(pronoun, subject)) continue;
        if ((*tree_)[subject].upos != Upos::NOUN && (*tree_)[subject].upos != Upos::PROPN) continue;
        const bool plural = (*tree_)[subject].xpos.ends_with('S') || tree_->conjuncts(subject).size() > 1;
        if (plural == several) return subject;
    }
    return -1;
}

/// The state whose arm "the government", "the army" is: the subject before it.
std::optional<ActorRef> Slots::state_before(int word) const {
    const int det = tree_->child(word, "det");
    const Role* role = det >= 0 && ascii_lower((*tree_)[det].form) == "the" ? unnamed_->role(word) : nullptr;
    if (!role || !role->collective || !is_one_of(role->code, {"GOV", "MIL", "LEG"})) return std::nullopt;
    for (int w = 0; w < word; ++w) {
        if (!tree_->is(w, "nsubj") || tree_->below(word, w)) continue;
        auto state = resolver_->resolve(w);
        if (!state || state->kind != Kind::country) continue;
        state->role = role->code;
        state->confidence *= k_elsewhere;
        return state;
    }
    return std::nullopt;
}

std::optional<Participant> Slots::nameless(int word) const {
    if ((*tree_)[word].upos == Upos::PRON) word = (*tree_)[word].xpos.starts_with("PRP") ? subject_above(word) : -1;  // "no one" is nobody
    if (word < 0) return std::nullopt;
    auto who = unnamed_->resolve(word);
    if (who)  // "Chad expelled an envoy who had criticised the government": Chad's
        if (auto state = state_before(word)) {
            who = std::move(state);
        }
    return who ? std::optional(Participant{word, std::move(*who)}) : std::nullopt;
}

/// "the premier's budget", "police orders": whose thing it is, if it is nobody with a name.
std::optional<Participant> Slots::nameless_owner(int word) const {
    for (const int c : tree_->children(word)) {
        const bool arm = tree_->is(c, "compound") && lexicon_->listed("arm", ascii_lower((*tree_)[c].lemma));
        if (!arm && !(tree_->is(c, "nmod:poss") && (*tree_)[c].upos == Upos::NOUN)) continue;
        if (auto who = nameless(c)) return who;
    }
    return std::nullopt;
}

int Slots::named(int word) const {
    if ((*tree_)[word].upos != Upos::PRON) return word;
    const auto actor = resolver_->resolve(word);
    if (!actor) return word;
    int nearest = word;
    for (int w = word - 1; w >= 0; --w) {
        const Token& t = (*tree_)[w];
        if ((t.upos != Upos::NOUN && t.upos != Upos::PROPN) || t.is("compound") || t.is("flat")) continue;
        const auto other = resolver_->resolve(w);
        if (!other || other->id != actor->id) continue;
        if (t.is("nsubj")) return w;
        if (nearest == word) nearest = w;
    }
    return nearest;
}

/// "Nigerian and British forces": of both.
std::vector<ActorRef> Slots::each_of(int word, std::vector<ActorRef> found) const {
    for (const int c : tree_->children(word)) {
        const auto owners = tree_->conjuncts(c);
        if (owners.size() < 2 || !(tree_->is(c, "amod") || tree_->is(c, "compound"))) continue;
        std::vector<ActorRef> each;
        for (const int w : owners)
            if (auto owner = resolver_->resolve(w); owner && (owner->kind == Kind::country || owner->kind == Kind::organisation)) {
                owner->role = found.front().role;
                if (each.empty() || each.front().id != owner->id) each.push_back(std::move(*owner));
            }
        if (each.size() == owners.size()) return each;
    }
    return found;
}

std::vector<Participant> Slots::whole(const std::vector<int>& words) const {
    std::vector<Participant> out;
    for (const int w : words) {
        auto found = of_one(w);
        if (found.empty())
            if (auto who = nameless(w)) found.push_back(std::move(*who));
        std::ranges::move(found, std::back_inserter(out));
    }
    return out;
}

/// Whom a thing belongs to; no company that only makes it ("the Pfizer vaccine").
std::optional<ActorRef> Slots::owner_of(int word) const {
    auto owner = resolver_->owner(word);
    return owner && owner->role == "BUS" && !tree_->has(word, "nmod:poss") ? std::nullopt : owner;
}

std::vector<Participant> Slots::owners(const std::vector<int>& words) const {
    std::vector<Participant> out;
    for (const int w : words) {
        auto actors = states_of(w);  // "the Turkish-Libyan agreement"
        if (actors.size() < 2) {
            actors.clear();
            if (auto actor = owner_of(w)) actors.push_back(std::move(*actor));
        }
        if (auto who = actors.empty() ? nameless_owner(w) : std::nullopt) out.push_back(std::move(*who));
        for (ActorRef& actor : actors) out.push_back({w, std::move(actor)});
    }
    return out;
}

/// Qualifiers side by side: "Turkish and Libyan", "Turkish-Libyan".
std::vector<int> Slots::joined(int word) const {
    auto out = tree_->conjuncts(word);
    for (const int c : tree_->children(word))
        if (c == word - 2 && (*tree_)[word - 1].form == "-" && (tree_->is(c, "amod") || tree_->is(c, "compound"))) out.insert(out.begin(), c);
    return out;
}

std::vector<ActorRef> Slots::states_of(int noun) const {
    std::vector<ActorRef> out;
    for (const int c : tree_->children(noun)) {
        if (!tree_->is(c, "amod") && !tree_->is(c, "compound")) continue;
        for (const int w : joined(c))
            if (auto state = resolver_->resolve(w); state && state->kind == Kind::country &&
                std::ranges::none_of(out, [&](const ActorRef& a) { return a.id == state->id; }))
                out.push_back(std::move(*state));
    }
    return out;
}

std::vector<Participant> Slots::actors(const std::vector<int>& words) const {
    std::vector<Participant> out;
    for (const int w : words) {
        auto found = of_one(w);
        // "outside powers in Chad's affairs" are not Chad.
        const bool states = lexicon_->in_class(ascii_lower((*tree_)[w].lemma), "states");
        if (found.empty()) found = of_group(w);
        if (found.empty() && !states)
            if (auto owner = owner_of(w)) found.push_back({w, std::move(*owner)});
        if (found.empty())
            if (auto who = nameless(w)) found.push_back(std::move(*who));
        if (found.empty() && lexicon_->in_class(ascii_lower((*tree_)[w].lemma), "border"))  // "along the border with Chad"
            for (const int other : after(w, "with")) std::ranges::move(of_one(other), std::back_inserter(found));
        if (found.empty() && !states)
            if (auto who = nameless_owner(w)) found.push_back(std::move(*who));
        std::ranges::move(found, std::back_inserter(out));
    }
    return out;
}

/// "doses of the Halden vaccine": what a thing is called is nobody.
bool Slots::only_qualifies(int word, const ActorRef& actor) const {
    const int noun = tree_->head(word);
    return (actor.how == "unknown" || actor.role == "BUS") && noun >= 0 && (*tree_)[noun].upos == Upos::NOUN && tree_->is(word, "compound");
}

std::vector<Participant> Slots::inside(int word, bool friendly, bool others) const {
    std::vector<int> level{word};
    for (int depth = 0; depth < k_deepest && !level.empty(); ++depth) {
        std::vector<int> below;
        for (const int w : level)
            for (const int c : tree_->children(w)) {
                if (tree_->is(c, "punct") || tree_->is(c, "case") || tree_->is(c, "det") || tree_->is(c, "conj")) continue;
                if (tree_->is_noun(c) && tree_->is(c, "nsubj") && tree_->is(w, "ccomp")) continue;
                if (friendly && tree_->preposition(c) == "against") continue;
                below.push_back(c);
            }
        for (const int w : below) {
            const bool own = others && tree_->is(w, "nmod:poss") && (*tree_)[w].upos == Upos::PRON;
            if (!tree_->is_noun(w) || own || tree_->is(w, "obl:unmarked") || tree_->is(w, "amod")) continue;
            if (auto found = of_one(w); !found.empty() && !only_qualifies(w, found.front().actor)) {
                if (tree_->preposition(w) == "between")
                    for (const int other : tree_->conjuncts(w))
                        if (other != w) std::ranges::move(of_one(other), std::back_inserter(found));
                return found;
            }
            if (!tree_->is(w, "obl:agent")) continue;  // "retook a town held by rebels"
            if (auto who = nameless(w)) return {std::move(*who)};
        }
        level = std::move(below);
    }
    return {};
}

std::vector<Participant> Slots::others(const Clause& clause, std::vector<Participant> found) const {
    if (found.empty()) return found;
    const auto subjects = actors(clause.subjects);
    std::erase_if(found, [&](const Participant& p) {
        const bool itself = (*tree_)[p.word].upos == Upos::PRON || tree_->has(p.word, "nmod:poss") || p.actor.how == "definite";
        return itself && std::ranges::any_of(subjects, [&](const Participant& s) { return s.word != p.word && s.actor.id == p.actor.id; });
    });
    return found;
}

std::vector<Participant> Slots::elsewhere(const Clause& clause, int noun, bool friendly, bool in_place) const {
    const auto own_side = actors(clause.subjects);
    // A name of no kind that happens to be near ("COVID-19") is most likely no actor.
    const auto guessed = [&](std::vector<Participant> found) {
        found = others(clause, std::move(found));
        std::erase_if(found, [&](const Participant& p) {
            const bool own = p.actor.kind == Kind::place && !p.actor.country.empty() && std::ranges::any_of(own_side, [&](const Participant& s) { return s.actor.country == p.actor.country; });
            return own || (p.actor.how == "unknown" && p.actor.kind == Kind::other);
        });
        for (Participant& p : found) p.actor.confidence *= k_elsewhere;
        return found;
    };
    for (const std::string& slot : lexicon_->words("aim"))
        if (friendly && (slot == "against" || slot == "from")) continue;
        else if (auto found = guessed(of_verb(clause, slot, noun)); !found.empty()) return found;
    for (const bool others : {false, true})  // at last beyond "its" of "its demand that Chad leave"
        for (const int object : noun >= 0 ? std::vector{noun} : clause.objects)
            if (auto found = guessed(inside(object, friendly, others)); !found.empty()) return found;
    if (auto told = guessed(of_addressee(clause)); !told.empty()) return told;
    auto last = in_place ? guessed(of_verb(clause, "in", noun)) : std::vector<Participant>{};
    if (last.empty()) last = guessed(of_condition(clause));
    return last.empty() && noun >= 0 ? guessed(of_purpose(clause, noun, friendly)) : last;
}

std::vector<int> Slots::after(int noun, const std::string& preposition) const {
    std::vector<int> out;
    const auto take = [&](int governor, std::string_view relation) {
        for (const int c : tree_->children(governor))
            if (tree_->is(c, relation) && !tree_->is(c, "nmod:poss") && tree_->preposition(c) == preposition)
                for (const int w : tree_->conjuncts(c)) out.push_back(w);
    };
    take(noun, "nmod");
    // "no recognition and no talks with Chad", where the parser hung Chad on the first.
    if (const int first = tree_->first_conjunct(noun); out.empty() && first != noun) {
        take(first, "nmod");
        std::erase_if(out, [&](int w) { return w < noun; });
    }
    if (out.empty() && (*tree_)[noun].upos == Upos::ADJ) take(noun, "obl");  // "said sorry to Chad"
    // "the sanctions imposed on Chad", "a plan put forward by Oman"
    if (out.empty())
        for (const int c : tree_->children(noun))
            if (tree_->is(c, "acl")) take(c, "obl");
    return out;
}

std::vector<int> Slots::deep_after(int word, const std::string& preposition) const {
    std::vector<int> level{word};
    for (int depth = 0; depth < k_deepest && !level.empty(); ++depth) {
        std::vector<int> below;
        for (const int w : level)
            for (const int c : tree_->children(w)) {
                if (!tree_->is(c, "nmod") || tree_->is(c, "nmod:poss")) continue;
                if (tree_->preposition(c) == preposition) return tree_->conjuncts(c);
                const NounEntry* act = lexicon_->noun(ascii_lower((*tree_)[c].lemma));  // "an end to the bombing of Chad": not Chad's
                if (!act || !act->meaning.type || quad(*act->meaning.type) < 4) below.push_back(c);
            }
        level = std::move(below);
    }
    return {};
}

std::vector<int> Slots::complement_subjects(const Clause& clause) const {
    for (const int c : tree_->children(clause.predicate)) {
        if (!tree_->is(c, "xcomp") && !tree_->is(c, "ccomp")) continue;
        const Clause inner = clause_of(*tree_, *lexicon_, c);
        return inner.passive || inner.subjects.empty() ? inner.objects : inner.subjects;
    }
    return {};
}

/// "shelters more than a million Chadians", where the parser took the object for an adverb, like "met Monday".
std::vector<Participant> Slots::unmarked(const Clause& clause) const {
    std::vector<int> words;
    for (const Oblique& o : clause.obliques)
        if (o.preposition.empty() && o.word > clause.predicate) words.push_back(o.word);
    return whole(words);
}

std::vector<Participant> Slots::of_verb(const Clause& clause, const std::string& slot, int noun) const {
    if (slot == "obj" && clause.objects.empty() && !clause.passive) return unmarked(clause);
    if (slot == "obj") {
        auto found = noun >= 0 ? whole(clause.objects) : actors(clause.objects);
        return found.empty() && noun >= 0 ? actors(clause.indirect) : found;  // "denied Chad a visa"
    }
    if (slot == "iobj") return actors(clause.indirect);
    if (slot == "xsubj") return whole(complement_subjects(clause));
    if (slot == "subj") return actors(clause.subjects);
    if (slot == "purpose") return of_hostile_purpose(clause);
    if (slot == "goal") return of_goal(clause);
    if (slot == "condition") return of_condition(clause);
    if (slot == "employer") return of_employer(clause);
    if (slot == "mod") return owners(noun >= 0 ? std::vector{noun} : clause.objects);
    return actors(phrases(clause, slot, noun));
}

/// The phrases behind a preposition that belong to a verb or to its object.
std::vector<int> Slots::phrases(const Clause& clause, const std::string& slot, int noun) const {
    std::vector<int> words;
    const auto fronted = [&](int w) { return slot == "in" && w < clause.predicate; };  // "In Chad, planes bombed …": only where it was
    for (const Oblique& o : clause.obliques)  // "in favour of Chad" is nowhere
        if (o.preposition == slot && !fronted(o.word) && !lexicon_->listed("manner", (*tree_)[o.word].lemma)) words.push_back(o.word);
    if (noun >= 0) {
        auto own = after(noun, slot);
        for (const int object : clause.objects)  // "a batch of tanks to Chad"
            if (own.empty() && object != noun && counted(object) == noun) own = after(object, slot);
        words.insert(words.end(), own.begin(), own.end());
    } else {
        for (const int object : clause.objects)
            for (const int w : after(object, slot)) words.push_back(w);
    }
    // A parser often hangs the second of two phrases on the first: "met in Washington with the minister", "returned a head
    // of Zeus to Greece".
    if (words.empty() && slot != "of")
        for (const Oblique& o : clause.obliques)
            if (o.preposition != "against")  // "voted against a candidate for mayor"
                for (const int w : after(o.word, slot)) words.push_back(w);
    if (words.empty() && slot != "of" && slot != "in")
        for (const int object : noun >= 0 ? std::vector{noun} : clause.objects) words = deep_after(object, slot);
    std::erase(words, noun);
    return words;
}

std::vector<Participant> Slots::things(const Clause& clause, const std::string& slot, int noun) const {
    std::vector<Participant> out;
    if (slot == "obj" ? noun >= 0 : is_one_of(slot, {"iobj", "xsubj", "mod", "subj", "purpose", "goal", "condition", "employer"})) return out;
    for (const int w : slot == "obj" ? clause.objects : phrases(clause, slot, noun)) {
        if (auto thing = unnamed_->thing(w)) out.push_back({w, std::move(*thing)});
    }
    return out;
}

std::vector<Participant> Slots::of_things(const Clause& clause, const std::string& slot, int noun) const {
    for (const int w : phrases(clause, slot, noun))
        if (auto found = inside(w); !found.empty()) {
            for (Participant& p : found) p.word = w;  // the phrase is what it is aimed at
            return found;
        }
    return things(clause, slot, noun);
}

std::vector<Participant> Slots::of_noun(int noun, const std::string& slot) const {
    std::vector<int> words;
    if (slot == "poss" || slot == "amod") {
        for (const int c : tree_->children(noun)) {
            const bool wanted = slot == "poss" ? tree_->is(c, "nmod:poss") : tree_->is(c, "amod") || tree_->is(c, "compound");
            if (wanted)
                for (const int w : joined(c)) words.push_back(w);
        }
            if (slot == "poss") return whole(words);
        std::vector<Participant> out;  // "a terrorist attack" is nobody's
        for (const int w : words) {
            for (Participant& p : of_one(w))
                if ((*tree_)[w].upos != Upos::ADJ || p.actor.how != "definite") out.push_back(std::move(p));  // "military operations"
            if (out.empty() && lexicon_->listed("arm", ascii_lower((*tree_)[w].lemma)))  // "police brutality"
                if (auto who = nameless(w)) out.push_back(std::move(*who));
        }
        return out;
    }
    return actors(after(noun, slot));
}

}  // namespace entente
