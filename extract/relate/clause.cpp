// SPDX-License-Identifier: Apache-2.0
#include "extract/relate/clause.hpp"

#include <algorithm>

#include "core/words.hpp"

namespace entente {
namespace {

/// Clauses borrow subjects from clauses above; nesting deeper than this is no language.
constexpr int k_highest = 8;
constexpr int k_near = 4;  ///< words between a verb and what the parser hung elsewhere

bool is_relative_pronoun(const Token& t) {
    return t.xpos == "WDT" || t.xpos == "WP" || (t.upos == Upos::PRON && t.lemma == "that");
}

bool is_passive(const Tree& tree, int word) {
    if (tree.has(word, "nsubj:pass") || tree.has(word, "aux:pass")) return true;
    if (tree.has(word, "nsubj") || tree[word].xpos != "VBN") return tree.has(word, "obl:agent") && tree[word].xpos == "VBN";
    if (tree.is(word, "acl") && !tree.is(word, "acl:relcl")) return true;
    if ((tree.is(word, "advcl") || tree.is(word, "xcomp")) && !tree.has(word, "aux")) return true;
    return tree.is(word, "conj") && tree.head(word) >= 0 && !tree.has(word, "aux") && is_passive(tree, tree.head(word));
}

void add_conjuncts(const Tree& tree, const Lexicon& lexicon, int word, std::vector<int>& out) {
    const auto add = [&](int w) {
        if (tree.is_noun(w) && std::ranges::find(out, w) == out.end()) out.push_back(w);
    };
    for (const int w : tree.conjuncts(word)) {
        const std::size_t before = out.size();
        for (const int c : tree.children(w))  // "states such as Chad and Mali"
            if (tree.is(c, "nmod") && lexicon.listed("example", tree.preposition(c)))
                for (const int example : tree.conjuncts(c)) add(example);
        if (out.size() == before) add(w);
    }
}

int own_subject(const Tree& tree, int word) {
    const int s = tree.child(word, "nsubj");
    return s >= 0 ? s : tree.child(word, "csubj");
}

/// The noun that a relative clause is about.
int antecedent(const Tree& tree, int predicate) { return tree.head(predicate); }

int surface_subject(const Tree& tree, const Lexicon& lexicon, int predicate, int depth);

/// "Imposed sanctions on Chad (for attacking Mali)": Chad, wherever the parser hung it; else the object itself.
int struck_by(const Tree& tree, int object) {
    const auto behind = [&](int c) { return tree.child(c, "case") == object + 1; };
    for (const int holder : {object, tree.head(object)})
        for (const int c : tree.children(holder))
            if ((tree.is(c, "nmod") || tree.is(c, "obl")) && behind(c) && is_one_of(tree.preposition(c), {"on", "against", "upon"})) return c;
    return object;
}

/// The subject of a clause without one of its own, from the clause that it hangs on.
int borrowed_subject(const Tree& tree, const Lexicon& lexicon, int predicate, int depth) {
    const int governor = tree.head(predicate);
    if (governor < 0) return -1;
    if (const int asked = addressee(tree, lexicon, predicate); asked >= 0) return asked;
    if (tree.is(predicate, "acl")) {
        if (tree.is(predicate, "acl:relcl") || tree[predicate].xpos != "VB") return governor;
        // "a threat to attack": whoever threatens; the headline "India to send wheat": India.
        return tree[governor].upos == Upos::PROPN ? governor : surface_subject(tree, lexicon, governor, depth + 1);
    }
    if (tree.is(predicate, "xcomp") || tree.is(predicate, "ccomp") || is_prepositional(tree, predicate)) {
        int object = tree.child(governor, "obj");
        if (object < 0) object = tree.child(governor, "iobj");
        if (object >= 0 && (tree[object].form.ends_with("self") || tree[object].form.ends_with("selves"))) object = -1;  // "committed themselves to sending"
        if (object >= 0 && is_prepositional(tree, predicate)) object = struck_by(tree, object);
        if (object >= 0 && tree[governor].upos == Upos::VERB && !lexicon.listed("own act", tree[governor].lemma)) return object;
        return surface_subject(tree, lexicon, governor, depth + 1);
    }
    if (tree.is(predicate, "conj")) return surface_subject(tree, lexicon, coordinated_with(tree, predicate), depth + 1);
    if (tree.is(predicate, "advcl") || tree.is(predicate, "parataxis")) return surface_subject(tree, lexicon, governor, depth + 1);
    return -1;
}

/// Whose act a noun names: "Oslo's plan to buy …", "signed an order to release …".
int subject_of_noun(const Tree& tree, const Lexicon& lexicon, int noun, int depth) {
    if (const int possessor = tree.child(noun, "nmod:poss"); possessor >= 0) return possessor;
    for (const int c : tree.children(noun))  // "a decision by Britain to supply …"
        if (tree.is(c, "nmod") && (tree.preposition(c) == "by" || tree.preposition(c) == "from")) return c;
    const int governor = tree.head(noun);
    const std::string_view preposition = tree.preposition(noun);
    const bool about = lexicon.listed("topic", preposition) && preposition != "on";  // "warned about a plan to attack": another's
    const bool predicate = tree.is(noun, "xcomp");  // "became the first state to recognise Chad"
    const bool argument = tree.is(noun, "obj") || (tree.is(noun, "obl") && !about) || predicate;
    // "rejected calls to leave", "condemned plans to attack": another's
    const auto towards = governor >= 0 ? lexicon.operation('v', tree[governor].lemma) : std::string_view{};
    if (argument && is_one_of(towards, {"refuse", "accuse"}) && lexicon.operation('n', tree[noun].lemma) != "say") return -1;
    return argument && governor >= 0 ? surface_subject(tree, lexicon, governor, depth + 1) : -1;
}

int surface_subject(const Tree& tree, const Lexicon& lexicon, int predicate, int depth) {
    if (depth > k_highest) return -1;
    if (tree[predicate].upos == Upos::NOUN && !tree.has(predicate, "cop")) return subject_of_noun(tree, lexicon, predicate, depth);
    const int subject = own_subject(tree, predicate);
    if (subject >= 0 && !(tree.is(predicate, "acl:relcl") && is_relative_pronoun(tree[subject]))) return subject;
    if (subject >= 0) return antecedent(tree, predicate);
    return borrowed_subject(tree, lexicon, predicate, depth);
}

/// The preposition of a phrase; "out of" is "from".
std::string_view way_of(const Tree& tree, int word) {
    const int mark = tree.child(word, "case");
    const bool out_of = mark >= 0 && mark + 1 < tree.size() && tree[mark].lemma == "out" && tree[mark + 1].lemma == "of";
    return out_of ? std::string_view("from") : tree.preposition(word);
}

/// "test-fired", which the treebank's way of writing divides: one verb, where the lexicon has it so.
std::string with_prefix(const Tree& tree, const Lexicon& lexicon, int verb) {
    const std::string& lemma = tree[verb].lemma;
    const bool joined = verb >= 2 && tree[verb - 1].form == "-" && tree[verb - 1].span.end == tree[verb].span.begin && tree[verb - 2].span.end == tree[verb - 1].span.begin;
    const std::string whole = joined ? ascii_lower(tree[verb - 2].form) + "-" + lemma : lemma;
    return lexicon.verb(whole).empty() ? lemma : whole;
}

void collect_obliques(const Tree& tree, int predicate, Clause& clause) {
    for (const int c : tree.children(predicate)) {
        if (!tree.is(c, "obl") && !(tree.is(c, "nmod") && tree[predicate].upos != Upos::VERB)) continue;
        if (clause.passive && (tree.is(c, "obl:agent") || tree.preposition(c) == "by")) continue;  // but "stood by Chad"
        const std::string_view preposition = way_of(tree, c);
        for (const int w : tree.conjuncts(c)) {
            const std::string_view own = way_of(tree, w);
            clause.obliques.push_back({own.empty() ? preposition : own, w});
        }
    }
}

/// "condemned and sanctioned Iran": the first verb shares the object of the second.
int shared_object(const Tree& tree, int predicate) {
    for (const int c : tree.children(predicate))
        if (tree.is(c, "conj") && tree[c].upos == Upos::VERB && !tree.has(c, "nsubj") && c - predicate <= 3)
            return tree.child(c, "obj");
    return -1;
}

/// "Paris, where he will meet the king", "the room in which they met", "the king, whose party refused".
bool is_of_another(const Tree& tree, int predicate) {
    const auto whose = [&](int c) { return tree[c].xpos == "WP$"; };
    return std::ranges::any_of(tree.children(predicate), [&](int c) {
        return tree[c].xpos == "WRB" || (tree.is(c, "obl") && is_relative_pronoun(tree[c])) || std::ranges::any_of(tree.children(c), whose);
    });
}

/// "were given arms", "was granted asylum": who got it is the subject. -1 where nothing is given.
int thing_given(const Tree& tree, const Lexicon& lexicon, int predicate) {
    if (!lexicon.listed("give", tree[predicate].lemma)) return -1;
    if (const int object = tree.child(predicate, "obj"); object >= 0) return object;
    const int complement = tree.child(predicate, "xcomp");
    return complement >= 0 && tree.is_noun(complement) && !tree.has(complement, "case") ? complement : -1;
}

void collect_objects(const Tree& tree, const Lexicon& lexicon, int predicate, Clause& clause) {
    int object = tree.child(predicate, "obj");
    if (object < 0) object = shared_object(tree, predicate);
    if (object >= 0 && tree.is(predicate, "acl:relcl") && is_relative_pronoun(tree[object])) object = antecedent(tree, predicate);
    if (object >= 0) add_conjuncts(tree, lexicon, object, clause.objects);
    // "the pledge that Iran broke": the antecedent is the object where the clause has a subject but no object.
    if (object < 0 && tree.is(predicate, "acl:relcl") && own_subject(tree, predicate) >= 0 && !is_of_another(tree, predicate) &&
        !is_relative_pronoun(tree[own_subject(tree, predicate)]))
        clause.objects.push_back(antecedent(tree, predicate));
    if (const int indirect = tree.child(predicate, "iobj"); indirect >= 0)
        add_conjuncts(tree, lexicon, indirect, clause.objects.empty() ? clause.objects : clause.indirect);
}

/// "US, China sign deal": the parser takes the first for one who is addressed.
void add_listed_subjects(const Tree& tree, int predicate, Clause& clause) {
    const int subject = own_subject(tree, predicate);
    for (const int c : tree.children(predicate))
        if (c < subject && tree[c].upos == Upos::PROPN && (tree.is(c, "vocative") || tree.is(c, "dislocated")))
            clause.subjects.push_back(c);
}

/// "alongside Chile", "together with Chile".
bool is_companion(const Tree& tree, const Lexicon& lexicon, int word) {
    if (!tree.is(word, "obl") && !tree.is(word, "nmod")) return false;
    const int first = tree.child(word, "case");
    const bool along = first >= 0 && tree[first].lemma == "along" && (first + 1 == tree.size() || tree[first + 1].lemma != "with");  // "along the border"
    if (lexicon.listed("companion", tree.preposition(word)) && !along) return true;
    for (const int mark : tree.children(word))
        if (tree.is(mark, "case"))  // "together with", but "flew together over"
            return mark > 0 && is_one_of(tree[mark].lemma, {"with", "from"}) && lexicon.listed("companion", tree[mark - 1].lemma);
    return false;
}

/// "Peru, together with Chile, has protested …": they take part.
void add_companions(const Tree& tree, const Lexicon& lexicon, int predicate, Clause& clause) {
    const int subject = own_subject(tree, predicate);
    if (subject < 0) return;
    for (const int holder : {predicate, subject})
        for (const int c : tree.children(holder)) {
            if (is_companion(tree, lexicon, c)) add_conjuncts(tree, lexicon, c, clause.subjects);
            else if (tree.is(c, "advmod") && lexicon.listed("companion", tree[c].lemma))
                for (const int inner : tree.children(c))
                    if (tree.is(inner, "obl")) add_conjuncts(tree, lexicon, inner, clause.subjects);
        }
}

void collect_agents(const Tree& tree, const Lexicon& lexicon, int predicate, Clause& clause) {
    for (const int c : tree.children(predicate))
        if (tree.is(c, "obl:agent") || (tree.is(c, "obl") && tree.preposition(c) == "by")) add_conjuncts(tree, lexicon, c, clause.subjects);
    // "freed from captivity by the army", where the parser hung the army on the captivity.
    for (const int c : tree.children(predicate))
        if (tree.is(c, "obl") && clause.subjects.empty())
            for (const int inner : tree.children(c))
                if (tree.is(inner, "nmod") && tree.preposition(inner) == "by") add_conjuncts(tree, lexicon, inner, clause.subjects);
}

/// "no troops", "neither Chad nor Mali", "none of them".
bool is_none(const Tree& tree, int word) {
    const auto none = [&](int w) { return denies_noun(tree[w]); };
    return none(word) || std::ranges::any_of(tree.children(word), [&](int c) {
        return none(c) && (tree.is(c, "det") || tree.is(c, "cc") || tree.is(c, "advmod"));
    });
}

/// "sent food but no troops": the food was sent.
void drop_denied(const Tree& tree, std::vector<int>& words) {
    if (!words.empty()) words.erase(std::remove_if(words.begin() + 1, words.end(), [&](int w) { return is_none(tree, w); }), words.end());
}

/// "gave the ship back", "pulled back": a particle that the parser takes for an adverb, where the lexicon knows the two.
int adverb_particle(const Tree& tree, const Lexicon& lexicon, int predicate) {
    const auto known = [&](int c) { return !lexicon.verb(tree[predicate].lemma + " " + tree[c].lemma).empty(); };
    for (const int c : tree.children(predicate))
        if (c > predicate && tree.is(c, "advmod") && known(c)) return c;
    for (int c = predicate + 1; c < tree.size() && c <= predicate + k_near; ++c)  // "handed | back farms", "gave Chad | back two ships"
        if (tree[c].lemma == "back" && known(c) && (c == predicate + 1 || (tree.head(c) > c && tree.is(tree.head(c), "obj")))) return c;
    return -1;
}

/// "did not send troops", "sent no troops", "no ally sent troops".
bool is_negated(const Tree& tree, const Clause& clause) {
    const auto none = [&](const std::vector<int>& words) { return !words.empty() && is_none(tree, words.front()); };
    const auto aside = [&](const Oblique& o) { return tree.head(o.word) == clause.predicate && is_none(tree, o.word); };
    return shares_negation(tree, clause.predicate) || none(clause.subjects) || none(clause.objects) || none(clause.indirect) ||
           std::ranges::any_of(clause.obliques, aside);
}

}  // namespace

int coordinated_with(const Tree& tree, int word) {
    const auto finite = [&](int w) { return is_one_of(tree[w].xpos, {"VBD", "VBZ", "VBP"}); };
    const auto other = [&](int w) { return tree[w].xpos == "VB" || tree[w].xpos == "VBG"; };
    const int governor = tree.head(word);
    if (!finite(word) || governor < 0 || !other(governor)) return governor;
    for (int w = tree.head(governor); w >= 0; w = tree.head(w))
        if (finite(w)) return w;
    return governor;
}

bool denies_noun(const Token& token) { return is_one_of(token.lemma, {"no", "neither", "none", "nobody", "nothing"}); }

int holder_of_auxiliaries(const Tree& tree, int verb) {
    const int first = tree.head(verb);
    const bool bare = tree.is(verb, "conj") && tree[verb].xpos == "VB" && !tree.has(verb, "aux") && !tree.has(verb, "mark") && !tree.has(verb, "nsubj");
    return bare && first >= 0 && tree[first].xpos == "VB" ? holder_of_auxiliaries(tree, first) : verb;
}

bool shares_negation(const Tree& tree, int verb) {
    if (tree.is_negated(verb)) return true;
    const int holder = holder_of_auxiliaries(tree, verb);
    const int and_or = tree.child(verb, "cc");
    return holder != verb && (and_or < 0 || tree[and_or].lemma != "but") && tree.is_negated(holder);
}

int addressee(const Tree& tree, const Lexicon& lexicon, int infinitive) {
    const int verb = tree.head(infinitive);
    if (verb < 0 || tree[infinitive].xpos != "VB" || !tree.is(infinitive, "advcl") || tree.has(verb, "obj")) return -1;
    if (!is_one_of(lexicon.operation('v', tree[verb].lemma), {"appeal", "urge", "demand", "order"})) return -1;
    for (const int c : tree.children(verb))
        if (c < infinitive && tree.is(c, "obl") && is_one_of(tree.preposition(c), {"on", "upon", "to", "with"})) return c;
    return -1;
}

bool is_prepositional(const Tree& tree, int word) {
    const int mark = tree.child(word, "mark");
    if (!tree.is(word, "advcl") || tree[word].xpos != "VBG" || mark < 0) return false;
    const std::string& m = tree[mark].lemma;
    return is_one_of(m, {"of", "for", "from", "to", "as"});
}

bool is_predicate(const Tree& tree, int word) {
    const Token& t = tree[word];
    if (t.upos == Upos::VERB)
        return !tree.is(word, "amod") && !tree.is(word, "compound") && !tree.is(word, "case") && !tree.is(word, "mark") &&
               !tree.is(word, "flat") && !tree.is(word, "fixed");
    return tree.has(word, "cop");
}

Clause clause_of(const Tree& tree, const Lexicon& lexicon, int predicate) {
    Clause clause;
    clause.predicate = predicate;
    clause.lemma = with_prefix(tree, lexicon, predicate);
    int particle = tree.child(predicate, "compound:prt");
    clause.adverb = particle < 0 && (particle = adverb_particle(tree, lexicon, predicate)) >= 0;
    if (particle >= 0) clause.lemma += " " + tree[particle].lemma;
    clause.passive = tree[predicate].upos == Upos::VERB && is_passive(tree, predicate);
    const int subject = surface_subject(tree, lexicon, predicate, 0);
    if (clause.passive) {
        if (subject >= 0) add_conjuncts(tree, lexicon, subject, clause.objects);
        collect_agents(tree, lexicon, predicate, clause);
        // "ordered the men jailed": by whoever ordered it.
        if (const int governor = tree.head(predicate); clause.subjects.empty() && tree.is(predicate, "xcomp") && tree.has(governor, "obj"))
            if (const int who = surface_subject(tree, lexicon, governor, 0); who >= 0 && who != subject) add_conjuncts(tree, lexicon, who, clause.subjects);
        if (const int second = thing_given(tree, lexicon, predicate); second >= 0) {
            clause.indirect = std::move(clause.objects);
            clause.objects.clear();
            add_conjuncts(tree, lexicon, second, clause.objects);
        } else if (const int other = tree.child(predicate, "obj"); other >= 0) {
            add_conjuncts(tree, lexicon, other, clause.indirect);
        }
    } else {
        add_listed_subjects(tree, predicate, clause);
        if (subject >= 0) add_conjuncts(tree, lexicon, subject, clause.subjects);
        add_companions(tree, lexicon, predicate, clause);
        collect_objects(tree, lexicon, predicate, clause);
    }
    collect_obliques(tree, predicate, clause);
    for (std::vector<int>* words : {&clause.subjects, &clause.objects, &clause.indirect}) drop_denied(tree, *words);
    clause.negated = is_negated(tree, clause);
    return clause;
}

}  // namespace entente
