// SPDX-License-Identifier: Apache-2.0
// What nouns state without a verb.
#include <algorithm>

#include "core/words.hpp"
#include "extract/open/clauses.hpp"

namespace entente::open {
namespace {

constexpr std::size_t k_longest_apposition = 14;  ///< words

bool is_name(const Tree& tree, int w) { return tree[w].upos == Upos::PROPN; }
bool is_thing(const Tree& tree, int w) { return tree[w].upos == Upos::NOUN || is_name(tree, w); }

/// "is" or "are", as its subject asks.
std::string_view be(const Tree& tree, int subject) {
    const bool plural = tree[subject].xpos.ends_with('S') || tree.has(subject, "conj");
    return plural ? "are" : "is";
}

void add_apposition(const Tree& tree, int noun, int what, std::vector<OpenClause>& out) {
    if (!is_thing(tree, noun) || !is_thing(tree, what) || tree.has(what, "nsubj")) return;
    if (noun_phrase(tree, what, {}).size() > k_longest_apposition) return;
    const auto plural = [&](int w) { return tree[w].xpos.ends_with('S') || tree.has(w, "conj"); };
    if (plural(noun) && !plural(what)) return;                // "two ministers, Peter Lamb": one of them
    if (is_name(tree, noun) && is_name(tree, what)) return;  // "Boston, Massachusetts"
    if (is_name(tree, what)) std::swap(noun, what);           // "the minister, Peter Lamb": he is the minister
    OpenClause clause;
    clause.rule = Rule::apposition;
    clause.predicate = what;
    clause.inferred = be(tree, noun);
    clause.subject = noun;
    clause.args.push_back({ArgumentKind::complement, what, {}, noun > what ? noun : -1});
    out.push_back(std::move(clause));
}

}  // namespace

void add_nominal(const Tree& tree, std::vector<OpenClause>& out) {
    for (int w = 0; w < tree.size(); ++w)
        if (tree.is(w, "appos")) add_apposition(tree, tree.head(w), w, out);
}

}  // namespace entente::open
