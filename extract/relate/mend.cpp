// SPDX-License-Identifier: Apache-2.0
#include "extract/relate/mend.hpp"

#include <algorithm>

#include "core/words.hpp"
#include "extract/relate/movable_arcs.hpp"
#include "extract/relate/operators.hpp"
#include "extract/time/time.hpp"

namespace entente {
namespace {

/// "begins withdrawing | troops", "freed on bail | two men".
void mend_object(const MovableArcs& arcs, int word) {
    const int governor = arcs.head(word);
    if (governor < 0 || !arcs.is(word, "obj") || !arcs.noun(word)) return;
    if (arcs.verb(governor)) {
        for (int c = governor + 1; c < word; ++c)
            if (arcs.head(c) == governor && arcs.is(c, "xcomp") && arcs.verb(c) && arcs.child(c, "obj") < 0) return arcs.attach(word, c, "obj");
    } else if (arcs.noun(governor) && governor < word) {
        for (int w = arcs.head(governor); w >= 0; w = arcs.head(w))
            if (arcs.verb(w)) {
                if (arcs.child(w, "obj") < 0) arcs.attach(word, w, "obj");
                return;
            }
    }
}

/// "let go | two men": one verb.
void mend_let_go(const MovableArcs& arcs, int word) {
    const int let = arcs.head(word), object = arcs.child(word, "obj");
    if (let < 0 || let != word - 1 || arcs.at(word).lemma != "go" || arcs.at(let).lemma != "let" || object < word || arcs.child(let, "obj") >= 0) return;
    arcs.attach(object, let, "obj");
    arcs.at(word).deprel = "compound:prt";
}

/// "lent up to $2 billion", taken for a particle and a phrase with "to".
void mend_up_to(const MovableArcs& arcs, int word) {
    const int to = word + 1, verb = arcs.head(word);
    if (verb < 0 || to >= arcs.size() || !arcs.is(word, "compound:prt") || arcs.at(word).lemma != "up" || arcs.at(to).lemma != "to" || !arcs.is(to, "case")) return;
    const int sum = arcs.head(to);
    const bool counted = arcs.at(sum).upos == Upos::NUM || arcs.at(sum).upos == Upos::SYM || arcs.child(sum, "nummod") >= 0;
    if (sum < to || arcs.head(sum) != verb || !arcs.is(sum, "obl") || !counted || arcs.child(verb, "obj") >= 0) return;
    arcs.at(sum).deprel = "obj";
    for (const int w : {word, to}) arcs.attach(w, sum, "advmod");
}

/// "killed General Kamau", taken for what he was killed as.
void mend_complement(const MovableArcs& arcs, int word) {
    const int governor = arcs.head(word);
    if (governor < 0 || !arcs.is(word, "xcomp") || arcs.at(word).upos != Upos::PROPN || !arcs.verb(governor)) return;
    if (arcs.child(governor, "obj") < 0 && arcs.child(word, "case") < 0) arcs.at(word).deprel = "obj";
}

/// "gave Chad $2 billion": who is given comes first.
void mend_two_objects(const MovableArcs& arcs, int word) {
    const int verb = arcs.head(word);
    if (verb < 0 || verb > word || arcs.at(word).deprel != "obj" || !arcs.verb(verb) || !arcs.noun(word) || arcs.child(verb, "iobj") >= 0) return;
    for (int c = word + 1; c < arcs.size(); ++c)
        if (arcs.head(c) == verb && arcs.at(c).deprel == "obj") {
            arcs.at(word).deprel = "iobj";
            return;
        }
}

/// "in spite of Oman imploring Chad", taken for two phrases: it is Oman that implores.
void mend_spite(const MovableArcs& arcs, int word) {
    const int name = word - 1;
    if (name < 0 || arcs.at(word).xpos != "VBG" || !arcs.verb(word) || !arcs.noun(name) || arcs.child(word, "nsubj") >= 0) return;
    const int spite = arcs.is(name, "nmod") ? arcs.head(name) : -1;
    const int mark = arcs.child(name, "case");
    if (spite < 0 || mark < 0 || arcs.at(spite).lemma != "spite") return;
    if (arcs.head(word) == spite || arcs.head(word) == name) arcs.attach(word, arcs.head(spite), "advcl");
    arcs.attach(name, word, "nsubj");
    arcs.attach(mark, word, "dep");
}

/// "a Kenyan army offensive", taken for a Kenyan offensive by some army.
void mend_arm(const MovableArcs& arcs, const Lexicon& lexicon, int word) {
    const int arm = word + 1, noun = arcs.head(word);
    if (arm >= noun || arcs.head(arm) != noun || !arcs.noun(arm) || !arcs.is(arm, "compound") || !lexicon.listed("arm", ascii_lower(arcs.at(arm).lemma))) return;
    const NounEntry* act = lexicon.noun(arcs.at(noun).lemma);
    if (!act || !act->meaning.type) return;
    if (arcs.is(word, "amod") || arcs.is(word, "compound")) arcs.attach(word, arm, arcs.is(word, "amod") ? "amod" : "compound");
}

/// "lifts remaining sanctions", taken for something that one lifts doing.
void mend_qualifier(const MovableArcs& arcs, const Lexicon& lexicon, int word) {
    const int verb = arcs.head(word), noun = word + 1;
    if (verb != word - 1 || noun >= arcs.size() || arcs.at(word).xpos != "VBG" || arcs.at(word).deprel != "xcomp") return;
    if (!lexicon.listed("qualifier", arcs.at(word).lemma) || arcs.head(noun) != word || !arcs.is(noun, "obj") || arcs.child(verb, "obj") >= 0) return;
    arcs.at(noun).head = verb;
    arcs.at(word).head = noun;
    arcs.at(word).deprel = "amod";
}

/// "welcomed the truce reached in Oslo", taken for a truce that reached something: only what one says has such a clause.
void mend_reduced(const MovableArcs& arcs, const Lexicon& lexicon, int word) {
    const int verb = arcs.head(word);
    const int noun = arcs.child(word, "nsubj");
    if (verb < 0 || noun < verb || noun > word || !arcs.is(word, "ccomp") || !arcs.verb(word) || !arcs.verb(verb) || !arcs.noun(noun)) return;
    if (arcs.at(word).xpos != "VBD" || arcs.child(word, "obj") >= 0 || arcs.child(word, "mark") >= 0 || arcs.child(word, "aux") >= 0) return;
    const std::string& lemma = arcs.at(verb).lemma;
    const auto operation = lexicon.operation('v', lemma);
    const bool tells = !operation.empty() && operation != "praise" && operation != "accuse";
    if (lexicon.verb(lemma).empty() || (says(lexicon, lemma) && operation.empty()) || tells || arcs.child(verb, "obj") >= 0) return;
    arcs.at(noun).head = verb;
    arcs.at(noun).deprel = "obj";
    arcs.at(word).head = noun;
    arcs.at(word).deprel = "acl";
    arcs.at(word).xpos = "VBN";
}

/// "into former defender Musa Diallo", taken for two phrases: the noun is his title.
void mend_title(const MovableArcs& arcs, int word) {
    const int name = word + 1;
    if (name >= arcs.size() || arcs.at(word).upos != Upos::NOUN || arcs.at(name).upos != Upos::PROPN || arcs.head(word) < 0) return;
    const bool phrase = arcs.is(word, "nmod") || arcs.is(word, "obl") || arcs.is(word, "obj");
    if (!phrase || arcs.head(name) != arcs.head(word) || arcs.child(name, "case") >= 0 || !(arcs.is(name, "nmod") || arcs.is(name, "obl") || arcs.is(name, "obj"))) return;
    if (arcs.at(name).is("obl") && arcs.at(name).deprel != "obl") return;
    for (int c = 0; c < word; ++c)
        if (arcs.head(c) == word && arcs.is(c, "case")) arcs.at(c).head = name;
    arcs.at(name).deprel = arcs.at(word).deprel;
    arcs.at(word).head = name;
    arcs.at(word).deprel = "nmod:desc";
}

/// "day", "Monday"
bool is_time(const MovableArcs& arcs, int word) {
    return is_one_of(arcs.at(word).lemma, {"day", "week", "month", "year", "hour", "minute", "decade"}) ||
           !time::find_times(arcs.at(word).form, Date{}).empty();
}

/// "visited Oslo on 4 April and Bonn on 6 April", taken for a month named Bonn.
void mend_dated(const MovableArcs& arcs, int word) {
    const int time = arcs.head(word);
    if (time < 0 || time > word || !arcs.is(word, "conj") || arcs.at(word).upos != Upos::PROPN || is_time(arcs, word)) return;
    if (arcs.at(time).deprel != "nmod:unmarked" && !is_time(arcs, time)) return;
    int verb = time;
    while (verb >= 0 && !arcs.verb(verb)) verb = arcs.head(verb);
    for (int c = time - 1; verb >= 0 && c > verb; --c)
        if (arcs.head(c) == verb && (arcs.is(c, "obj") || arcs.is(c, "obl")) && arcs.at(c).upos == Upos::PROPN && !is_time(arcs, c)) return arcs.attach(word, c, "conj");
}

/// "the Chad-backed rebels shelled a town", taken for a backed town: such a participle describes the noun behind it.
void mend_hyphened(const MovableArcs& arcs, int word) {
    if (word < 2 || word + 1 >= arcs.size() || !is_one_of(arcs.at(word).xpos, {"VBN", "VBD"}) || arcs.at(word - 1).form != "-" || arcs.at(word).span.begin != arcs.at(word - 1).span.end) return;
    int noun = word + 1;
    while (noun + 1 < arcs.size() && !arcs.noun(noun) && arcs.at(noun).upos == Upos::ADJ) ++noun;
    while (noun + 1 < arcs.size() && arcs.noun(noun) && arcs.noun(noun + 1) && arcs.head(noun) > noun && (arcs.is(noun, "compound") || arcs.is(noun, "nmod:desc"))) ++noun;
    if (arcs.noun(noun) && arcs.head(word) > noun) arcs.attach(word, noun, "amod");
}

/// "US suspends food supplies", where the first word hangs on the last.
void mend_crossing(const MovableArcs& arcs, int word) {
    const int object = arcs.head(word);
    if (object < 0 || !arcs.noun(word) || !(arcs.is(word, "compound") || arcs.is(word, "amod") || arcs.is(word, "nmod"))) return;
    const int verb = arcs.head(object);
    if (verb > word && verb < object && arcs.verb(verb) && arcs.child(verb, "nsubj") < 0) arcs.attach(word, verb, "nsubj");
}

/// "cuts ties with Oslo, expels envoys": the ties are cut, not expelling.
void mend_stolen_object(const MovableArcs& arcs, int word) {
    const int second = arcs.head(word);
    if (second < word || !arcs.is(word, "nsubj") || !arcs.noun(word) || !arcs.verb(second)) return;
    int before = word - 1;
    while (before >= 0 && arcs.head(before) == word) --before;
    if (before < 0 || !arcs.verb(before) || !is_one_of(arcs.at(before).xpos, {"VBD", "VBZ", "VBP", "VB", "VBG"})) return;
    if (arcs.child(before, "obj") >= 0 || arcs.child(before, "nsubj") < 0) return;
    const auto comma = [&](int w) { return arcs.at(w).form == ","; };
    for (int w = word + 1; w < second; ++w)
        if (comma(w)) {
            arcs.attach(word, before, "obj");
            if (arcs.head(second) != before) return;
            arcs.at(second).deprel = "conj";
            return;
        }
}

/// Two subjects of one verb: a time is none ("said Thursday Jordan has invited", "months after Chad broke ties"), and
/// behind "and" the second stands beside the first.
void mend_two_subjects(const MovableArcs& arcs, int word) {
    const int verb = arcs.head(word);
    if (!arcs.is(word, "nsubj") || !arcs.noun(word)) return;
    int other = -1;
    for (int c = word + 1; c < verb && other < 0; ++c)
        if (arcs.head(c) == verb && arcs.is(c, "nsubj") && arcs.noun(c)) other = c;
    if (other < 0) return;
    const bool time = is_time(arcs, word);
    if (time) arcs.at(word).deprel = "obl:unmarked";
    for (int c = word + 1; c < other && !time; ++c)
        if (arcs.at(c).lemma == "and") return arcs.attach(other, word, "conj");
}

/// "ordered Peru to attack": what one is told to do is no purpose of telling.
void mend_told(const MovableArcs& arcs, const Lexicon& lexicon, int word) {
    const int verb = arcs.head(word);
    if (verb < 0 || arcs.at(word).deprel != "advcl" || !arcs.verb(verb)) return;
    const bool infinitive = arcs.at(word).xpos == "VB" && arcs.child(word, "mark") >= 0;
    const bool participle = arcs.at(word).xpos == "VBN" && arcs.child(word, "mark") < 0 && arcs.child(word, "aux") < 0;  // "ordered them jailed"
    if (!infinitive && !participle) return;
    const auto operation = lexicon.operation('v', arcs.at(verb).lemma);
    const int object = std::max(arcs.child(verb, "obj"), arcs.child(verb, "iobj"));
    const bool told = object > verb && object < word && is_one_of(operation, {"appeal", "urge", "demand", "order", "force", "allow", "forbid"});
    const bool agreed = object < 0 && infinitive && word > verb && is_one_of(operation, {"promise", "offer", "refuse", "intend", "threaten"});  // "agreed on Monday to leave"
    if (told || agreed) arcs.at(word).deprel = "xcomp";
}

/// "called for Chad to leave", taken for a purpose of the call: Chad is to leave.
void mend_for_to(const MovableArcs& arcs, const Lexicon& lexicon, int word) {
    const int verb = arcs.head(word), to = arcs.child(word, "mark");
    if (verb < 0 || to < 0 || arcs.at(word).deprel != "advcl" || arcs.at(word).xpos != "VB" || lexicon.operation('v', arcs.at(verb).lemma).empty()) return;
    for (int c = verb + 1; c < to; ++c) {
        const int mark = arcs.head(c) == verb && arcs.is(c, "obl") ? arcs.child(c, "case") : -1;
        if (mark != verb + 1 || arcs.at(mark).lemma != "for") continue;
        arcs.at(c).head = word;
        arcs.at(c).deprel = "nsubj";
        arcs.at(mark).head = word;
        arcs.at(mark).deprel = "mark";
        arcs.at(word).deprel = "ccomp";
        return;
    }
}

/// "handed over more than nine men", taken for "over more than nine".
void mend_particle(const MovableArcs& arcs, const Lexicon& lexicon, int word) {
    const int verb = word - 1;
    const int above = arcs.head(word);
    // "turned the boat back", taken for an adverb
    if (above >= 0 && above < word && arcs.verb(above) && arcs.at(word).deprel == "advmod" && arcs.child(above, "compound:prt") < 0 &&
        !lexicon.verb(arcs.at(above).lemma + " " + arcs.at(word).lemma).empty()) {
        arcs.at(word).deprel = "compound:prt";
        return;
    }
    if (word == 0 || !arcs.verb(verb) || arcs.head(word) == verb) return;
    if (arcs.at(word).deprel != "advmod" && arcs.at(word).deprel != "case") return;
    if (arcs.at(word).deprel == "case" && arcs.at(word).xpos != "RP") {  // what stands behind a preposition is no object
        int top = arcs.head(word);
        while (top > verb && arcs.head(top) > verb) top = arcs.head(top);
        if (top < verb || arcs.head(top) != verb || !arcs.is(top, "obj")) return;
    }
    if (!lexicon.verb(arcs.at(verb).lemma + " " + arcs.at(word).lemma).empty()) arcs.attach(word, verb, "compound:prt");
}

/// "released at least nine men": no preposition.
void mend_at_least(const MovableArcs& arcs, int word) {
    const int verb = arcs.head(word);
    const int mark = arcs.child(word, "case");
    if (verb < 0 || !arcs.is(word, "obl") || !arcs.verb(verb) || arcs.child(verb, "obj") >= 0 || word < verb) return;
    if (const int number = arcs.child(word, "nummod"); mark < 0 && number > 0 && is_one_of(arcs.at(number - 1).lemma, {"least", "most", "than"})) arcs.at(word).deprel = "obj";
    if (mark < 0) return;
    if (arcs.at(mark).lemma == "at" && mark + 1 < arcs.size() && is_one_of(arcs.at(mark + 1).form, {"least", "most"})) {
        arcs.at(word).deprel = "obj";
        arcs.at(mark).deprel = "advmod";
    }
}

/// "Diallo, a former envoy, called for calm.", taken for a noun without a verb.
void mend_verbless(const MovableArcs& arcs, int word) {
    int noun = arcs.head(word);
    const bool modifies = noun > word && arcs.at(word).deprel == "amod" && arcs.child(noun, "case") < 0;  // "on Monday freed pastor Musa Diallo"
    if (noun < 0 || word == 0 || arcs.at(word).xpos != "VBN" || arcs.child(word, "aux") >= 0 || !(modifies || arcs.at(word).deprel == "acl")) return;
    const bool after_time = is_time(arcs, word - 1);
    const int object = modifies ? noun : -1;
    if (modifies || (after_time && noun == word - 1)) noun = arcs.head(noun);
    const bool apart = modifies ? after_time : after_time || arcs.at(word - 1).form == ",";
    if (noun < 0 || arcs.head(noun) >= 0 || !arcs.noun(noun) || !apart || arcs.child(noun, "cop") >= 0 || arcs.at(arcs.size() - 1).form != ".") return;
    if (object >= 0) {
        arcs.at(object).head = word;
        arcs.at(object).deprel = "obj";
    }
    arcs.at(word).head = -1;
    arcs.at(word).deprel = "root";
    arcs.at(word).xpos = "VBD";
    arcs.at(noun).head = word;
    arcs.at(noun).deprel = "nsubj";
}

/// "Finland called for calm.", taken for a passive without its auxiliary: that is for headlines, which have no full stop.
void mend_voice(const MovableArcs& arcs, int word) {
    if (arcs.at(word).deprel != "nsubj:pass" || arcs.at(arcs.size() - 1).form != ".") return;
    const int verb = arcs.head(word);
    if (verb < word || !is_one_of(arcs.at(verb).xpos, {"VBN", "VBD"}) || arcs.child(verb, "aux") >= 0 || arcs.is(verb, "acl") || arcs.is(verb, "advcl")) return;
    arcs.at(word).deprel = "nsubj";
    arcs.at(verb).xpos = "VBD";
}

/// "after its owner was arrested", taken for "after its owner" and a clause without a subject.
void mend_after(const MovableArcs& arcs, int word) {
    const int verb = arcs.head(word), mark = arcs.child(word, "case");
    if (verb < word || mark < 0 || !arcs.is(word, "obl") || !arcs.noun(word) || !arcs.verb(verb) || arcs.child(verb, "nsubj") >= 0) return;
    if (!is_one_of(arcs.at(mark).lemma, {"after", "before", "since", "until", "once"})) return;
    const bool passive = arcs.child(verb, "aux:pass") >= 0;
    if (!arcs.is(verb, "advcl") || !(passive || is_one_of(arcs.at(verb).xpos, {"VBD", "VBZ", "VBP"}))) return;
    arcs.at(word).deprel = passive ? "nsubj:pass" : "nsubj";
    arcs.at(mark).head = verb;
    arcs.at(mark).deprel = "mark";
}

/// "left three men dead": what it left them.
void mend_left(const MovableArcs& arcs, int word) {
    const int noun = arcs.head(word), verb = noun < 0 ? -1 : arcs.head(noun);
    if (verb < 0 || noun > word || arcs.at(word).deprel != "amod" || arcs.at(verb).lemma != "leave" || !arcs.is(noun, "obj")) return;
    arcs.attach(word, verb, "xcomp");
}

/// "tourists held hostage by rebels": they are held.
void mend_hostage(const MovableArcs& arcs, int word) {
    const int verb = arcs.head(word);
    if (verb != word - 1 || !is_one_of(arcs.at(word).lemma, {"hostage", "captive", "prisoner"}) || !arcs.is(word, "obj") || arcs.at(verb).xpos == "VB") return;
    const int subject = arcs.child(verb, "nsubj");
    if (subject >= 0 && arcs.child(verb, "aux") < 0 && arcs.at(arcs.size() - 1).form != ".") {
        arcs.at(subject).deprel = "nsubj:pass";
        arcs.at(verb).xpos = "VBN";
    }
    if (arcs.child(verb, "nsubj:pass") >= 0 || arcs.at(verb).xpos == "VBN") arcs.at(word).deprel = "xcomp";
}

/// "are the men who hold the town of the state who lead the fight": a clause in the plural describes no singular noun.
void mend_agreement(const MovableArcs& arcs, int word) {
    int noun = arcs.head(word);
    if (noun < 0 || !arcs.is(word, "acl:relcl") || arcs.at(noun).xpos.ends_with('S') || arcs.child(noun, "conj") >= 0 || arcs.at(noun).xpos != "NN") return;
    const int subject = arcs.child(word, "nsubj");
    if (subject < 0 || subject < noun || arcs.at(subject).lemma != "who") return;
    int finite = arcs.child(word, "aux");
    if (finite < 0) finite = arcs.child(word, "cop");
    if (finite < 0) finite = word;
    if (arcs.at(finite).xpos != "VBP") return;
    for (int w = arcs.head(noun), up = 0; w >= 0 && w < word && up < 5; w = arcs.head(w), ++up)
        if (arcs.noun(w) && (arcs.at(w).xpos.ends_with('S') || arcs.child(w, "conj") >= 0)) return arcs.attach(word, w, "acl:relcl");
}

/// "described Oslo's decision to cut aid as a mistake": it is described so, not cut.
void mend_as(const MovableArcs& arcs, const Lexicon& lexicon, int word) {
    const int mark = arcs.child(word, "case"), inner = arcs.head(word);
    if (mark < 0 || inner < 0 || inner > mark || arcs.at(mark).lemma != "as" || !arcs.is(word, "obl") || !arcs.verb(inner)) return;
    for (int w = arcs.head(inner), up = 0; w >= 0 && w < inner && up < 4; w = arcs.head(w), ++up) {
        if (!arcs.verb(w) || !lexicon.listed("judge", arcs.at(w).lemma)) continue;
        if (arcs.child(w, "obj") >= 0 && !lexicon.listed("judge", arcs.at(inner).lemma)) arcs.attach(word, w, "obl");
        return;
    }
}

/// "stopped bombing Yemen", taken for the bombing.
void mend_gerund(const MovableArcs& arcs, const Lexicon& lexicon, int word) {
    const int verb = arcs.head(word), next = word + 1;
    const Token& t = arcs.at(word);
    if (verb < 0 || verb > word || !arcs.verb(verb) || t.upos != Upos::NOUN || !t.form.ends_with("ing")) return;
    if (!(arcs.is(word, "xcomp") || arcs.is(word, "obj")) || next >= arcs.size() || !arcs.is(next, "obj")) return;
    if (arcs.head(next) != verb && arcs.head(next) != word) return;
    arcs.at(word).upos = Upos::VERB;
    arcs.at(word).xpos = "VBG";
    arcs.at(word).deprel = "xcomp";
    arcs.attach(next, word, "obj");
    mend_lemma(arcs, lexicon, word);
}

/// "aid from Japan to Nepal": it goes to Nepal.
void mend_from_to(const MovableArcs& arcs, int word) {
    const int from = arcs.head(word), mark = arcs.child(word, "case");
    if (from < 0 || mark < 0 || from > word || !arcs.is(word, "nmod") || arcs.at(mark).lemma != "to") return;
    const int noun = arcs.head(from), from_mark = arcs.child(from, "case");
    if (noun < 0 || from_mark < 0 || !arcs.is(from, "nmod") || arcs.at(from_mark).lemma != "from") return;
    arcs.at(word).head = noun;
}

/// "an attack by rebels on Chad", "a raid on Chad by rebels": both phrases belong to the act.
void mend_act(const MovableArcs& arcs, const Lexicon& lexicon, int word) {
    const int other = arcs.head(word), mark = arcs.child(word, "case");
    if (other < 0 || mark < 0 || other > word || !arcs.is(word, "nmod") || !arcs.is(other, "nmod") || arcs.child(other, "case") < 0) return;
    const int act = arcs.head(other);
    const NounEntry* entry = act >= 0 && act < other ? lexicon.noun(ascii_lower(arcs.at(act).lemma)) : nullptr;
    if (!entry || !entry->meaning.type) return;
    const std::string& first = arcs.at(arcs.child(other, "case")).lemma;
    const std::string& second = arcs.at(mark).lemma;
    const auto aims = [](const std::string& p) { return is_one_of(p, {"on", "against", "of"}); };
    if ((first == "by" && aims(second) && second != "of") || (second == "by" && aims(first))) arcs.attach(word, act, "nmod");
}

/// "denounced the invasion of Kuwait by Iraq": nobody denounces by another.
void mend_by(const MovableArcs& arcs, int word) {
    const int verb = arcs.head(word), mark = arcs.child(word, "case");
    if (verb < 0 || mark < 0 || verb > word || !arcs.is(word, "obl") || arcs.at(word).upos != Upos::PROPN || arcs.at(mark).lemma != "by") return;
    const int noun = arcs.child(verb, "obj");
    if (noun < 0 || noun > mark || !arcs.noun(noun) || arcs.at(verb).xpos == "VBN") return;
    if (const int theme = arcs.child(noun, "nmod"); theme > noun && theme + 1 == mark) arcs.attach(word, noun, "nmod");
}

/// "Norway trained soldiers", taken for a compound; "rebel leader Musa Diallo", taken for two subjects.
void mend_subject(const MovableArcs& arcs, int word) {
    const int governor = arcs.head(word);
    if (governor <= word) return;
    if (arcs.at(word).upos == Upos::PROPN && arcs.is(word, "compound") && arcs.verb(governor) && arcs.child(governor, "nsubj") < 0 &&
        is_one_of(arcs.at(governor).xpos, {"VBD", "VBN", "VBZ"})) {
        arcs.at(word).deprel = "nsubj";
        if (arcs.at(governor).xpos == "VBN" && arcs.child(governor, "aux") < 0) arcs.at(governor).xpos = "VBD";
    }
    const int next = word + 1;
    if (arcs.at(word).upos == Upos::NOUN && arcs.is(word, "nsubj") && next < governor && arcs.at(next).upos == Upos::PROPN &&
        arcs.is(next, "nsubj") && arcs.head(next) == governor)
        arcs.attach(word, next, "nmod:desc");
}

}  // namespace

void mend(Sentence& sentence, const Lexicon& lexicon) {
    const MovableArcs arcs(sentence);
    const std::vector<Token> before = sentence.tokens;
    mend_dateline(arcs);
    if (!arcs.is_tree()) sentence.tokens = before;
    mend_words(arcs, lexicon);
    const std::vector<Token> as_parsed = sentence.tokens;
    mend_headline(arcs, lexicon);
    if (!arcs.is_tree()) sentence.tokens = as_parsed;
    for (int w = 0; w < arcs.size(); ++w) {
        mend_object(arcs, w);
        mend_up_to(arcs, w);
        mend_let_go(arcs, w);
        mend_complement(arcs, w);
        mend_two_objects(arcs, w);
        mend_particle(arcs, lexicon, w);
        mend_qualifier(arcs, lexicon, w);
        mend_arm(arcs, lexicon, w);
        mend_spite(arcs, w);
        mend_reduced(arcs, lexicon, w);
        mend_title(arcs, w);
        mend_crossing(arcs, w);
        mend_dated(arcs, w);
        mend_hyphened(arcs, w);
        mend_stolen_object(arcs, w);
        mend_two_subjects(arcs, w);
        mend_told(arcs, lexicon, w);
        mend_for_to(arcs, lexicon, w);
        mend_voice(arcs, w);
        mend_gerund(arcs, lexicon, w);
        mend_from_to(arcs, w);
        mend_act(arcs, lexicon, w);
        mend_by(arcs, w);
        mend_after(arcs, w);
        mend_left(arcs, w);
        mend_hostage(arcs, w);
        mend_agreement(arcs, w);
        mend_as(arcs, lexicon, w);
        mend_at_least(arcs, w);
        mend_objects(arcs, lexicon, w);
        mend_verbless(arcs, w);
        mend_subject(arcs, w);
    }
    mend_clauses(arcs, lexicon);
}

}  // namespace entente
