// SPDX-License-Identifier: Apache-2.0
#include "extract/open/phrase.hpp"

#include <algorithm>

#include "core/words.hpp"

namespace entente::open {
namespace {

bool is_opening(const std::string& form) { return is_one_of(form, {"(", "[", "{", "``", "“", "‘", "«"}); }
bool is_closing(const std::string& form) { return is_one_of(form, {")", "]", "}", "''", "”", "’", "»"}); }

/// A bracket or quotation mark whose partner is among the words.
bool has_partner(const Tree& tree, const Words& words, int word) {
    const std::string& form = tree[word].form;
    const auto count = [&](auto kind) { return std::ranges::count_if(words, [&](int w) { return kind(tree[w].form); }); };
    if (form == "\"" || form == "'") return std::ranges::count_if(words, [&](int w) { return tree[w].form == form; }) > 1;
    if (is_opening(form)) return count(is_closing) >= count(is_opening);
    if (is_closing(form)) return count(is_opening) >= count(is_closing);
    return false;
}

/// A clause behind a comma or dash.
bool is_aside(const Tree& tree, int child) {
    int first = child;
    for (int w = child; w > tree.head(child); --w)
        if (tree.below(w, child)) first = w;
    return child > tree.head(child) && (tree[first].upos == Upos::PUNCT || tree[first - 1].upos == Upos::PUNCT);
}

bool left_out(const Tree& tree, int child, const PhraseStyle& style) {
    const std::string_view rel = tree[child].relation();
    if (is_one_of(rel, {"parataxis", "discourse", "vocative", "dislocated"})) return true;
    if (rel == "acl") return !style.clauses || (!style.asides && is_aside(tree, child));
    if (rel == "advcl") return !style.clauses && tree[tree.head(child)].upos != Upos::VERB;
    if (rel == "appos") return !style.appositions;
    return !style.conjuncts && (rel == "conj" || rel == "cc");
}

void descend(const Tree& tree, int word, const PhraseStyle& style, int around, Words& out) {
    out.push_back(word);
    for (const int c : tree.children(word))
        if (!left_out(tree, c, style) && (around < 0 || !tree.below(around, c))) descend(tree, c, style, around, out);
}

Words in_order(const Tree& tree, Words words) {
    std::ranges::sort(words);
    trim(tree, words);
    return words;
}

}  // namespace

void add_fixed(const Tree& tree, int word, Words& out) {
    out.push_back(word);
    for (const int c : tree.children(word))
        if (tree.is(c, "fixed")) add_fixed(tree, c, out);
}

void trim(const Tree& tree, Words& words) {
    const auto is_edge = [&](int w) { return tree[w].upos == Upos::PUNCT && !has_partner(tree, words, w); };
    while (!words.empty() && is_edge(words.back())) words.pop_back();
    while (!words.empty() && is_edge(words.front())) words.erase(words.begin());
}

Words noun_phrase(const Tree& tree, int head, const PhraseStyle& style, int around) {
    Words out{head};
    const int copula = tree.child(head, "cop");
    const bool predicate = copula >= 0 || tree.has(head, "nsubj");
    for (const int c : tree.children(head)) {
        const std::string_view rel = tree[c].relation();
        if (is_one_of(rel, {"case", "mark", "nsubj", "csubj", "cop", "aux", "expl"}) || left_out(tree, c, style)) continue;
        if (rel == "cc" && c < head) continue;
        if (around >= 0 && tree.below(around, c)) continue;
        if (predicate && is_one_of(rel, {"obl", "advcl", "ccomp", "punct"})) continue;
        if (predicate && c < copula) continue;
        if (predicate && rel == "advmod" && is_one_of(tree[c].lemma, {"not", "n't", "never"})) continue;
        if (predicate && rel == "conj" && (tree.has(c, "nsubj") || tree.has(c, "cop") || tree[c].upos == Upos::VERB)) continue;
        descend(tree, c, style, around, out);
    }
    return in_order(tree, std::move(out));
}

Words clause_phrase(const Tree& tree, int head, const PhraseStyle& style, int around) {
    Words out{head};
    for (const int c : tree.children(head)) {
        const bool joins = tree.is(c, "mark") || (tree.is(c, "cc") && c < head);
        if (joins || left_out(tree, c, style) || (around >= 0 && tree.below(around, c))) continue;
        descend(tree, c, {}, around, out);
    }
    return in_order(tree, std::move(out));
}

void trim_quotes(const Tree& tree, Words& words) {
    const auto is_quote = [&](int w) { return is_one_of(tree[w].form, {"\"", "``", "''", "“", "”", "'", "`", "‘", "’"}); };
    while (words.size() > 2 && is_quote(words.front()) && is_quote(words.back())) {
        words.pop_back();
        words.erase(words.begin());
    }
}

Words united(const Words& a, const Words& b) {
    Words out = a;
    out.insert(out.end(), b.begin(), b.end());
    std::ranges::sort(out);
    const auto repeated = std::ranges::unique(out);
    out.erase(repeated.begin(), repeated.end());
    return out;
}

Words prepositions(const Tree& tree, int head) {
    Words out;
    for (const int c : tree.children(head))
        if (tree.is(c, "case") && tree[c].upos != Upos::PART && tree[c].lemma != "'s") add_fixed(tree, c, out);
    std::ranges::sort(out);
    return out;
}

Words followed(Words a, const Words& b) {
    for (const int w : b)
        if (std::ranges::find(a, w) == a.end()) a.push_back(w);
    return a;
}

}  // namespace entente::open
