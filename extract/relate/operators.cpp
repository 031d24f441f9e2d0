// SPDX-License-Identifier: Apache-2.0
#include "extract/relate/operators.hpp"

#include <string>

#include "extract/relate/clause.hpp"

namespace entente {
namespace {

char pos_of(const Token& t) {
    switch (t.upos) {
        case Upos::VERB:
        case Upos::AUX: return 'v';
        case Upos::ADJ: return 'a';
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
    // "a recommendation that Chad leave", taken for a relative clause
    if (tree.is(word, "acl:relcl")) return tree.has(word, "mark") && tree.has(word, "nsubj") && tree[governor].upos == Upos::NOUN;
    if (tree.is(word, "acl")) return infinitive || tree.has(word, "mark");
    if (!tree.is(word, "advcl")) return false;
    if (infinitive) return tree[governor].upos == Upos::ADJ;
    return is_prepositional(tree, word);
}

void add_modal(const Tree& tree, const Lexicon& lexicon, int predicate, std::vector<Operator>& out) {
    if (const int be = tree.child(predicate, "cop"); be >= 0 && tree[predicate].xpos == "VB" && tree.has(predicate, "mark") && tree[predicate].lemma != "blame")  // who is to blame is blamed
        out.push_back({be, "intend", tree.is_negated(predicate)});  // "is to send"
    for (const int c : tree.children(predicate))
        if (tree[c].deprel == "aux" && tree[c].xpos == "MD")
            if (const auto op = lexicon.operation('v', tree[c].lemma); !op.empty())
                out.push_back({c, op, op == "intend" && tree.is_negated(predicate)});
}

}  // namespace

std::vector<Operator> operators_over(const Tree& tree, const Lexicon& lexicon, int predicate) {
    std::vector<Operator> out;
    add_modal(tree, lexicon, predicate, out);
    for (int word = predicate; tree.head(word) >= 0;) {
        const int governor = tree.head(word);
        if (tree.is(word, "conj") && !tree.has(word, "nsubj")) {
            word = coordinated_with(tree, word);
            continue;
        }
        // "offered to send troops to help": the purpose of an offered act is offered too.
        if (tree.is(word, "advcl") && tree[word].xpos == "VB" && tree[governor].upos == Upos::VERB && !is_complement(tree, lexicon, word) &&
            tree.has(word, "mark")) {
            add_modal(tree, lexicon, governor, out);
            word = governor;
            continue;
        }
        if (!is_complement(tree, lexicon, word)) break;
        if (tree.is(word, "acl") && tree[word].xpos == "VB" && tree[governor].upos == Upos::PROPN) {  // the headline "India to send wheat"
            out.push_back({governor, "intend", false});
            break;
        }
        auto op = lexicon.operation(pos_of(tree[governor]), lemma_with_particle(tree, governor));
        // "wants Chad to leave": it is Chad that is to act.
        if (op == "intend" && tree.is(word, "xcomp") && tree.has(governor, "obj") && lexicon.listed("wish", tree[governor].lemma)) op = "urge";
        if (!op.empty()) {
            out.push_back({governor, op, tree.is_negated(governor)});
            const bool goes_on = op == "resume" || op == "try";  // "will continue helping" is intended
            for (const int c : tree.children(governor))
                if (tree[c].deprel == "aux" && tree[c].xpos == "MD")
                    if (const auto modal = lexicon.operation('v', tree[c].lemma); modal == "able" || (goes_on && modal == "intend"))
                        out.push_back({c, modal, goes_on && tree.is_negated(governor)});
        } else if (!tree.is(word, "xcomp")) {
            break;
        }
        if (op == "say") break;
        word = governor;
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
