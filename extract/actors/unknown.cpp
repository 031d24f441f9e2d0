// SPDX-License-Identifier: Apache-2.0
// Actors that no table knows: names with what the sentence says of them, and acronyms that it defines.
#include <algorithm>

#include "core/words.hpp"
#include "extract/actors/resolver.hpp"
#include "extract/time/time.hpp"

namespace entente {
namespace {

bool is_upper(char c) { return c >= 'A' && c <= 'Z'; }

bool is_acronym(std::string_view form) {
    return form.size() >= 2 && form.size() <= 10 && std::ranges::count_if(form, is_upper) >= 2 && is_upper(form.back() == '.' ? form.front() : form.back()) &&
           std::ranges::none_of(form, [](char c) { return c == ' ' || static_cast<unsigned char>(c) >= 0x80; });
}

bool is_honorific(std::string_view form) {
    return is_one_of(form, {"Mr", "Mr.", "Mrs", "Mrs.", "Ms", "Ms.", "Miss", "Dr", "Dr.", "Sir", "Lord", "Lady", "Dame", "Gen", "Gen.", "Col",
                            "Col.", "Lt", "Lt.", "Sgt", "Sgt.", "Capt", "Capt.", "Maj", "Maj.", "Sen", "Sen.", "Rep", "Rep.", "Gov", "Gov.",
                            "Prof", "Prof.", "Rev", "Rev.", "Adm", "Adm.", "Hon", "Hon.", "President", "Brig", "Brig.", "."});
}

}  // namespace

bool Resolver::is_time(int word) const {
    if (is_one_of(tree_[word].form, {"May", "March"}) && !entity_at(word)) return true;
    if (tree_[word].deprel.ends_with(":unmarked") || tree_[word].deprel.ends_with(":tmod")) return true;
    return !time::find_times(tree_[word].form, Date{}).empty() ||
           (!entity_at(word) && !time::find_times("in " + tree_[word].form, Date{}).empty());  // "from January"
}

const Entity* Resolver::entity_at(int word) const {
    for (const Entity& e : tree_.sentence().entities)
        if (e.first <= word && word <= e.last) return &e;
    return nullptr;
}

/// By what the model takes the name for, else by its form: given names and titles make a person.
Kind Resolver::kind_of_name(int head) const {
    if (const Entity* e = entity_at(head)) switch (e->kind) {
            case EntityKind::per: return Kind::person;
            case EntityKind::org: return Kind::organisation;
            case EntityKind::loc: return Kind::place;
            case EntityKind::norp: return Kind::people;
            case EntityKind::misc: return Kind::other;
        }
    return tree_.has(head, "flat") || tree_.has(head, "nmod:desc") ? Kind::person : Kind::other;
}

/// The words of the name that this word heads: what the model marks, and what hangs on it as a part of a name; without
/// titles, honorifics and articles before it.
Tree::Range Resolver::extent_of_name(int head, bool person) const {
    int first = head;
    int last = head;
    const auto part = [&](int w) {
        const bool proper = tree_[w].upos == Upos::PROPN || (tree_.is(w, "amod") && tree_[w].xpos == "NNP" && !match_at(w));
        return tree_.head(w) == head && proper && (tree_.is(w, "flat") || tree_.is(w, "compound") || tree_.is(w, "amod"));
    };
    while (first > 0 && (part(first - 1) || (tree_[first - 1].form == "-" && first > 1 && part(first - 2)))) --first;
    while (last + 1 < tree_.size() && (part(last + 1) || (tree_[last + 1].form == "-" && last + 2 < tree_.size() && part(last + 2)))) ++last;
    if (const Entity* e = entity_at(head); e && e->kind != EntityKind::norp) {
        // A mark that is narrower than the tree's name is a part of it; a wider one knows more ("Institute for Peace").
        first = std::min(first, e->first);
        last = std::max(last, e->last);
    }
    const auto title = [&](int w) {
        const Role* role = table_.role(ascii_lower(tree_[w].lemma));
        return tree_[w].form == "-" || tree_[w].upos == Upos::DET || tree_[w].upos == Upos::PUNCT || is_honorific(tree_[w].form) ||
               (role && role->person) || (match_at(w) && match_at(w)->name->kind == NameKind::demonym && kind_of_name(head) == Kind::person);
    };
    // "Foreign Minister Halvorsen", "Swedish Defence Minister Lind": all up to the last word of a title.
    if (person || kind_of_name(head) == Kind::person)
        for (int w = first; w < last; ++w)
            if (const Role* role = table_.role(ascii_lower(tree_[w].lemma)); role && role->person) first = w + 1;
    while (first < head && title(first)) ++first;
    if (is_honorific(tree_[head].form) && first == head && last < tree_.size() - 1) {  // "Ms | Halvorsen", "Gen. | Okoye"
        if (last == head && tree_[head + 1].upos == Upos::PROPN) ++last;
        while (last + 1 < tree_.size() && tree_[last + 1].upos == Upos::PROPN && tree_.head(last + 1) == last) ++last;
        if (last > head) ++first;
    }
    while (last > head && (tree_[last].upos == Upos::PART || tree_[last].upos == Upos::PUNCT)) --last;
    return {first, last};
}

std::optional<ActorRef> Resolver::unknown_name(int head, bool person) const {
    if (tree_[head].upos != Upos::PROPN || is_time(head)) return std::nullopt;
    const auto [first, last] = extent_of_name(head, person);
    for (int w = first; w <= last; ++w)
        if (is_nobody(w)) return std::nullopt;
    for (const int w : {first, last})  // "Typhoon Ida", "the Halden Act"
        if (const Nominal* noun = first < last ? table_.words.find(ascii_lower(tree_[w].form)) : nullptr; noun && noun->kinds == std::vector{Kind::other}) return std::nullopt;
    const std::string name = text_between(first, last);
    const auto known_as = [&](const ActorRef& known) {
        ActorRef ref = known;
        if (ref.how != "unknown" && ref.how != "acronym") {
            ref.how = "alias";
            ref.because = "short for " + ref.label;
        }
        return ref;
    };
    if (const ActorRef* known = context_.by_alias(name_key(name))) return known_as(*known);
    if (const ActorRef* known = context_.by_alias(name_key(tree_[head].form)); known && first == last) return known_as(*known);
    if (name.size() < 2 || name_key(name).empty() || std::ranges::none_of(name, [](char c) { return is_upper(c) || static_cast<unsigned char>(c) >= 0x80; }))
        return std::nullopt;
    for (int w = first; w <= last; ++w)  // "Prime Minister | Ardern" where the title was taken for the head
        if (const NameHit* hit = match_at(w); hit && hit->actor->kind == Kind::person && hit->first == first && hit->last == last)
            return of_table(*hit->actor, "name");
    const Kind kind = person ? Kind::person : kind_of_name(head);
    if (const Entity* e = entity_at(head); !person && e && e->kind == EntityKind::misc) return std::nullopt;  // an event, a law, a product
    if (kind == Kind::person || kind == Kind::organisation)
        if (const ActorEntry* known = table_.spelt_like(name); known && (known->kind == Kind::person) == (kind == Kind::person)) {
            ActorRef ref = of_table(*known, "name");
            ref.because = "spelt much like " + known->label;
            ref.confidence = 0.85;
            return ref;
        }
    ActorRef ref{slug(name), name, kind, {}, {}, kind == Kind::other ? 0.5 : 0.65, "unknown", "a name that no table has"};
    std::optional<ActorRef> owner = modifier(head, false, nullptr);
    for (const int c : tree_.children(head))  // "Arendal, Norway"; "Halvorsen, the Norwegian envoy"
        if (!owner && (tree_.is(c, "appos") || tree_.is(c, "nmod:unmarked") || tree_.is(c, "list"))) {
            owner = named(c);
            if (!owner) owner = modifier(c, false, nullptr);
        }
    if (owner) {
        ref.country = owner->country;
        ref.role = owner->role;
    }
    return ref;
}

int Resolver::start_of_expansion(int bracket, std::string_view acronym) const {
    // Letters are matched from the last to the first with the initials of the words before the bracket.
    int word = bracket - 1;
    int start = -1;
    for (std::size_t i = acronym.size(); i-- > 0;) {
        if (!is_upper(acronym[i])) continue;
        const auto small = [&](int w) { return tree_[w].form.front() >= 'a' || tree_[w].form == "-"; };
        while (word >= 0 && tree_[word].form.front() != acronym[i] && small(word)) --word;
        if (word < 0 || tree_[word].form.front() != acronym[i]) return -1;
        start = word--;
    }
    return start;
}

/// Makes the acronym and the expansion one actor; words expansion.first..last are its mention.
void Resolver::define(const std::string& acronym, Tree::Range expansion, int last) {
    int head = expansion.first;
    for (int k = expansion.first; k <= expansion.last; ++k)
        if (tree_.head(k) < expansion.first || tree_.head(k) > expansion.last) head = k;
    const NameHit* hit = match_at(head);
    std::optional<ActorRef> actor;
    if (hit && hit->first <= expansion.first + 1 && hit->last >= expansion.last) actor = named(head);
    if (!actor) {
        const std::string label = text_between(expansion.first, expansion.last);
        actor = ActorRef{slug(label), label, Kind::organisation, {}, {}, 0.8, "acronym", acronym + " is defined in the text"};
        if (const auto owner = modifier(head, false, nullptr)) actor->country = owner->country;
        defined_.push_back({std::min(expansion.first, last), std::max(expansion.last, last), *actor});
    }
    context_.alias(name_key(acronym), *actor);
    context_.alias(name_key(actor->label), *actor);
}

/// "Movement for Renewal (MNR)", "MNR (Movement for Renewal)", "Movement for Renewal, or MNR", "…, known as MNR".
void Resolver::define_acronyms() {
    for (int w = 0; w < tree_.size(); ++w) {
        const std::string& acronym = tree_[w].form;
        if (!is_acronym(acronym)) continue;
        const std::string_view before = w > 0 ? std::string_view(tree_[w - 1].form) : std::string_view{};
        if (before == "(" && w + 1 < tree_.size() && tree_[w + 1].form == ")") {
            if (const int first = start_of_expansion(w - 1, acronym); first >= 0 && !match_at(w)) define(acronym, {first, w - 2}, w);
            continue;
        }
        if (is_one_of(before, {"or", "as", "called", "abbreviated"})) {
            int end = w - 1;
            while (end > 0 && (is_one_of(tree_[end - 1].form, {",", "known", "better", "also", "abbreviated"}))) --end;
            const int first = end < w && end > 1 ? start_of_expansion(end, acronym) : -1;
            if (first >= 0 && end - first >= 2) define(acronym, {first, end - 1}, w);
            continue;
        }
        if (w + 2 >= tree_.size() || tree_[w + 1].form != "(") continue;
        int close = w + 2;
        while (close < tree_.size() && close < w + 14 && tree_[close].form != ")") ++close;
        if (close >= tree_.size() || tree_[close].form != ")") continue;
        if (const int first = start_of_expansion(close, acronym); first > w + 1 && first <= w + 3 && !match_at(w))
            define(acronym, {first, close - 1}, w);
    }
}

std::string Resolver::text_between(int first, int last) const {
    std::string text;
    for (int w = first; w <= last; ++w) {
        if (w > first && tree_[w].span.begin > tree_[w - 1].span.end) text += ' ';
        text += tree_[w].form;
    }
    return text;
}

}  // namespace entente
