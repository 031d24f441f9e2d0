// SPDX-License-Identifier: Apache-2.0
// Two ways to print a clause: whole, with all its arguments, or as short triples for a graph.
#pragma once

#include <string_view>

#include "extract/open/clauses.hpp"

namespace entente::open {

enum class View : std::uint8_t {
    full,   ///< one triple a clause: the longest phrases, every argument
    graph,  ///< one triple an argument: short phrases, conjuncts apart
};

struct Slot {
    int head = -1;
    Words words;
    ArgumentKind kind = ArgumentKind::object;
    Words lead;  ///< those of the words that introduce it: prepositions, a mark
};

struct OpenTriple {
    const OpenClause* clause = nullptr;
    Slot subject;
    std::string_view inferred;  ///< is, are, was, were, has: printed before the words; mostly empty
    Words relation;             ///< in the order in which they are printed
    Slot object;
    std::vector<Slot> args;
    bool further = false;  ///< graph view: the object is a further argument, which the relation's words lead to
    double confidence = 0;
};

/// The triples of the clauses, which must outlive them.
[[nodiscard]] std::vector<OpenTriple> print(const Tree& tree, const std::vector<OpenClause>& clauses, View view);

/// The argument that completes the relation: an object, else what is said, else the phrase right behind; -1 for none.
[[nodiscard]] int first_argument(const OpenClause& clause);

[[nodiscard]] std::vector<OpenTriple> print_full(const Tree& tree, const std::vector<OpenClause>& clauses);
[[nodiscard]] std::vector<OpenTriple> print_graph(const Tree& tree, const std::vector<OpenClause>& clauses);

}  // namespace entente::open
