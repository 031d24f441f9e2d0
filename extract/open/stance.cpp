// SPDX-License-Identifier: Apache-2.0
#include "extract/open/stance.hpp"

#include <algorithm>

#include "core/words.hpp"

namespace entente::open {
namespace {

/// What announces an act without doing it: "plans to", "is ready to", "agreed to".
bool intends(const Token& t) {
    return is_one_of(t.lemma, {"plan",    "intend", "want", "hope",  "agree", "vow",    "promise", "prepare", "ready", "threaten",
                               "seek",    "aim",    "wish", "offer", "pledge", "decide", "expect",  "set",     "willing", "due"});
}

Speaker speaker_beside(const Tree& tree, int word) {
    for (const int c : tree.children(word)) {
        if (tree.is(c, "parataxis") && reports(tree[c]))
            if (const int s = tree.child(c, "nsubj"); s >= 0) return {s, c};
        if (const Words lead = prepositions(tree, c); tree.is(c, "obl") && !lead.empty() && ascii_lower(tree[lead.front()].form) == "according")
            return {c, lead.front()};
    }
    return {};
}

}  // namespace

Status status_of(const Tree& tree, const OpenClause& clause) {
    const int p = clause.predicate;
    const auto relation_has = [&](auto wanted) { return std::ranges::any_of(clause.relation, [&](int w) { return w != clause.relation.back() && wanted(tree[w]); }); };
    const int mark = tree.child(p, "mark");
    if (mark >= 0 && is_one_of(tree[mark].lemma, {"if", "unless"})) return Status::hypothetical;
    if (relation_has([](const Token& t) { return t.upos == Upos::AUX && is_one_of(t.lemma, {"would", "could", "may", "might", "should"}); }))
        return Status::hypothetical;
    const bool infinitive = tree[p].xpos == "VB" && !tree.has(p, "aux");
    if (infinitive && clause.rule == Rule::controlled && tree.has(p, "mark")) return Status::requested;
    if (infinitive && (clause.rule == Rule::purpose || tree.is(p, "acl"))) return Status::intended;
    const bool will = relation_has([](const Token& t) { return t.upos == Upos::AUX && is_one_of(t.lemma, {"will", "shall"}); });
    return will || (chain(tree, p).size() > 1 && relation_has(intends)) ? Status::intended : Status::actual;
}

Speaker speaker_of(const Tree& tree, const OpenClause& clause) {
    for (int w = clause.predicate; w >= 0; w = tree.head(w)) {
        if (reports(tree[w]) && w == clause.predicate) return {};  // who says it is its subject
        if (const Speaker beside = speaker_beside(tree, w); beside.word >= 0 && beside.word != clause.subject) return beside;
        const int above = tree.head(w);
        if (above >= 0 && tree.is(w, "ccomp") && reports(tree[above]))
            if (const int s = subject_of(tree, above).word; s >= 0) return {s, above};
    }
    return {};
}

}  // namespace entente::open
