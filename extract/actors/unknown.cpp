// SPDX-License-Identifier: Apache-2.0
// Actors that no table knows: names with what the sentence says of them, and acronyms that it defines.
#include <algorithm>

#include "core/words.hpp"
#include "extract/actors/resolver.hpp"
#include "extract/time/time.hpp"

namespace entente {
namespace {

bool is_acronym(std::string_view form) {
    return form.size() >= 2 && form.size() <= 10 &&
           std::ranges::count_if(form, [](char c) { return c >= 'A' && c <= 'Z'; }) >= 2 &&
           std::ranges::none_of(form, [](char c) { return c == ' ' || static_cast<unsigned char>(c) >= 0x80; });
}

}  // namespace

bool Resolver::is_time(int word) const {
    return tree_[word].deprel.ends_with(":unmarked") || tree_[word].deprel.ends_with(":tmod") ||
           !time::find_times(tree_[word].form, Date{}).empty();
}

/// By what the model takes the name for, else by its form: given names and titles make a person.
Kind Resolver::kind_of_name(int head) const {
    for (const Entity& e : tree_.sentence().entities) {
        if (head < e.first || e.last < head) continue;
        switch (e.kind) {
            case EntityKind::per: return Kind::person;
            case EntityKind::org: return Kind::organisation;
            case EntityKind::loc: return Kind::place;
            case EntityKind::norp: return Kind::people;
            case EntityKind::misc: return Kind::other;
        }
    }
    return tree_.has(head, "flat") || tree_.has(head, "nmod:desc") ? Kind::person : Kind::other;
}

std::optional<ActorRef> Resolver::unknown_name(int head) const {
    if (tree_[head].upos != Upos::PROPN || is_time(head)) return std::nullopt;
    int first = head;
    int last = head;
    const auto part = [&](int w) {
        const bool proper = tree_[w].upos == Upos::PROPN || (tree_.is(w, "amod") && tree_[w].xpos == "NNP" && !match_at(w));
        return tree_.head(w) == head && proper && (tree_.is(w, "flat") || tree_.is(w, "compound") || tree_.is(w, "amod"));
    };
    while (first > 0 && (part(first - 1) || tree_[first - 1].form == "-")) --first;
    while (last + 1 < tree_.size() && (part(last + 1) || (tree_[last + 1].form == "-" && last + 2 < tree_.size() && part(last + 2)))) ++last;
    // "Governor Halvorsen", where the title was parsed as part of the name.
    while (first < head && (tree_[first].form == "-" || table_.role(ascii_lower(tree_[first].lemma)))) ++first;
    const std::string name = text_between(first, last);
    if (const ActorRef* known = context_.by_alias(name_key(name))) return *known;
    if (const ActorRef* known = context_.by_alias(name_key(tree_[head].form)); known && first == last) return *known;
    if (name.size() < 2 || name_key(name).empty()) return std::nullopt;
    const Kind kind = kind_of_name(head);
    ActorRef ref{slug(name), name, kind, {}, {}, kind == Kind::other ? 0.5 : 0.65, "unknown"};
    std::optional<ActorRef> owner = modifier(head);
    for (const int c : tree_.children(head))  // "Arendal, Norway"; "Halvorsen, the Norwegian envoy"
        if (!owner && (tree_.is(c, "appos") || tree_.is(c, "nmod:unmarked") || tree_.is(c, "list"))) {
            owner = named(c);
            if (!owner) owner = modifier(c);
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
        if (acronym[i] < 'A' || acronym[i] > 'Z') continue;
        const auto small = [&](int w) { return tree_[w].form.front() >= 'a' || tree_[w].form == "-"; };
        while (word >= 0 && tree_[word].form.front() != acronym[i] && small(word)) --word;
        if (word < 0 || tree_[word].form.front() != acronym[i]) return -1;
        start = word--;
    }
    return start;
}

void Resolver::define_acronyms() {
    for (int w = 2; w + 1 < tree_.size(); ++w) {
        const std::string& acronym = tree_[w].form;
        if (tree_[w - 1].form != "(" || tree_[w + 1].form != ")" || !is_acronym(acronym) || match_at(w)) continue;
        const int first = start_of_expansion(w - 1, acronym);
        if (first < 0) continue;
        int head = first;
        for (int k = first; k < w - 1; ++k)
            if (tree_.head(k) < first || tree_.head(k) >= w - 1) head = k;
        auto actor = named(head);
        if (!actor) {
            const std::string label = text_between(first, w - 2);
            actor = ActorRef{slug(label), label, Kind::organisation, {}, {}, 0.8, "acronym"};
            if (const auto owner = modifier(head)) actor->country = owner->country;
            defined_.push_back({first, w, *actor});
        }
        context_.alias(name_key(acronym), *actor);
        context_.alias(name_key(actor->label), *actor);
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
