// SPDX-License-Identifier: Apache-2.0
#include "extract/open/views.hpp"

namespace entente::open {

int first_argument(const OpenClause& clause) {
    const auto find = [&](auto wanted) {
        for (std::size_t i = 0; i < clause.args.size(); ++i)
            if (wanted(clause.args[i])) return static_cast<int>(i);
        return -1;
    };
    using enum ArgumentKind;
    for (const ArgumentKind kind : {object, indirect, complement, content})
        if (const int i = find([&](const ClauseArgument& a) { return a.kind == kind; }); i >= 0) return i;
    const int last = clause.relation.empty() ? clause.predicate : clause.relation.back();
    const auto behind = [&](const ClauseArgument& a) { return a.kind == oblique && (a.head > last || a.around >= 0); };
    if (const int i = find(behind); i >= 0) return i;
    for (const ArgumentKind kind : {oblique, adverbial, adverb})
        if (const int i = find([&](const ClauseArgument& a) { return a.kind == kind; }); i >= 0) return i;
    return -1;
}

std::vector<OpenTriple> print(const Tree& tree, const std::vector<OpenClause>& clauses, View view) {
    return view == View::graph ? print_graph(tree, clauses) : print_full(tree, clauses);
}

}  // namespace entente::open
