// SPDX-License-Identifier: Apache-2.0
// Clauses hung on the wrong word: in quotations, conditions, pledges and warnings.
#include "core/words.hpp"
#include "extract/relate/movable_arcs.hpp"
#include "extract/relate/operators.hpp"

namespace entente {
namespace {

/// ""Our army," he said, "will attack"": the army will.
void mend_quoted_subject(const MovableArcs& arcs, const Lexicon& lexicon, int word) {
    if (!arcs.verb(word) || !says(lexicon, arcs.at(word).lemma)) return;
    const int quoted = arcs.child(word, "nsubj");
    const int said = arcs.child(word, "ccomp");
    if (quoted < 0 || quoted > word || said < word || arcs.child(said, "nsubj") >= 0) return;
    const auto mark = [&](int w) { return is_one_of(arcs.at(w).form, {"\"", "\u201d", "''"}); };
    for (int w = quoted + 1, closed = 0; w < word; ++w) {
        closed += mark(w);
        if (closed > 0 && arcs.is(w, "nsubj") && arcs.head(w) == word) return arcs.attach(quoted, said, "nsubj");
    }
}

/// ""Chad," he said, "attacked Mali"": of two subjects the one behind the verb is its object.
void mend_subject_behind(const MovableArcs& arcs, int word) {
    const int verb = arcs.head(word);
    if (verb < 0 || word < verb || !arcs.is(word, "nsubj") || !arcs.verb(verb) || arcs.child(verb, "obj") >= 0 || arcs.child(verb, "aux:pass") >= 0) return;
    if (const int first = arcs.child(verb, "nsubj"); first >= 0 && first < verb) arcs.at(word).deprel = "obj";
}

/// "broke its pledge to leave": what was pledged, not what it was broken for.
void mend_pledged(const MovableArcs& arcs, const Lexicon& lexicon, int word) {
    const int to = arcs.child(word, "mark");
    if (!arcs.is(word, "advcl") || arcs.at(word).xpos != "VB" || to < 1 || arcs.at(to).lemma != "to") return;
    const int noun = to - 1;
    if (arcs.head(noun) != arcs.head(word) || !arcs.is(noun, "obj") || arcs.at(noun).upos != Upos::NOUN) return;
    if (is_one_of(lexicon.operation('n', arcs.at(noun).lemma), {"intend", "decide", "offer", "promise", "appeal", "demand", "order", "threaten", "refuse"}))
        arcs.attach(word, noun, "acl");
}

/// "Were Chad to leave, Mali would stay", where both hang on the second verb.
void mend_were(const MovableArcs& arcs, int word) {
    const int verb = arcs.head(word);
    if (!arcs.is(word, "cop") || arcs.at(word).xpos != "VBD" || verb < word || !arcs.is(verb, "advcl") || arcs.at(verb).xpos != "VB") return;
    for (int w = word + 1; w < verb; ++w)
        if (arcs.is(w, "nsubj") && arcs.head(w) == arcs.head(verb)) return arcs.attach(w, verb, "nsubj");
}

/// "warned of Chad attacking Mali": Chad would attack, not who warned.
void mend_warned_of(const MovableArcs& arcs, const Lexicon& lexicon, int word) {
    const int verb = arcs.head(word), noun = word - 1;
    if (!arcs.is(word, "advcl") || arcs.at(word).xpos != "VBG" || noun < 0 || arcs.head(noun) != verb || !arcs.is(noun, "obl") || !arcs.noun(noun)) return;
    const int of = arcs.child(noun, "case");
    if (of < 0 || !is_one_of(arcs.at(of).lemma, {"of", "about", "against"}) || arcs.child(word, "mark") >= 0) return;
    if (is_one_of(lexicon.operation('v', arcs.at(verb).lemma), {"warn", "suppose", "say"})) arcs.attach(word, noun, "acl");
}

/// "supports forming of a government": what is supported is a noun, for it has an "of".
void mend_nominal_gerund(const MovableArcs& arcs, const Lexicon& lexicon, int word) {
    const int governor = arcs.head(word);
    if (!arcs.is(word, "xcomp") || arcs.at(word).xpos != "VBG" || governor < 0 || arcs.child(word, "obj") >= 0 || arcs.child(governor, "obj") >= 0) return;
    if (!is_one_of(lexicon.operation('v', arcs.at(governor).lemma), {"praise", "accuse", "refuse"})) return;
    const int of = word + 1;
    if (of >= arcs.size() || arcs.at(of).lemma != "of" || !arcs.is(of, "case") || arcs.head(arcs.head(of)) != word) return;
    arcs.at(arcs.head(of)).deprel = "nmod";
    arcs.at(word).upos = Upos::NOUN;
    arcs.at(word).xpos = "NN";
    arcs.at(word).deprel = "obj";
}

}  // namespace

void mend_clauses(const MovableArcs& arcs, const Lexicon& lexicon) {
    for (int w = 0; w < arcs.size(); ++w) {
        mend_quoted_subject(arcs, lexicon, w);
        mend_subject_behind(arcs, w);
        mend_pledged(arcs, lexicon, w);
        mend_were(arcs, w);
        mend_warned_of(arcs, lexicon, w);
        mend_nominal_gerund(arcs, lexicon, w);
    }
}

}  // namespace entente
