// SPDX-License-Identifier: Apache-2.0
// The words of a phrase, as a slot of an open triple quotes them.
#pragma once

#include <vector>

#include "core/tree.hpp"

namespace entente::open {

/// Words of the sentence by index, in text order. They need not be neighbours.
using Words = std::vector<int>;

/// What hangs on the nouns of a phrase and may stay out of it.
struct PhraseStyle {
    bool clauses = true;      ///< relative clauses, participles, infinitives
    bool asides = true;       ///< of those, the ones behind a comma
    bool appositions = true;  ///< "Oslo, the capital of Norway": behind the comma
    bool conjuncts = true;    ///< "and Sweden"
};

/// The noun phrase with this head without its own preposition, and without the marks at its edges. Of what a copula says
/// of its subject, that alone: without subject, copula and adverbials. What holds the word `around` (a relative clause
/// whose subject is being read) is left out. O(words).
[[nodiscard]] Words noun_phrase(const Tree& tree, int head, const PhraseStyle& style, int around = -1);

/// A whole clause without the word that joins it to another.
[[nodiscard]] Words clause_phrase(const Tree& tree, int head, const PhraseStyle& style = {}, int around = -1);

/// The prepositions in front of a phrase: "because of", "from behind".
[[nodiscard]] Words prepositions(const Tree& tree, int head);

/// The word with the words that are fixed to it: "as well as", "according to".
void add_fixed(const Tree& tree, int word, Words& out);

/// Takes punctuation off both ends; of brackets and quotes only those without their partner.
void trim(const Tree& tree, Words& words);

/// Takes quotation marks off that enclose all the words.
void trim_quotes(const Tree& tree, Words& words);

/// The words of both, in text order, each once. O(words).
[[nodiscard]] Words united(const Words& a, const Words& b);

/// The words of a, then those of b that a lacks.
[[nodiscard]] Words followed(Words a, const Words& b);

}  // namespace entente::open
