// SPDX-License-Identifier: Apache-2.0
#include "extract/relate/operators.hpp"

#include <algorithm>
#include <string>

#include "core/words.hpp"
#include "extract/relate/clause.hpp"
#include "extract/relate/modality.hpp"

namespace entente {
namespace {

char pos_of(const Token& t) {
    switch (t.upos) {
        case Upos::VERB:
        case Upos::AUX: return 'v';
        case Upos::ADJ:
        case Upos::ADV: return 'a';
        default: return 'n';
    }
}

std::string lemma_with_particle(const Tree& tree, int word) {
    const int particle = tree.child(word, "compound:prt");
    return particle < 0 ? tree[word].lemma : tree[word].lemma + " " + tree[particle].lemma;
}

/// Whether the word's clause is a complement of its governor: what the governor says, wants, refuses.
bool is_complement(const Tree& tree, const Lexicon& lexicon, int word) {
    if (tree.is(word, "xcomp") || tree.is(word, "ccomp") || addressee(tree, lexicon, word) >= 0) return true;
    const int governor = tree.head(word);
    if (governor < 0) return false;
    const bool infinitive = tree[word].xpos == "VB";
    if (tree.is(word, "csubj")) return tree[governor].upos == Upos::ADJ;  // "it is not true that"
    // "a recommendation that Chad leave", taken for a relative clause
    if (tree.is(word, "acl:relcl")) return tree.has(word, "mark") && tree.has(word, "nsubj") && tree[governor].upos == Upos::NOUN;
    // "the possibility of Chad leaving"
    const int of = tree.is(word, "acl") && tree[word].xpos == "VBG" ? tree.child(governor, "nmod") : -1;
    if (of > governor && of < word && tree.preposition(of) == "of" && !lexicon.operation('n', tree[governor].lemma).empty()) return true;
    if (tree.is(word, "acl")) return infinitive || tree.has(word, "mark");
    if (!tree.is(word, "advcl")) return false;
    if (infinitive) return tree[governor].upos == Upos::ADJ;
    return is_prepositional(tree, word);
}

void add_modal(const Tree& tree, const Lexicon& lexicon, int predicate, std::vector<Operator>& out) {
    const int be = tree.child(predicate, "cop");
    const bool blamed = tree[predicate].lemma == "blame";  // who is to blame is blamed
    if (be >= 0 && tree[predicate].xpos == "VB" && tree.has(predicate, "mark") && !blamed && modality_of(tree, lexicon, predicate).word != be)
        out.push_back({be, "intend", tree.is_negated(predicate)});  // "is to send"
    const int holder = holder_of_auxiliaries(tree, predicate);
    for (const int c : tree.children(holder)) {
        if (tree[c].deprel != "aux" || tree[c].xpos != "MD") continue;
        const auto op = lexicon.operation('v', tree[c].lemma);
        if (op.empty() || (op == "demand" && modality_of(tree, lexicon, holder).word == c)) continue;  // "should Chad attack, …"
        const bool unable = op == "able" && is_one_of(tree[c].lemma, {"can", "could"});
        const bool negated = (op == "intend" || unable) && shares_negation(tree, predicate);
        out.push_back({c, negated && unable ? "fail" : op, negated && !unable});
        if (tree[c].lemma == "would" && would_suppose(tree, lexicon, holder)) out.push_back({c, "suppose", false});
    }
}

/// "plans to attack" of "denied plans to attack": the verb whose object or phrase the noun is, or -1.
int verb_of_noun(const Tree& tree, int noun) {
    const int verb = tree.head(noun);
    const bool argument = tree.is(noun, "obj") || tree.is(noun, "obl") || tree.is(noun, "nsubj:pass");
    return argument && verb >= 0 && tree[noun].upos == Upos::NOUN && tree[verb].upos == Upos::VERB ? verb : -1;
}

/// "rejected claims that Chad attacked", "there is no evidence that", "accusations that … are false".
bool is_denied(const Tree& tree, const Lexicon& lexicon, int noun) {
    if (tree.is_negated(noun)) return true;
    const int governor = tree.head(noun);
    if (governor < 0) return false;
    if (tree.is(noun, "nsubj") && tree.has(governor, "cop")) return lexicon.operation('a', tree[governor].lemma) == "deny";
    return verb_of_noun(tree, noun) >= 0 && is_one_of(lexicon.operation('v', tree[governor].lemma), {"deny", "refuse"});
}

/// What a word over a complement makes of it: its row of operators.tsv, as this complement and its negation bend it.
Operator operator_at(const Tree& tree, const Lexicon& lexicon, int governor, int complement) {
    std::string_view op = lexicon.operation(pos_of(tree[governor]), lemma_with_particle(tree, governor));
    const bool negated = tree[governor].upos == Upos::VERB && !op.empty() ? clause_of(tree, lexicon, governor).negated : tree.is_negated(governor);
    const bool clause = tree.is(complement, "ccomp") || tree.is(complement, "csubj") || (tree.is(complement, "acl") && tree.has(complement, "mark"));
    const auto beside = [&](std::string_view relation, std::initializer_list<std::string_view> words) {
        return std::ranges::any_of(tree.children(governor), [&](int c) { return tree.is(c, relation) && is_one_of(tree[c].lemma, words); });
    };
    // "wants Chad to leave": it is Chad that is to act.
    if (op == "intend" && tree.is(complement, "xcomp") && tree.has(governor, "obj") && lexicon.listed("wish", tree[governor].lemma)) op = "urge";
    if (is_one_of(tree[governor].lemma, {"have", "be"}) && beside("advmod", {"yet"})) return {governor, "fail", false};  // "has yet to meet"
    if (tree[governor].lemma == "do" && beside("obj", {"little", "nothing"})) return {governor, "fail", false};
    if (op == "stop" && tree.has(governor, "obj") && tree.child(complement, "mark") >= 0 && tree[tree.child(complement, "mark")].lemma == "from")
        return {governor, "forbid", negated};  // "stopped Chad from leaving"
    if (clause && is_past(tree, complement) && is_one_of(op, {"intend", "offer", "promise", "appeal", "urge", "invite", "demand", "order", "warn"}))
        return {governor, "say", false};  // "insisted that Chad had left"
    if (tree[governor].upos == Upos::NOUN && (op == "say" || op == "accuse") && is_denied(tree, lexicon, governor)) return {governor, "deny", false};
    if (op == "deny" && negated) return {governor, "suppose", false};
    if (op == "say" && clause && negated) return {governor, lexicon.listed("belief", tree[governor].lemma) ? "deny" : "suppose", false};
    return {governor, op, negated};
}

/// From a noun up to the verb that it stands with: "failed to honour its pledge to help", "abandoned plans to attack". -1
/// where that verb tells nothing of the act.
int climb_from_noun(const Tree& tree, const Lexicon& lexicon, int noun, std::vector<Operator>& out) {
    const int verb = verb_of_noun(tree, noun);
    if (verb < 0) return -1;
    const auto op = lexicon.operation('v', lemma_with_particle(tree, verb));
    if (is_one_of(op, {"accuse", "praise", "say", "refuse"})) return -1;
    if (is_one_of(op, {"deny", "stop", "fail"})) out.push_back({verb, op, tree.is_negated(verb)});
    else if (tree.is_negated(verb) || lexicon.listed("unkept", tree[verb].lemma)) out.push_back({verb, "fail", false});
    add_modal(tree, lexicon, verb, out);
    return verb;
}

}  // namespace

std::string_view effective(const Operator& op) {
    if (!op.negated) return op.operation;
    if (op.operation == "intend" || op.operation == "offer" || op.operation == "promise") return "not-intend";
    return op.operation == "allow" ? std::string_view("not-allow") : op.operation;
}

std::vector<Operator> operators_over(const Tree& tree, const Lexicon& lexicon, int predicate) {
    std::vector<Operator> out;
    add_modal(tree, lexicon, predicate, out);
    for (int word = predicate; word >= 0;) {
        if (const Modality own = modality_of(tree, lexicon, word); !own.operation.empty()) {
            // "when he is due to visit": that it lies ahead is told.
            if (own.word != word || !tree.is(word, "advcl") || out.empty()) out.push_back({own.word, own.operation, false});
            break;
        }
        const int governor = tree.head(word);
        if (governor < 0) break;
        if (tree.is(word, "conj") && !tree.has(word, "nsubj")) {
            word = coordinated_with(tree, word);
            continue;
        }
        if (!is_complement(tree, lexicon, word)) {
            if (!tree.is(word, "advcl") || tree[governor].upos != Upos::VERB || !is_infinitive(tree, word)) break;
            // "offered to send troops to help": the purpose of an offered act is offered too.
            if (const Modality purpose = purpose_of(tree, lexicon, word); !purpose.operation.empty()) out.push_back({purpose.word, purpose.operation, false});
            add_modal(tree, lexicon, governor, out);
            word = governor;
            continue;
        }
        if (tree.is(word, "acl") && tree[word].xpos == "VB" && tree[governor].upos == Upos::PROPN) {  // the headline "India to send wheat"
            out.push_back({governor, "intend", false});
            break;
        }
        const Operator op = operator_at(tree, lexicon, governor, word);
        if (!op.operation.empty()) {
            out.push_back(op);
            const bool goes_on = op.operation == "resume" || op.operation == "try";  // "will continue helping" is intended
            for (const int c : tree.children(governor))
                if (tree[c].deprel == "aux" && tree[c].xpos == "MD")
                    if (const auto modal = lexicon.operation('v', tree[c].lemma); modal == "able" || (goes_on && modal == "intend"))
                        out.push_back({c, modal, goes_on && tree.is_negated(governor)});
        } else if (!tree.is(word, "xcomp")) {
            if (const Modality purpose = purpose_of(tree, lexicon, word); !purpose.operation.empty()) out.push_back({purpose.word, purpose.operation, false});
            break;
        }
        // "stopped short of attacking": nothing ends.
        if (op.operation == "say" || tree[governor].lemma == "short") break;
        word = tree[governor].upos == Upos::NOUN && !tree.has(governor, "cop") && !op.operation.empty() ? climb_from_noun(tree, lexicon, governor, out) : governor;
    }
    return out;
}

bool says(const Lexicon& lexicon, const std::string& lemma) {
    for (const VerbEntry& e : lexicon.verb(lemma))
        if (e.meaning.says) return true;
    return false;
}

int reporting_verb(const Tree& tree, const Lexicon& lexicon, int predicate) {
    for (int word = predicate; word >= 0; word = tree.head(word)) {
        for (const int c : tree.children(word))
            if (tree.is(c, "parataxis") && tree.has(c, "nsubj") && says(lexicon, tree[c].lemma)) return c;
        const int governor = tree.head(word);
        if (governor >= 0 && (tree.is(word, "ccomp") || tree.is(word, "parataxis") || is_prepositional(tree, word)) && tree[governor].upos == Upos::VERB &&
            says(lexicon, tree[governor].lemma))
            return governor;
    }
    return -1;
}

}  // namespace entente
