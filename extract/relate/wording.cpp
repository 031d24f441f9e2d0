// SPDX-License-Identifier: Apache-2.0
#include "extract/relate/wording.hpp"

#include <algorithm>

namespace entente {

int named_object(const Clause& clause, const Sense& sense) {
    if (sense.noun >= 0 || clause.objects.empty() || clause.passive) return sense.noun;
    const int object = clause.objects.front();
    const bool is_party = std::ranges::any_of(sense.targets, [&](const Participant& p) { return p.word == object; });
    return is_party || object < clause.predicate ? -1 : object;
}

std::vector<int> relation_words(const Tree& tree, const Clause& clause, const Sense& sense, const std::vector<Operator>& operators) {
    std::vector<int> words{clause.predicate};
    const auto verb_group = [&](int verb) {
        words.push_back(verb);
        for (const int c : tree.children(verb))
            if (tree.is(c, "aux") || tree.is(c, "cop") || (tree.is(c, "case") && tree.has(verb, "cop")) || tree.is(c, "compound:prt") ||
                tree.negates(c) || (tree.is(c, "det") && denies_noun(tree[c])) ||
                (tree.is(c, "mark") && tree[c].lemma == "to"))
                words.push_back(c);
        for (const int w : std::vector(words))
            if (tree[w].lemma == "long" && w > 0 && tree.negates(w)) words.push_back(w - 1);  // "no longer"
    };
    verb_group(clause.predicate);
    if (const int holder = holder_of_auxiliaries(tree, clause.predicate); holder != clause.predicate)
        for (const int c : tree.children(holder))
            if (tree.is(c, "aux") || (tree.negates(c) && clause.negated)) words.push_back(c);
    for (const Operator& op : operators)
        if (!leaves_act(op.operation) && op.operation != "suppose" && !tree.is(op.word, "aux")) verb_group(op.word);
    if (const int object = named_object(clause, sense); object >= 0) {
        words.push_back(object);
        for (const int c : tree.children(object))
            if ((tree.is(c, "amod") || tree.is(c, "compound")) && c > clause.predicate) words.push_back(c);
    }
    if (!sense.preposition.empty() && !sense.targets.empty())
        if (const int mark = tree.child(tree.first_conjunct(sense.targets.front().word), "case"); mark > clause.predicate)
            words.push_back(mark);
    std::ranges::sort(words);
    const auto [first, last] = std::ranges::unique(words);
    words.erase(first, last);
    return words;
}

}  // namespace entente
