// SPDX-License-Identifier: Apache-2.0
#include "extract/relate/slots.hpp"

#include <algorithm>

namespace entente {

std::vector<Participant> Slots::whole(const std::vector<int>& words) const {
    std::vector<Participant> out;
    for (const int w : words)
        for (ActorRef& actor : resolver_->resolve_all(w)) out.push_back({w, std::move(actor)});
    return out;
}

std::vector<Participant> Slots::owners(const std::vector<int>& words) const {
    std::vector<Participant> out;
    for (const int w : words)
        if (auto actor = resolver_->owner(w)) out.push_back({w, std::move(*actor)});
    return out;
}

std::vector<Participant> Slots::actors(const std::vector<int>& words) const {
    std::vector<Participant> out;
    for (const int w : words) {
        auto found = resolver_->resolve_all(w);
        if (found.empty())
            if (auto owner = resolver_->owner(w)) found.push_back(std::move(*owner));
        for (ActorRef& actor : found) out.push_back({w, std::move(actor)});
    }
    return out;
}

std::vector<int> Slots::after(int noun, const std::string& preposition) const {
    std::vector<int> out;
    for (const int c : tree_->children(noun))
        if (tree_->is(c, "nmod") && !tree_->is(c, "nmod:poss") && tree_->preposition(c) == preposition)
            for (const int w : tree_->conjuncts(c)) out.push_back(w);
    return out;
}

std::vector<int> Slots::complement_subjects(const Clause& clause) const {
    for (const int c : tree_->children(clause.predicate)) {
        if (!tree_->is(c, "xcomp") && !tree_->is(c, "ccomp")) continue;
        const Clause inner = clause_of(*tree_, c);
        return inner.passive || inner.subjects.empty() ? inner.objects : inner.subjects;
    }
    return {};
}

std::vector<Participant> Slots::of_verb(const Clause& clause, const std::string& slot, int noun) const {
    if (slot == "obj") return noun >= 0 ? whole(clause.objects) : actors(clause.objects);
    if (slot == "iobj") return actors(clause.indirect);
    if (slot == "xsubj") return whole(complement_subjects(clause));
    if (slot == "mod") return owners(noun >= 0 ? std::vector{noun} : clause.objects);
    std::vector<int> words;
    for (const Oblique& o : clause.obliques)
        if (o.preposition == slot) words.push_back(o.word);
    if (noun >= 0) {
        const auto own = after(noun, slot);
        words.insert(words.end(), own.begin(), own.end());
    } else {
        for (const int object : clause.objects)
            for (const int w : after(object, slot)) words.push_back(w);
    }
    // A parser often hangs the second of two phrases on the first: "met in Washington with the minister".
    if (words.empty())
        for (const Oblique& o : clause.obliques)
            for (const int w : after(o.word, slot)) words.push_back(w);
    std::erase(words, noun);
    return actors(words);
}

std::vector<Participant> Slots::of_noun(int noun, const std::string& slot) const {
    std::vector<int> words;
    if (slot == "poss" || slot == "amod") {
        for (const int c : tree_->children(noun)) {
            const bool wanted = slot == "poss" ? tree_->is(c, "nmod:poss") : tree_->is(c, "amod") || tree_->is(c, "compound");
            if (wanted)
                for (const int w : tree_->conjuncts(c)) words.push_back(w);
        }
        return whole(words);
    }
    return actors(after(noun, slot));
}

}  // namespace entente
