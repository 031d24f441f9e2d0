// SPDX-License-Identifier: Apache-2.0
// Officials, offices, forces: who acts by a role, and for whom.
#include <fmt/format.h>

#include <algorithm>

#include "core/words.hpp"
#include "extract/actors/resolver.hpp"

namespace entente {
namespace {

std::string plural(std::string noun) {
    if (noun.ends_with("man")) return noun.replace(noun.size() - 2, 1, "e");
    if (noun.ends_with("s")) return noun;
    const bool vowel = noun.size() > 1 && std::string_view("aeiou").find(noun[noun.size() - 2]) != std::string_view::npos;
    return noun.ends_with("y") && !vowel ? noun.replace(noun.size() - 1, 1, "ies") : noun + "s";
}

}  // namespace

std::optional<Resolver::RolePhrase> Resolver::role_phrase(int head) const {
    std::optional<RolePhrase> found;
    std::string phrase = ascii_lower(tree_[head].lemma);
    const auto take = [&](const std::string& text, int first, int last) {
        if (const Role* role = table_.role(text)) found = {role, text, first, last};
    };
    take(phrase, head, head);
    for (int w = head - 1; w >= 0 && w >= head - 5; --w) {
        if (tree_[w].form == "-" && w > 0 && tree_[w].span.begin == tree_[w - 1].span.end) {  // "secretary-general"
            phrase = ascii_lower(tree_[w - 1].lemma) + "-" + phrase;
            take(phrase, --w, head);
            continue;
        }
        if (tree_.head(w) != head || !(tree_.is(w, "amod") || tree_.is(w, "compound") || tree_.is(w, "nmod"))) break;
        phrase = ascii_lower(tree_[w].lemma) + " " + phrase;
        take(phrase, w, head);
    }
    // "Secretary of State", "House of Representatives", "commander in chief"
    if (head + 2 < tree_.size() && is_one_of(tree_[head + 1].form, {"of", "in", "for"})) {
        std::string longer = ascii_lower(tree_[head].lemma) + " " + tree_[head + 1].form;
        for (int w = head + 2; w < tree_.size() && w <= head + 4; ++w) {
            longer += " " + ascii_lower(tree_[w].form);
            take(longer, found ? std::min(found->first, head) : head, w);
        }
    }
    return found;
}

std::optional<ActorRef> Resolver::child_actor(int head, int child) const {
    const NameHit* m = match_at(child);
    if (m && m->name->weak && tree_.has(child, "nmod"))  // "the assembly of the Congress of Peru"
        if (auto own = resolve(child)) return own;
    if (m && !(m->first <= head && head <= m->last))
        return of_table(*m->actor, m->name->kind == NameKind::demonym ? "demonym" : "name");
    if (tree_.is(child, "amod")) return std::nullopt;
    auto actor = tree_.is(child, "compound") || tree_.is(child, "nmod:desc") ? with_role(child) : resolve(child);
    if (!actor && !tree_.is(child, "nmod:poss")) actor = modifier(child, false, nullptr);
    if (!actor && tree_.is(child, "compound") && tree_[child].form == "Coalition") actor = unknown_name(child);  // "Coalition forces"
    return actor;
}

int Resolver::next_phrase(int head, bool relational) const {
    if (tree_.head(head) < 0) return -1;
    for (const int c : tree_.children(tree_.head(head))) {
        const std::string_view preposition = tree_.preposition(c);
        const bool wanted = preposition == "from" || preposition == (relational ? "in" : "of");
        if (c > head && wanted && tree_.child(c, "case") == head + 1) return c;
    }
    return -1;
}

/// Whom the noun belongs to, by what stands around it; `role`: its own words, which are no owner.
std::optional<ActorRef> Resolver::modifier(int head, bool relational, const RolePhrase* role) const {
    std::optional<ActorRef> found;
    if (depth_ >= k_deepest) return found;
    ++depth_;
    const auto try_children = [&](auto wanted) {
        for (const int c : tree_.children(head))
            if (!found && wanted(c) && (!role || c < role->first || c > role->last)) found = child_actor(head, c);
    };
    const auto after = [&](int c, std::initializer_list<std::string_view> prepositions) {
        return tree_.is(c, "nmod") && is_one_of(tree_.preposition(c), prepositions);
    };
    const auto adjacent = [&](int c) { return tree_.is(c, "amod") || tree_.is(c, "compound"); };
    const auto people = [&](int c) {
        const NameHit* m = match_at(c);
        return m && m->actor->kind == Kind::people;
    };
    if (!relational) {
        std::optional<ActorRef> guessed;  // "the prosecutor's office of Chad" is not that of the state spoken of before
        const auto guess = [&] {
            if (!found || found->how != "definite") return;
            if (!guessed) guessed = std::move(found);
            found.reset();
        };
        try_children([&](int c) { return adjacent(c) && !people(c); });
        guess();
        try_children([&](int c) { return tree_.is(c, "nmod:poss"); });
        guess();
        try_children([&](int c) { return tree_.is(c, "nmod:desc"); });
        try_children([&](int c) { return after(c, {"of", "for", "to"}) && (tree_.preposition(c) != "to" || role); });
        if (!found) found = std::move(guessed);
    }
    try_children([&](int c) { return after(c, {"in", "from"}); });
    if (!relational) try_children(people);
    if (!found)
        if (const int c = next_phrase(head, relational); c >= 0) found = child_actor(head, c);
    --depth_;
    return found;
}

ActorRef Resolver::give_role(ActorRef owner, const Role& role, int head) const {
    const std::string noun = ascii_lower(tree_[head].lemma);
    owner.how = "role";
    owner.because.clear();
    // A leader's spokesman or an outlet's reporter acts for the state or body behind.
    if (owner.is_person() && !owner.country.empty())
        if (const ActorEntry* state = table_.find(owner.country)) owner = of_table(*state, "role");
    if (is_one_of(role.code, {"REB", "SEP", "OPP"}) && owner.kind == Kind::country) {
        // Those who fight or oppose a government are not that government.
        const ActorEntry* state = table_.find(owner.id);
        const std::string who = noun == "terrorist" ? "militant" : noun;  // data/actors/README.md: neutral names
        owner.label = fmt::format("{} {}", state->adjective.empty() ? state->label : state->adjective,
                                  role.collective ? who : plural(who));
        owner.id = slug(owner.label);
        owner.kind = Kind::group;
    }
    if (owner.kind == Kind::place && !owner.country.empty() && role.code != "REB" && role.code != "SEP") {
        const std::string country = owner.country;
        if (const ActorEntry* state = table_.find(country)) owner = of_table(*state, "role");
    }
    owner.role = role.code;
    owner.confidence *= 0.95;
    return owner;
}

/// A name that stands beside a role: of the table, or new.
std::optional<ActorRef> Resolver::named_person(int name, int role) const {
    if (auto known = named(name)) return known->is_person() ? known : std::nullopt;
    const Entity* entity = entity_at(name);
    const bool person = entity && entity->kind == EntityKind::per;
    if (tree_[name].upos != Upos::PROPN || (!person && !tree_.is(name, "flat") && !tree_.has(name, "flat"))) return std::nullopt;
    auto actor = unknown_name(name, true);
    if (!actor || actor->how != "unknown") return actor;
    if (const auto phrase = role_phrase(role))
        if (const auto owner = modifier(role, phrase->role->relational, &*phrase)) actor->country = owner->country;
    return actor;
}

/// "Kenyan envoy Amina Wairimu", "the governor, Piet Mulder": the parser may hang the name on the role, or the words just
/// stand beside each other.
std::optional<ActorRef> Resolver::person_called(const RolePhrase& role, int head) const {
    for (const int c : tree_.children(head))
        if (tree_.is(c, "appos") || tree_.is(c, "flat"))
            if (auto name = named_person(c, head)) return name;
    const int next = role.last + 1;
    if (!role.role->person || next >= tree_.size() || tree_[next].upos != Upos::PROPN) return std::nullopt;
    const NameHit* hit = match_at(next);
    const Entity* entity = entity_at(next);
    const bool hit_person = hit && hit->first == next && hit->actor->kind == Kind::person;
    if (!hit_person && !(entity && entity->kind == EntityKind::per && entity->first <= next)) return std::nullopt;
    // The head of the name; names of others ("told the minister Musa had …") begin a clause of their own.
    int name = next;
    for (const int last = hit_person ? hit->last : entity->last; tree_.head(name) > next && tree_.head(name) <= last;) name = tree_.head(name);
    if (tree_.is(name, "nsubj") && tree_.head(name) != head && tree_.head(name) != tree_.head(head)) return std::nullopt;
    return named_person(name, head);
}

bool Resolver::is_former(const RolePhrase& role, int head) const {
    if (role.text.starts_with("former ") || role.text.starts_with("ex")) return true;
    for (const int c : tree_.children(head))
        if (c < head && is_one_of(ascii_lower(tree_[c].lemma), {"former", "ex", "late", "ex-", "onetime", "one-time", "erstwhile", "deposed", "ousted"}))
            return true;
    return false;
}

/// "The Russian president" on a day: the person who held the office then.
std::optional<ActorRef> Resolver::office_holder(const RolePhrase& role, int head, const ActorRef& owner) const {
    if (!role.role->person || tree_[head].xpos.ends_with('S') || tree_.is(head, "compound")) return std::nullopt;
    for (const int c : tree_.children(head)) {
        if (tree_.is(c, "det") && !is_one_of(ascii_lower(tree_[c].form), {"the", "this"})) return std::nullopt;
        if (tree_.is(c, "nummod")) return std::nullopt;
        if ((c < role.first || c > role.last) &&
            is_one_of(ascii_lower(tree_[c].lemma), {"next", "future", "then", "previous", "first", "deputy", "vice", "rival", "incoming",
                                                    "elect", "would-be", "another", "last", "second"}))
            return std::nullopt;
    }
    const ActorEntry* person = table_.holder(role.text, owner.id, day_);
    if (!person) return std::nullopt;
    ActorRef ref = of_table(*person, "office");
    const Office* office = table_.office(*person, role.text, day_);
    ref.because = fmt::format("{} of {} on {}", office ? office->title : role.text, owner.label, to_string(day_));
    ref.confidence = 0.9;
    return ref;
}

/// "His Turkish counterpart": who holds, in Turkey, the office that the possessor holds at home.
std::optional<ActorRef> Resolver::counterpart(int head, const std::optional<ActorRef>& owner) const {
    if (!owner || owner->kind != Kind::country) return std::nullopt;
    ActorRef state = *owner;
    state.role = "GOV";
    state.how = "role";
    state.because = "a counterpart in " + owner->label;
    const int possessor = tree_.child(head, "nmod:poss");
    const auto whose = possessor >= 0 ? resolve(possessor) : std::nullopt;
    const ActorEntry* person = whose && whose->is_person() ? table_.find(whose->id) : nullptr;
    if (!person || day_ == k_no_day) return state;
    for (const Office& o : person->offices)
        if (o.when.covers(day_))
            if (const ActorEntry* other = table_.holder(o.title, owner->id, day_)) {
                ActorRef ref = of_table(*other, "office");
                ref.because = fmt::format("counterpart of {}: {} of {} on {}", whose->label, o.title, owner->label, to_string(day_));
                ref.confidence = 0.8;
                return ref;
            }
    return state;
}

/// "Baltic Shipping Union": the model sees a body, and more words of its name are capitalised than role and owner.
bool Resolver::is_own_name(const RolePhrase& role, int head) const {
    const Entity* entity = entity_at(head);
    if (!entity || entity->kind != EntityKind::org || tree_[head].upos != Upos::PROPN) return false;
    for (int w = entity->first; w < role.first; ++w)
        if (!match_at(w) && tree_[w].form[0] >= 'A' && tree_[w].form[0] <= 'Z' && tree_[w].upos != Upos::DET) return true;
    return false;
}

std::optional<ActorRef> Resolver::with_role(int head) const {
    const auto role = role_phrase(head);
    if (!role) return std::nullopt;
    if (auto name = person_called(*role, head)) return name;
    auto owner = modifier(head, role->role->relational, &*role);
    if (role->text == "counterpart") {
        for (const int c : tree_.children(head))  // "his Turkish counterpart": the adjective, not "his"
            if (tree_.is(c, "amod"))
                if (const NameHit* m = match_at(c)) owner = of_table(*m->actor, "demonym");
        return counterpart(head, owner);
    }
    if (owner && owner->kind != Kind::country && is_own_name(*role, head)) return std::nullopt;
    if (owner) {
        const bool former = is_former(*role, head);
        if (!former)
            if (auto person = office_holder(*role, head, *owner)) return person;
        ActorRef actor = give_role(std::move(*owner), *role->role, head);
        if (former && role->role->person && actor.kind == Kind::country) actor.role = "ELI";
        return actor;
    }
    if (role->role->relational) return std::nullopt;
    if (is_definite(head))
        if (const std::string* body = table_.sole_body(role->text))
            if (const ActorEntry* entry = table_.find(*body))
                if (auto person = office_holder(*role, head, of_table(*entry, "role"))) return person;
    return definite(head, *role);
}

std::optional<ActorRef> Resolver::owner(int head) const {
    const auto role = role_phrase(head);
    auto actor = modifier(head, role && role->role->relational, role ? &*role : nullptr);
    if (actor && actor->kind == Kind::place && actor->country.empty()) return std::nullopt;  // "European calls"
    if (actor) actor->confidence *= 0.8;
    return actor;
}

}  // namespace entente
