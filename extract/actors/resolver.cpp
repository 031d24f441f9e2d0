// SPDX-License-Identifier: Apache-2.0
#include "extract/actors/resolver.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "core/words.hpp"

namespace entente {
namespace {

std::string plural(std::string noun) {
    if (noun.ends_with("man")) return noun.replace(noun.size() - 2, 1, "e");
    if (noun.ends_with("s")) return noun;
    const bool vowel = noun.size() > 1 && std::string_view("aeiou").find(noun[noun.size() - 2]) != std::string_view::npos;
    return noun.ends_with("y") && !vowel ? noun.replace(noun.size() - 1, 1, "ies") : noun + "s";
}

}  // namespace

Resolver::Resolver(const ActorTable& table, DocumentContext& context, const Tree& tree, Date day, std::uint32_t sentence)
    : table_(table), context_(context), tree_(tree), day_(day), sentence_(sentence),
      matches_(find_names(tree, table, day, [&](const std::string& id) { return context.seen(id); })) {
    define_acronyms();
}

const NameHit* Resolver::match_at(int word) const {
    const auto it = std::ranges::find_if(matches_, [&](const NameHit& m) { return m.first <= word && word <= m.last; });
    return it == matches_.end() ? nullptr : &*it;
}

ActorRef Resolver::of_table(const ActorEntry& actor, std::string_view how) const {
    ActorRef ref{actor.id, actor.label, actor.kind, std::string(table_.country_on(actor, day_)), actor.role, 1, how};
    if (actor.kind == Kind::person && ref.role.empty()) ref.role = "GOV";
    return ref;
}

/// "Russian forces", "Indian Army": a body of state that goes by the state's name is the state.
const ActorEntry* Resolver::state_behind(const NameHit& hit) const {
    const ActorEntry& body = *hit.actor;
    if (body.kind != Kind::organisation || body.country.empty() || !is_one_of(body.role, {"GOV", "MIL", "COP", "SPY", "LEG", "JUD"}))
        return nullptr;
    std::string key;
    for (const std::string& piece : name_pieces(hit.name->form)) {
        (key += key.empty() ? "" : " ") += piece;
        for (const Name& n : table_.names(key))
            if (const ActorEntry& state = table_.actors()[n.actor]; state.id == body.country) return &state;
    }
    return nullptr;
}

std::optional<ActorRef> Resolver::named(int head) const {
    for (const Defined& d : defined_)
        if (d.first <= head && head <= d.last) return d.actor;
    const NameHit* match = match_at(head);
    if (!match) return std::nullopt;
    // A name inside a longer name ("Kabul University") is its owner, not the actor itself.
    for (const int c : tree_.children(head))
        if (c > match->last && (tree_.is(c, "flat") || tree_.is(c, "compound")) && tree_[c].upos == Upos::PROPN &&
            match->name->kind != NameKind::name)
            return std::nullopt;
    const bool plural = tree_[head].xpos.ends_with('S');
    switch (match->name->kind) {
        case NameKind::demonym: {
            if (tree_.is(head, "amod") || tree_.is(head, "compound")) return of_table(*match->actor, "demonym");
            ActorRef people = of_table(*match->actor, "demonym");
            people.role = plural ? "CVL" : "";
            return people;
        }
        case NameKind::capital:
        case NameKind::seat: {
            ActorRef state = of_table(*match->actor, "metonym");
            state.role = "GOV";
            state.confidence = 0.85;
            return state;
        }
        case NameKind::name: break;
    }
    // A Merkel of another given name is not the Merkel of the table.
    if (match->actor->kind == Kind::person)
        for (const int c : tree_.children(head))
            if (tree_.is(c, "flat") && tree_[c].upos == Upos::PROPN && (c < match->first || c > match->last)) return std::nullopt;
    if (const ActorEntry* state = state_behind(*match)) {
        ActorRef body = of_table(*state, "role");
        body.role = match->actor->role;
        return body;
    }
    return of_table(*match->actor, "name");
}

const Role* Resolver::role_of(int head, int& first) const {
    std::string phrase = ascii_lower(tree_[head].lemma);
    std::vector<std::string> phrases{phrase};
    for (int w = head - 1; w >= 0 && w >= head - 3 && tree_.head(w) == head &&
                           (tree_.is(w, "amod") || tree_.is(w, "compound") || tree_.is(w, "nmod")); --w) {
        phrase = ascii_lower(tree_[w].lemma) + " " + phrase;
        phrases.push_back(phrase);
    }
    for (std::size_t n = phrases.size(); n-- > 0;)
        if (const Role* role = table_.role(phrases[n])) {
            first = head - static_cast<int>(n);
            return role;
        }
    return nullptr;
}

std::optional<ActorRef> Resolver::child_actor(int head, int child) const {
    if (const NameHit* m = match_at(child); m && !(m->first <= head && head <= m->last))
        return of_table(*m->actor, m->name->kind == NameKind::demonym ? "demonym" : "name");
    if (tree_.is(child, "amod")) return std::nullopt;
    auto actor = tree_.is(child, "compound") || tree_.is(child, "nmod:desc") ? with_role(child) : resolve(child);
    if (!actor && !tree_.is(child, "nmod:poss")) actor = modifier(child);
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

std::optional<ActorRef> Resolver::modifier(int head, bool relational) const {
    if (depth_ >= k_deepest) return std::nullopt;
    ++depth_;
    std::optional<ActorRef> found;
    const auto try_children = [&](auto wanted) {
        for (const int c : tree_.children(head))
            if (!found && wanted(c)) found = child_actor(head, c);
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
        try_children([&](int c) { return adjacent(c) && !people(c); });
        try_children([&](int c) { return tree_.is(c, "nmod:poss"); });
        try_children([&](int c) { return tree_.is(c, "nmod:desc"); });
        try_children([&](int c) { return after(c, {"of", "for"}); });
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

/// "Kenyan envoy Amina Wairimu", where the parser hangs the name on the role.
std::optional<ActorRef> Resolver::person_called(int role, int name) const {
    if (auto known = named(name)) return known->is_person() ? known : std::nullopt;
    if (tree_[name].upos != Upos::PROPN || (!tree_.is(name, "flat") && !tree_.has(name, "flat"))) return std::nullopt;
    auto person = unknown_name(name);
    if (!person || person->how != "unknown") return person;
    person->kind = Kind::person;
    if (const auto owner = modifier(role)) person->country = owner->country;
    return person;
}

std::optional<ActorRef> Resolver::with_role(int head) const {
    int first = head;
    const Role* role = role_of(head, first);
    if (!role) return std::nullopt;
    for (const int c : tree_.children(head))
        if (tree_.is(c, "appos") || tree_.is(c, "flat"))
            if (auto name = person_called(head, c)) return name;
    if (auto owner = modifier(head, role->relational)) return give_role(std::move(*owner), *role, head);
    if (role->relational) return std::nullopt;
    return definite(head, *role);
}

std::optional<ActorRef> Resolver::resolve(int head) const {
    if (depth_ >= k_deepest) return std::nullopt;
    if (tree_[head].upos == Upos::PRON) return pronoun(head);
    if (auto actor = named(head)) return actor;
    if (auto actor = with_role(head)) return actor;
    if (auto actor = nominal(head)) return actor;
    return unknown_name(head);
}

std::vector<ActorRef> Resolver::resolve_all(int head) const {
    std::vector<ActorRef> out;
    auto first = resolve(head);
    if (!first) return out;
    int role_start = head;
    const Role* role = first->how == "role" ? role_of(head, role_start) : nullptr;
    out.push_back(std::move(*first));
    if (!role) return out;
    std::vector<int> owners(tree_.children(head).begin(), tree_.children(head).end());
    if (const int c = next_phrase(head, role->relational); c >= 0) owners.push_back(c);
    for (const int c : owners) {
        if (!tree_.is(c, "nmod") && !tree_.is(c, "amod") && !tree_.is(c, "obl")) continue;
        const auto conjuncts = tree_.conjuncts(c);
        const auto of_first = child_actor(head, c);
        if (conjuncts.size() < 2 || !of_first || give_role(*of_first, *role, head).id != out.front().id) continue;
        for (const int w : conjuncts)
            if (w != c)
                if (auto actor = child_actor(head, w)) out.push_back(give_role(std::move(*actor), *role, head));
    }
    return out;
}

std::optional<ActorRef> Resolver::owner(int head) const {
    int first = head;
    const Role* role = role_of(head, first);
    auto actor = modifier(head, role && role->relational);
    if (actor) actor->confidence *= 0.8;
    return actor;
}

void Resolver::remember() {
    for (int w = 0; w < tree_.size(); ++w) {
        const NameHit* match = match_at(w);
        const bool head_of_match = match && (tree_.head(w) < match->first || tree_.head(w) > match->last);
        const bool name = tree_[w].upos == Upos::PROPN && !tree_.is(w, "flat") && !tree_.is(w, "compound");
        const bool subject = tree_.is(w, "nsubj");
        if (!head_of_match && !name && !subject) continue;
        auto actor = resolve(w);
        if (!actor && head_of_match) actor = of_table(*match->actor, "name");
        if (!actor) continue;
        context_.mention(*actor, sentence_, subject || tree_.is(tree_.first_conjunct(w), "nsubj"));
        if (actor->is_person() && (actor->how == "unknown" || actor->how == "name")) {
            const auto pieces = name_pieces(actor->label);
            if (pieces.size() > 1) context_.alias(pieces.back(), *actor);
        }
        if (actor->how == "unknown") context_.alias(name_key(actor->label), *actor);
    }
}

}  // namespace entente
