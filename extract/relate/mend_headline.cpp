// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "core/words.hpp"
#include "extract/relate/movable_arcs.hpp"

namespace entente {
namespace {

/// Whether a row of the verb asks for an object of this noun's class.
bool takes(const Lexicon& lexicon, const std::string& verb, const std::string& noun) {
    return std::ranges::any_of(lexicon.verb(verb), [&](const VerbEntry& row) {
        return row.meaning.type && !row.meaning.oblique && std::ranges::any_of(row.objects, [&](const std::string& wanted) {
            return wanted == noun || (wanted.front() == '@' && lexicon.in_class(noun, wanted.substr(1)));
        });
    });
}

bool names_somebody(const Lexicon& lexicon, const std::string& noun) {
    return std::ranges::any_of(std::initializer_list<const char*>{"person", "militant", "troop", "protester", "official", "body"},
                               [&](const char* cls) { return lexicon.in_class(noun, cls); });
}

/// The object of "blocks" in "Hungary blocks aid to Ukraine", "US bombs Houthi targets", "Iran arms rebels"; -1 where it is
/// no verb. What follows must be such a noun as the verb takes, or be its object already.
int object_of(const MovableArcs& arcs, const Lexicon& lexicon, int word) {
    const std::string verb = ascii_lower(arcs.at(word).lemma);
    const int above = arcs.head(word);
    if (above < 0) {
        const int object = arcs.child(word, "obj");
        return object > word && !lexicon.verb(verb).empty() ? object : -1;
    }
    const std::string noun = ascii_lower(arcs.at(above).lemma);
    if (arcs.head(above) >= 0) return -1;
    if (arcs.is(word, "nsubj") && above == word + 1 && arcs.verb(above) && arcs.child(above, "obj") < 0)
        return is_one_of(arcs.at(above).xpos, {"VBP", "VB", "NNS", "NN"}) && takes(lexicon, verb, noun) ? above : -1;
    if (arcs.is(word, "compound") && arcs.noun(above) && above > word && arcs.child(above, "cop") < 0 && !lexicon.verb(verb).empty())
        return names_somebody(lexicon, noun) ? above : -1;
    return -1;
}

}  // namespace

void mend_headline(const MovableArcs& arcs, const Lexicon& lexicon) {
    int word = 0;
    while (word < arcs.size() && arcs.at(word).upos == Upos::PROPN) ++word;
    if (word == 0 || word > 3 || word + 1 >= arcs.size() || arcs.at(word).xpos != "NNS" || arcs.at(arcs.size() - 1).form == ".") return;
    const int object = object_of(arcs, lexicon, word);
    if (object < 0) return;
    const int subject = word - 1;
    if (arcs.head(subject) != word && arcs.head(subject) != object) return;
    Token& verb = arcs.at(word);
    verb.upos = Upos::VERB;
    verb.xpos = "VBZ";
    verb.lemma = ascii_lower(verb.lemma);
    verb.head = -1;
    verb.deprel = "root";
    Token& noun = arcs.at(object);
    for (int c = 0; c < arcs.size(); ++c) {  // what hung on it as a verb
        if (arcs.head(c) != object) continue;
        if (arcs.is(c, "punct") || arcs.is(c, "parataxis")) arcs.at(c).head = word;
        else if (arcs.verb(object) && arcs.is(c, "obl")) arcs.at(c).deprel = "nmod";
    }
    if (noun.upos == Upos::VERB) noun.upos = Upos::NOUN;
    if (noun.xpos.starts_with('V')) noun.xpos = "NN";
    noun.head = word;
    noun.deprel = "obj";
    arcs.at(subject).head = word;
    arcs.at(subject).deprel = "nsubj";
    for (int c = 0; c < subject; ++c)
        if (arcs.head(c) == word || arcs.head(c) == object) arcs.at(c).head = subject;
}

}  // namespace entente
