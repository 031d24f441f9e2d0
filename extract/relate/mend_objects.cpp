// SPDX-License-Identifier: Apache-2.0
// Objects that are two: who is given or denied something, what somebody is called, declared or found.
#include <algorithm>

#include "core/words.hpp"
#include "extract/relate/movable_arcs.hpp"

namespace entente {
namespace {

/// "denied the envoy access", "gave Chad two days", taken for an envoy access, some Chad days: who is denied or given it.
void mend_given(const MovableArcs& arcs, const Lexicon& lexicon, int word) {
    const int noun = arcs.head(word), verb = noun < 0 ? -1 : arcs.head(noun);
    if (verb < 0 || verb > word || noun < word || !arcs.is(word, "compound") || arcs.at(noun).deprel != "obj" || !arcs.verb(verb) || arcs.child(verb, "iobj") >= 0) return;
    const std::string who = ascii_lower(arcs.at(word).lemma);
    const bool somebody = who != "official" && std::ranges::any_of(std::initializer_list<const char*>{"person", "official", "diplomat", "troop"}, [&](const char* c) { return lexicon.in_class(who, c); });
    const std::string what = ascii_lower(arcs.at(noun).lemma);
    const bool given = std::ranges::any_of(lexicon.verb(arcs.at(verb).lemma), [&](const VerbEntry& row) {
        return std::ranges::find(row.targets, "iobj") != row.targets.end() && std::ranges::any_of(row.objects, [&](const std::string& o) {
            return o == what || (o.front() == '@' && lexicon.in_class(what, o.substr(1)));
        });
    });
    const bool counted = word + 2 == noun && arcs.at(word + 1).upos == Upos::NUM;
    if (!given || !(counted || (somebody && word + 1 == noun))) return;
    for (int w = verb + 1; w < word; ++w)
        if (arcs.head(w) == noun) arcs.at(w).head = word;
    arcs.at(word).head = verb;
    arcs.at(word).deprel = "iobj";
}

/// "called Diallo a traitor", taken for his other name, or for what was called at him: what he is called.
void mend_called(const MovableArcs& arcs, const Lexicon& lexicon, int word) {
    const bool apposed = arcs.is(word, "appos");
    int object = arcs.head(word), verb = object;
    if (object < 0 || arcs.at(word).upos != Upos::NOUN) return;
    if (apposed) verb = arcs.head(object);
    else object = arcs.child(object, "iobj");
    if (verb < 0 || object < 0 || object > word || !arcs.verb(verb) || !(apposed ? arcs.is(object, "obj") : arcs.at(word).deprel == "obj")) return;
    for (int w = object + 1; w < word; ++w)
        if (arcs.at(w).form == ",") return;
    const std::string noun = ascii_lower(arcs.at(word).lemma);
    const bool calls = std::ranges::any_of(lexicon.verb(arcs.at(verb).lemma), [&](const VerbEntry& row) {
        return row.meaning.oblique && row.meaning.type == Type::ACCUSE && std::ranges::any_of(row.objects, [&](const std::string& o) {
            return o == noun || (o.front() == '@' && lexicon.in_class(noun, o.substr(1)));
        });
    });
    if (!calls) return;
    arcs.attach(word, verb, "xcomp");
    arcs.at(object).deprel = "obj";
}

/// "declared the envoy persona non grata", in which parsers see no Latin.
void mend_persona(const MovableArcs& arcs, int word) {
    const int persona = word - 2;
    if (persona < 0 || arcs.at(word).lemma != "grata" || ascii_lower(arcs.at(persona).form) != "persona") return;
    int verb = arcs.head(word);
    while (verb >= 0 && (verb >= persona || !arcs.verb(verb))) verb = arcs.head(verb);
    if (verb < 0) return;
    const int who = persona - 1;
    for (int c = 0; c < persona; ++c)
        if (c != who && c > verb && (arcs.head(c) == persona || arcs.head(c) == word)) arcs.at(c).head = who;
    if (who > verb && arcs.noun(who) && (arcs.head(who) == persona || arcs.head(who) == word)) {
        arcs.at(who).head = verb;
        arcs.at(who).deprel = "obj";
    }
    arcs.at(word).head = verb;
    arcs.at(word).deprel = "xcomp";
    for (const int part : {persona, word - 1}) {
        arcs.at(part).head = word;
        arcs.at(part).deprel = "compound";
    }
}

/// "found Diallo guilty", taken for some guilty of his: what he was found.
void mend_guilty(const MovableArcs& arcs, int word) {
    const int verb = arcs.head(word);
    if (verb < 0 || verb > word || arcs.at(word).deprel != "obj" || !arcs.verb(verb) || !is_one_of(arcs.at(word).lemma, {"guilty", "liable"})) return;
    int who = word - 1;
    while (who > verb && arcs.is(who, "flat")) who = arcs.head(who);
    if (who <= verb || arcs.head(who) != word || !arcs.noun(who) || !arcs.is(who, "compound")) return;
    for (int c = verb + 1; c < who; ++c)
        if (arcs.head(c) == word) arcs.at(c).head = who;
    arcs.at(who).head = verb;
    arcs.at(who).deprel = "obj";
    arcs.at(word).deprel = "xcomp";
    arcs.at(word).upos = Upos::ADJ;
}

}  // namespace

void mend_objects(const MovableArcs& arcs, const Lexicon& lexicon, int word) {
    mend_given(arcs, lexicon, word);
    mend_called(arcs, lexicon, word);
    mend_persona(arcs, word);
    mend_guilty(arcs, word);
}

}  // namespace entente
