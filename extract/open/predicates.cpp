// SPDX-License-Identifier: Apache-2.0
#include "extract/open/predicates.hpp"

#include "core/words.hpp"

namespace entente::open {
namespace {

/// Clauses borrow from clauses above; nesting deeper than this is no language.
constexpr int k_highest = 8;

int object_of(const Tree& tree, int word) {
    const int object = tree.child(word, "obj");
    return object >= 0 ? object : tree.child(word, "iobj");
}

/// Its own subject; of "it is said that …" the "it".
int own_subject(const Tree& tree, int word) {
    for (const std::string_view relation : {"nsubj", "expl", "csubj"})
        if (const int subject = tree.child(word, relation); subject >= 0) return subject;
    return -1;
}

FoundSubject find(const Tree& tree, int word, int depth);

FoundSubject borrowed(const Tree& tree, int word, int depth) {
    const int governor = tree.head(word);
    if (governor < 0) return {};
    const auto from_above = [&] { return find(tree, governor, depth + 1).word; };
    if (tree.is(word, "acl:relcl")) return {governor, Rule::relative};
    if (tree.is(word, "acl") && (tree[word].xpos == "VB" || tree.has(word, "mark"))) {
        // "success in finding", "a plan to go": no clauses of the noun; but the headline "Oslo to host talks" is one.
        const bool headline = tree[word].xpos == "VB" && tree[governor].upos == Upos::PROPN && tree.head(governor) < 0;
        return headline ? FoundSubject{governor, Rule::verb} : FoundSubject{};
    }
    if (tree.is(word, "acl")) return {governor, Rule::participle};
    if (tree.is(word, "conj")) {
        const bool beside = is_verb(tree, governor) || tree.has(governor, "cop");
        return {beside ? from_above() : -1, Rule::conjunct};
    }
    if (tree.is(word, "xcomp")) {
        const int object = is_merged(tree, word) ? -1 : object_of(tree, governor);
        return {object >= 0 ? object : from_above(), Rule::controlled};
    }
    if (!tree.is(word, "advcl")) return {};
    const int mark = tree.child(word, "mark");
    if (mark >= 0 && is_one_of(tree[mark].lemma, {"from", "for"}) && object_of(tree, governor) >= 0)
        return {object_of(tree, governor), Rule::controlled};  // "kept them from going"
    return {from_above(), mark >= 0 || tree[word].xpos == "VB" ? Rule::purpose : Rule::adverbial};
}

FoundSubject find(const Tree& tree, int word, int depth) {
    if (depth > k_highest) return {};
    const int own = own_subject(tree, word);
    if (own < 0) return borrowed(tree, word, depth);
    const bool relative = tree.is(word, "acl:relcl");
    if (relative && is_relative_pronoun(tree[own])) return {tree.head(word), Rule::relative};
    return {own, relative ? Rule::relative : is_verb(tree, word) ? Rule::verb : Rule::copula};
}

}  // namespace

std::string_view name(Rule rule) {
    static constexpr std::string_view names[k_rules] = {"verb",      "copula",  "conjunct",   "relative",  "participle",
                                                        "adverbial", "purpose", "controlled", "apposition"};
    return names[static_cast<std::size_t>(rule)];
}

bool is_verb(const Tree& tree, int word) {
    const Token& t = tree[word];
    return t.upos == Upos::VERB || (t.upos == Upos::AUX && !t.is("aux") && !t.is("cop"));
}

bool is_wh(const Token& token) { return token.xpos.starts_with('W'); }

bool is_relative_pronoun(const Token& token) {
    return token.xpos == "WDT" || token.xpos == "WP" || (token.upos == Upos::PRON && token.lemma == "that");
}

bool heads_clause(const Tree& tree, int word) {
    if (is_one_of(tree[word].relation(), {"amod", "compound", "case", "mark", "flat", "fixed", "aux", "cop", "cc", "det"})) return false;
    if (tree.is(word, "xcomp")) return is_verb(tree, word) && !is_merged(tree, word);
    return is_verb(tree, word) || tree.has(word, "cop");
}

bool is_merged(const Tree& tree, int word) {
    const int governor = tree.head(word);
    return tree.is(word, "xcomp") && governor >= 0 && object_of(tree, governor) < 0 &&
           (is_verb(tree, word) || tree.has(word, "cop"));
}

Words chain(const Tree& tree, int predicate) {
    Words out{predicate};
    for (std::size_t i = 0; i < out.size(); ++i)
        for (const int c : tree.children(out[i]))
            if (i + 1 == out.size() && is_merged(tree, c)) out.push_back(c);
    return out;
}

FoundSubject subject_of(const Tree& tree, int predicate) { return find(tree, predicate, 0); }

int antecedent_of(const Tree& tree, int predicate) {
    while (tree.is(predicate, "conj") && tree.head(predicate) >= 0 && !tree.has(predicate, "nsubj")) predicate = tree.head(predicate);
    return tree.is(predicate, "acl:relcl") ? tree.head(predicate) : -1;
}

}  // namespace entente::open
