// SPDX-License-Identifier: Apache-2.0
// The full view: a clause, one triple.
#include <algorithm>

#include "extract/open/views.hpp"

namespace entente::open {
namespace {

/// Asides ("…, which …") are clauses of their own.
constexpr PhraseStyle k_style{.asides = false};
/// Of a noun with an apposition or title, the noun alone.
constexpr PhraseStyle k_bare{.clauses = false, .appositions = false};

Words words_of(const Tree& tree, const ClauseArgument& a) {
    if (a.kind == ArgumentKind::content || a.kind == ArgumentKind::adverbial) return clause_phrase(tree, a.head, {}, a.around);
    return noun_phrase(tree, a.head, k_style, a.around);
}

Words subject_words(const Tree& tree, const OpenClause& clause) {
    if (tree.is(clause.subject, "csubj")) return clause_phrase(tree, clause.subject);
    return noun_phrase(tree, clause.subject, is_nominal(clause.rule) ? k_bare : k_style, clause.predicate);
}

/// What introduces the object belongs to the relation, where it stands behind it: "relied on | aid".
void set_object(const Tree& tree, const OpenClause& clause, const ClauseArgument& a, OpenTriple& t) {
    t.object = {a.head, words_of(tree, a), a.kind, {}};
    const int last = clause.relation.empty() ? -1 : clause.relation.back();
    const bool behind = a.lead.empty() || a.lead.front() > last || a.around >= 0 || a.head == clause.predicate;
    if (behind && a.kind != ArgumentKind::adverbial) {
        t.relation = a.around >= 0 ? followed(t.relation, a.lead) : united(t.relation, a.lead);
    } else {
        t.object.words = united(t.object.words, a.lead);
        t.object.lead = a.lead;
    }
}

bool print(const Tree& tree, const OpenClause& clause, OpenTriple& t) {
    const int first = first_argument(clause);
    if (first < 0) return false;
    t.clause = &clause;
    t.subject = {clause.subject, subject_words(tree, clause), ArgumentKind::object, {}};
    t.inferred = clause.inferred;
    t.relation = clause.relation;
    set_object(tree, clause, clause.args[static_cast<std::size_t>(first)], t);
    for (int i = 0; i < static_cast<int>(clause.args.size()); ++i) {
        const ClauseArgument& a = clause.args[static_cast<std::size_t>(i)];
        if (i == first || a.kind == ArgumentKind::adverbial || a.kind == ArgumentKind::adverb) continue;
        if (const Words words = words_of(tree, a); !words.empty()) t.args.push_back({a.head, united(words, a.lead), a.kind, a.lead});
    }
    return !t.subject.words.empty() && !t.object.words.empty();
}

Words all_words(const OpenTriple& t) {
    Words out = united(united(t.subject.words, t.relation), t.object.words);
    for (const Slot& s : t.args) out = united(out, s.words);
    return out;
}

}  // namespace

std::vector<OpenTriple> print_full(const Tree& tree, const std::vector<OpenClause>& clauses) {
    std::vector<OpenTriple> all;
    for (const OpenClause& clause : clauses)
        if (OpenTriple t; print(tree, clause, t)) all.push_back(std::move(t));
    std::vector<Words> words;
    for (const OpenTriple& t : all) words.push_back(all_words(t));
    std::vector<OpenTriple> out;
    for (std::size_t i = 0; i < all.size(); ++i) {  // without those that say no more than another
        bool repeated = false;
        for (std::size_t j = 0; j < all.size(); ++j)
            repeated |= i != j && words[j].size() > words[i].size() && all[i].subject.words == all[j].subject.words &&
                        std::ranges::includes(united(all[j].relation, {}), united(all[i].relation, {})) && std::ranges::includes(words[j], words[i]);
        if (!repeated) out.push_back(all[i]);
    }
    return out;
}

}  // namespace entente::open
