// SPDX-License-Identifier: Apache-2.0
#include "extract/actors/resolver.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "core/words.hpp"

namespace entente {

Resolver::Resolver(const ActorTable& table, DocumentContext& context, const Tree& tree, Date day, std::uint32_t sentence)
    : table_(table), context_(context), tree_(tree), day_(day), sentence_(sentence),
      matches_(find_names(tree, table, day, context)), memo_(static_cast<std::size_t>(tree.size())) {
    define_acronyms();
    // Left to right: a word for somebody named before finds those before it resolved.
    for (int w = 0; w < tree_.size(); ++w)
        if (const Upos u = tree_[w].upos; u == Upos::NOUN || u == Upos::PROPN || u == Upos::PRON || match_at(w)) remember_name(w);
}

/// Resolves a word; what it names may be called by a part of the name from here on.
void Resolver::remember_name(int word) {
    for (const ActorRef& actor : meant(word)) {
        if (!is_one_of(actor.how, {"unknown", "name"}) || !is_mention(word)) continue;
        if (actor.how == "unknown") context_.alias(name_key(actor.label), actor);
        if (!actor.is_person()) continue;
        const auto pieces = name_pieces(actor.label);
        if (pieces.size() > 1) context_.alias(pieces.back(), actor);
        if (pieces.size() > 2) context_.alias(pieces[pieces.size() - 2] + " " + pieces.back(), actor);
        remember_titles(word, actor.id);
    }
}

std::optional<ActorRef> Resolver::resolve(int head) const {
    const auto& actors = meant(head);
    if (actors.empty() || (actors.size() > 1 && actors.front().how == "several")) return std::nullopt;
    return actors.front();
}

std::vector<ActorRef> Resolver::resolve_all(int head) const { return meant(head); }

/// What read() says, once for each word. What is cut short by depth is not kept.
const std::vector<ActorRef>& Resolver::meant(int head) const {
    static const std::vector<ActorRef> nobody;
    Memo& memo = memo_[static_cast<std::size_t>(head)];
    if (memo.done) return memo.actors;
    if (memo.busy || depth_ >= k_deepest) return nobody;
    memo.busy = true;
    ++depth_;
    memo.actors = read(head);
    --depth_;
    memo.busy = false;
    memo.done = depth_ == 0;
    return memo.actors;
}

std::vector<ActorRef> Resolver::read(int head) const {
    if (tree_[head].upos == Upos::PRON || tree_[head].xpos == "PRP$") return pronoun(head);
    const auto one = [](std::optional<ActorRef> actor) {
        return actor ? std::vector{std::move(*actor)} : std::vector<ActorRef>{};
    };
    if (tree_.is(head, "appos"))
        if (auto actor = apposition(head)) return one(actor);
    if (auto actor = named(head)) return one(actor);
    if (auto several = pair(head); !several.empty()) return several;
    if (auto actor = with_role(head)) {
        std::vector<ActorRef> out{std::move(*actor)};
        // "Envoys from Peru, Chile and Mercosur": one of each.
        const auto role = out.front().how == "role" ? role_phrase(head) : std::nullopt;
        if (!role) return out;
        std::vector<int> owners(tree_.children(head).begin(), tree_.children(head).end());
        if (const int c = next_phrase(head, role->role->relational); c >= 0) owners.push_back(c);
        for (const int c : owners) {
            if (!tree_.is(c, "nmod") && !tree_.is(c, "amod") && !tree_.is(c, "obl")) continue;
            const auto conjuncts = tree_.conjuncts(c);
            if (conjuncts.size() < 2) continue;
            const auto of_first = child_actor(head, c);
            if (!of_first || give_role(*of_first, *role->role, head).id != out.front().id) continue;
            for (const int w : conjuncts)
                if (w != c)
                    if (auto other = child_actor(head, w)) out.push_back(give_role(std::move(*other), *role->role, head));
        }
        return out;
    }
    if (auto actor = nominal(head)) return one(actor);
    return one(unknown_name(head));
}

const NameHit* Resolver::match_at(int word) const {
    const auto it = std::ranges::find_if(matches_, [&](const NameHit& m) { return m.first <= word && word <= m.last; });
    return it == matches_.end() || it->actor->kind == Kind::other ? nullptr : &*it;
}

/// A name that the table knows to be nobody's: "COVID-19".
bool Resolver::is_nobody(int word) const {
    return std::ranges::any_of(matches_, [&](const NameHit& m) { return m.first <= word && word <= m.last && m.actor->kind == Kind::other; });
}

/// A body of state that goes by the state's name ("Indian Army") is the state, in the body's role.
ActorRef Resolver::of_table(const ActorEntry& actor, std::string_view how) const {
    if (!actor.state.empty())
        if (const ActorEntry* state = table_.find(actor.state)) {
            ActorRef body = of_table(*state, "role");
            body.role = actor.role;
            return body;
        }
    ActorRef ref{actor.id, actor.label, actor.kind, std::string(table_.country_on(actor, day_)), actor.role, 1, how};
    if (actor.kind == Kind::person && ref.role.empty()) ref.role = "GOV";
    return ref;
}

std::optional<ActorRef> Resolver::named(int head) const {
    for (const Defined& d : defined_)
        if (d.first <= head && head <= d.last) return d.actor;
    const NameHit* match = match_at(head);
    if (!match) return std::nullopt;
    // What the document itself calls by these letters goes before the table.
    const std::string& form = match->name->form;
    if (std::ranges::none_of(form, [](char c) { return c >= 'a' && c <= 'z'; }))
        if (const ActorRef* own = context_.by_alias(name_key(form))) return *own;
    // A name inside a longer name ("Kabul University") is its owner, not the actor itself.
    for (const int c : tree_.children(head))
        if (c > match->last && (tree_.is(c, "flat") || tree_.is(c, "compound")) && tree_[c].upos == Upos::PROPN &&
            match->name->kind != NameKind::name)
            return std::nullopt;
    if (match->name->weak && match->actor->kind == Kind::organisation)  // "Peru's Congress"
        if (const auto role = role_phrase(head))
            if (const auto owner = modifier(head, false, &*role); owner && owner->country != match->actor->country) return std::nullopt;
    switch (match->name->kind) {
        case NameKind::demonym: {
            if (tree_.is(head, "amod") || tree_.is(head, "compound")) return of_table(*match->actor, "demonym");
            ActorRef people = of_table(*match->actor, "demonym");
            people.role = tree_[head].xpos.ends_with('S') ? "CVL" : "";
            return people;
        }
        case NameKind::capital:
        case NameKind::seat: return of_capital(head, *match);
        case NameKind::name: break;
    }
    // A Merkel of another given name is not the Merkel of the table.
    if (match->actor->kind == Kind::person)
        for (const int c : tree_.children(head))
            if (tree_.is(c, "flat") && tree_[c].upos == Upos::PROPN && (c < match->first || c > match->last)) return std::nullopt;
    return of_table(*match->actor, "name");
}

/// A capital or a seat acts and is addressed for its government; where something is or goes, it is a place.
std::optional<ActorRef> Resolver::of_capital(int head, const NameHit& hit) const {
    if (is_locative(head)) {
        const std::string label = text_between(hit.first, hit.last);
        for (const Name& n : table_.names(name_key(label)))
            if (const ActorEntry& place = table_.actors()[n.actor]; place.kind == Kind::place && !n.weak && place.country == hit.actor->country)
                return of_table(place, "place");
        if (hit.name->kind == NameKind::capital)
            return ActorRef{slug(label), label, Kind::place, hit.actor->country, {}, 0.9, "place", "capital of " + hit.actor->label};
    }
    ActorRef actor = of_table(*hit.actor, "metonym");
    if (actor.role.empty()) actor.role = "GOV";
    actor.how = "metonym";
    actor.confidence = 0.85;
    return actor;
}

bool Resolver::is_locative(int head) const {
    const int first = tree_.first_conjunct(head);
    const auto is_made = [&](int word, std::string_view use) {
        return word >= 0 && table_.words.makes_place(ascii_lower(tree_[word].lemma), use);
    };
    const std::string_view preposition = tree_.preposition(first);
    if (is_one_of(preposition, {"in", "at", "near", "around", "outside", "across", "through", "throughout", "into", "within",
                                "inside", "over", "above", "beyond", "via"}))
        return true;
    const int governor = tree_.head(first);
    if (governor < 0) return false;
    const int mark = tree_.child(first, "case");
    if (mark > 0 && is_one_of(ascii_lower(tree_[mark - 1].form), {"far", "away", "north", "south", "east", "west"})) return true;
    if (is_one_of(preposition, {"to", "from", "for", "toward", "towards", "onto"})) {
        if (is_made(governor, "motion") && !tree_.has(governor, "obj")) return true;
        // "drove out and on to Cairo": the motion is a verb further up.
        return tree_.is(first, "obl") && tree_.head(governor) >= 0 && tree_.is(governor, "conj") && is_made(tree_.head(governor), "motion");
    }
    if (preposition == "of" || tree_.is(first, "nmod:poss")) return is_made(governor, "part");
    if (tree_.is(first, "obj")) return is_made(governor, "object");
    return tree_.is(first, "nsubj:pass") && is_made(governor, "object");
}

/// "Halvorsen, a former miner", "Peru, the third country to sign": the noun is who it stands beside.
std::optional<ActorRef> Resolver::apposition(int head) const {
    const int governor = tree_.head(head);
    if (tree_[head].upos == Upos::PROPN && !match_at(head)) return std::nullopt;
    const NameHit* own = match_at(head);
    if (own && own->name->kind != NameKind::demonym) return std::nullopt;
    if (tree_[head].xpos.ends_with('S') || governor < 0 || governor > head) return std::nullopt;
    const auto& actors = meant(governor);
    if (actors.size() != 1 || is_one_of(actors.front().how, {"role", "place"})) return std::nullopt;
    ActorRef actor = actors.front();
    const std::string noun = ascii_lower(tree_[head].lemma);
    const Nominal* nominal = table_.words.find(noun);
    const auto role = role_phrase(head);
    const bool person = own || (role && role->role->person) || (nominal && std::ranges::find(nominal->kinds, Kind::person) != nominal->kinds.end());
    const bool fits = actor.is_person() ? person : nominal && std::ranges::find(nominal->kinds, actor.kind) != nominal->kinds.end();
    if (!fits) return std::nullopt;
    actor.how = "apposition";
    actor.because = "beside " + actor.label;
    return actor;
}

bool Resolver::is_mention(int word) const {
    if (const NameHit* m = match_at(word)) return tree_.head(word) < m->first || tree_.head(word) > m->last;
    return !tree_.is(word, "flat") && !tree_.is(word, "fixed") && tree_[word].upos != Upos::PUNCT &&
           (tree_[word].upos != Upos::PROPN || !tree_.is(word, "compound"));
}

Mentioned Resolver::as_mentioned(int word, const ActorRef& actor) const {
    const int first = tree_.first_conjunct(word);
    const bool aside = tree_.is(word, "amod") || tree_.is(word, "compound") || tree_.is(word, "nmod");
    return {actor, sentence_, tree_.is(first, "nsubj"), tree_[word].xpos.ends_with('S') || actor.kind == Kind::group || actor.kind == Kind::people,
            aside, actor.is_person()};
}

/// The role nouns around a person's name are titles of his: "Governor Halvorsen", "the envoy, Amina Wairimu".
void Resolver::remember_titles(int word, const std::string& person) {
    std::vector<int> around(tree_.children(word).begin(), tree_.children(word).end());
    around.push_back(word);
    if (tree_.is(word, "appos") || tree_.is(word, "flat")) around.push_back(tree_.head(word));
    for (const int w : around) {
        const auto role = role_phrase(w);
        if (!role || !role->role->person) continue;
        context_.title(role->text, person);
        context_.title(ascii_lower(tree_[w].lemma), person);
    }
}

void Resolver::remember() {
    for (int w = 0; w < tree_.size(); ++w) {
        const auto& actors = meant(w);
        const bool subject = tree_.is(w, "nsubj");
        if (actors.empty()) {
            if (!subject || tree_[w].upos != Upos::NOUN) continue;
            const auto role = role_phrase(w);
            Mentioned nobody = as_mentioned(w, {});
            nobody.person = role && role->role->person;
            context_.mention(std::move(nobody));
            continue;
        }
        if (!is_mention(w)) continue;
        for (const ActorRef& actor : actors) context_.mention(as_mentioned(w, actor));
    }
}

}  // namespace entente
