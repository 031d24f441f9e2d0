// SPDX-License-Identifier: Apache-2.0
#include "extract/relate/modality.hpp"

#include <algorithm>

#include "core/words.hpp"

namespace entente {
namespace {

bool is_marked(const Tree& tree, int word) { return tree.is(word, "mark") || tree.is(word, "cc"); }

/// "If", "as if", "in case": the word that makes a condition of a clause, or -1.
int condition_mark(const Tree& tree, const Lexicon& lexicon, int clause) {
    for (const int c : tree.children(clause)) {
        if (!is_marked(tree, c)) continue;
        const std::string& mark = tree[c].lemma;
        const std::string next = c + 1 < tree.size() ? mark + " " + ascii_lower(tree[c + 1].form) : mark;
        if (lexicon.listed("hypothesis", mark) || lexicon.listed("hypothesis", next)) return c;
    }
    return -1;
}

bool has_modal(const Tree& tree, int clause) {
    return std::ranges::any_of(tree.children(clause), [&](int c) { return tree.is(c, "aux") && tree[c].xpos == "MD"; });
}

/// "will stay until Chad leaves", "once Chad leaves": it has not left.
bool is_of_future(const Tree& tree, const Lexicon& lexicon, int clause) {
    const int governor = tree.head(clause);
    const bool present = is_one_of(tree[clause].xpos, {"VBZ", "VBP"}) ||
                         std::ranges::any_of(tree.children(clause), [&](int c) { return tree.is(c, "aux") && is_one_of(tree[c].xpos, {"VBZ", "VBP"}); });
    if (!tree.is(clause, "advcl") || governor < 0 || !present || !has_modal(tree, governor)) return false;
    return std::ranges::any_of(tree.children(clause), [&](int c) { return lexicon.listed("moment", tree[c].lemma) && c < clause; });
}

/// The auxiliary before the subject, or -1: "should Chad leave", "did Chad leave?"
int inverted(const Tree& tree, int clause) {
    for (const int c : tree.children(clause)) {
        if (tree.is(c, "nsubj")) return -1;
        if ((tree.is(c, "aux") || tree.is(c, "cop")) && tree.has(clause, "nsubj")) return c;
    }
    return -1;
}

/// "Were Chad to leave", where the parser gave its subject to the verb behind.
int leading_were(const Tree& tree, int clause) {
    const int were = tree.child(clause, "cop");
    return were >= 0 && tree.is(clause, "advcl") && tree[clause].xpos == "VB" && tree[were].xpos == "VBD" ? were : -1;
}

/// "warned of rebels entering Chad", "the risk of rebels entering Chad": none have entered.
bool is_warned_of(const Tree& tree, const Lexicon& lexicon, int clause) {
    const int who = tree.head(clause);
    if (!tree.is(clause, "acl") || tree[clause].xpos != "VBG" || who < 0) return false;
    if (!tree.is(who, "obj") && !is_one_of(tree.preposition(who), {"of", "about", "against"})) return false;
    const int holder = tree.head(who);
    const char pos = holder >= 0 && tree[holder].upos == Upos::VERB ? 'v' : 'n';
    return holder >= 0 && is_one_of(lexicon.operation(pos, tree[holder].lemma), {"warn", "suppose", "able", "intend", "threaten"});
}

bool asks(const Tree& tree, int clause) {
    const bool question = tree.size() > 0 && std::ranges::any_of(tree.children(clause), [&](int c) { return tree[c].form == "?"; });
    return question && std::ranges::none_of(tree.children(clause), [&](int c) { return tree[c].xpos == "WRB" || tree[c].xpos == "WP"; });
}

/// The "to" of an infinitive, or -1.
int infinitive_mark(const Tree& tree, int clause) {
    for (const int c : tree.children(clause))
        if (tree.is(c, "mark") && tree[c].lemma == "to" && tree[clause].xpos == "VB") return c;
    return -1;
}

}  // namespace

Modality modality_of(const Tree& tree, const Lexicon& lexicon, int clause) {
    const bool dependent = tree.is(clause, "advcl") || tree.is(clause, "ccomp") || tree.is(clause, "csubj") || tree.is(clause, "acl") || tree.is(clause, "xcomp");
    if (const int mark = dependent ? condition_mark(tree, lexicon, clause) : -1; mark >= 0) return {mark, "suppose"};
    if (is_of_future(tree, lexicon, clause)) return {clause, "suppose"};
    if (const int were = leading_were(tree, clause); were >= 0) return {were, "suppose"};
    if (const int first = inverted(tree, clause); first >= 0) {
        const bool condition = tree.is(clause, "advcl") && is_one_of(ascii_lower(tree[first].form), {"should", "had", "were"});
        if (condition || asks(tree, clause)) return {first, "suppose"};
    }
    if (is_warned_of(tree, lexicon, clause)) return {clause, "suppose"};
    // "It was not Chad that attacked"
    if (const int focus = tree.head(clause); tree.is(clause, "acl:relcl") && focus >= 0 && tree.has(focus, "cop") && tree.is_negated(focus))
        if (const int it = tree.child(focus, "nsubj"); it >= 0 && tree[it].lemma == "it") return {clause, "deny"};
    if (tree.is(clause, "advcl"))
        for (const int c : tree.children(clause))
            if (is_marked(tree, c) && lexicon.listed("absence", tree[c].lemma)) return {c, "deny"};
    return {};
}

bool is_infinitive(const Tree& tree, int clause) { return infinitive_mark(tree, clause) >= 0; }

Modality purpose_of(const Tree& tree, const Lexicon& lexicon, int infinitive) {
    const int governor = tree.head(infinitive);
    const int to = infinitive_mark(tree, infinitive);
    if (governor < 0 || to < 0) return {};
    if (tree.is(infinitive, "advcl") && tree[governor].upos == Upos::VERB)
        return lexicon.listed("fulfilled", tree[governor].lemma) ? Modality{} : Modality{to, "purpose"};
    if (!tree.is(infinitive, "acl") || tree[governor].upos != Upos::NOUN) return {};
    // "the first state to recognise Chad" did so.
    const bool one_of_several = std::ranges::any_of(tree.children(governor), [&](int c) { return lexicon.listed("ordinal", tree[c].lemma); });
    const int use = tree.is(governor, "obj") ? tree.head(governor) : -1;  // "used an alert to divert a plane"
    return one_of_several || (use >= 0 && lexicon.listed("fulfilled", tree[use].lemma)) ? Modality{} : Modality{to, "purpose"};
}

bool is_past(const Tree& tree, int clause) {
    if (has_modal(tree, clause)) return false;
    if (tree[clause].xpos == "VBD") return true;
    return std::ranges::any_of(tree.children(clause), [&](int c) {
        return (tree.is(c, "aux") || tree.is(c, "cop")) && (tree[c].xpos == "VBD" || (tree[c].lemma == "have" && tree[c].xpos != "VB"));
    });
}

bool would_suppose(const Tree& tree, const Lexicon& lexicon, int clause) {
    for (const int c : tree.children(clause)) {
        if (tree.is(c, "aux") && tree[c].lemma == "have") return true;  // "would have attacked" did not
        if (tree.is(c, "advcl") && modality_of(tree, lexicon, c).operation == "suppose") return true;
    }
    for (int w = clause; w >= 0; w = tree.head(w)) {
        if (tree.is(w, "ccomp") || (tree.is(w, "acl") && tree.has(w, "mark"))) return false;
        if (std::ranges::any_of(tree.children(w), [&](int c) { return tree.is(c, "parataxis"); })) return false;
    }
    return true;
}

}  // namespace entente
