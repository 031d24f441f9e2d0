// SPDX-License-Identifier: Apache-2.0
// The arcs of a sentence while a tree is mended.
#pragma once

#include <string_view>
#include <vector>

#include "core/sentence.hpp"
#include "extract/relate/lexicon.hpp"

namespace entente {

/// The tree of one sentence, whose arcs may be moved.
class MovableArcs {
public:
    explicit MovableArcs(Sentence& sentence) : tokens_(sentence.tokens) {}

    [[nodiscard]] int size() const { return static_cast<int>(tokens_.size()); }
    [[nodiscard]] Token& at(int word) const { return tokens_[static_cast<std::size_t>(word)]; }
    [[nodiscard]] int head(int word) const { return at(word).head; }
    [[nodiscard]] bool is(int word, std::string_view relation) const { return at(word).is(relation) || at(word).deprel == relation; }
    [[nodiscard]] bool verb(int word) const { return at(word).upos == Upos::VERB; }
    [[nodiscard]] bool noun(int word) const { return at(word).upos == Upos::NOUN || at(word).upos == Upos::PROPN; }

    [[nodiscard]] int child(int word, std::string_view relation) const {
        for (int c = 0; c < size(); ++c)
            if (head(c) == word && is(c, relation)) return c;
        return -1;
    }

    /// One root, which every word reaches.
    [[nodiscard]] bool is_tree() const {
        int roots = 0;
        for (int w = 0; w < size(); ++w) {
            roots += head(w) < 0;
            int steps = 0;
            for (int up = w; up >= 0 && steps <= size(); up = head(up)) ++steps;
            if (steps > size()) return false;
        }
        return roots == 1;
    }

    /// Hangs `word` on `governor`, unless that would close a ring.
    void attach(int word, int governor, const char* relation) const {
        for (int w = governor; w >= 0; w = head(w))
            if (w == word) return;
        at(word).head = governor;
        at(word).deprel = relation;
    }

private:
    std::vector<Token>& tokens_;
};

/// A dateline is no part of its sentence: what hangs on it takes its place. The result may be no tree. O(words).
void mend_dateline(const MovableArcs& arcs);

/// "Hungary blocks aid to Ukraine", taken for blocks that aid: a headline that begins with a name and a word that may be a
/// verb or a plural. O(words).
void mend_headline(const MovableArcs& arcs, const Lexicon& lexicon);

/// Objects that a parser took for one: "denied the envoy access", "called him a liar", "found him guilty". O(words).
void mend_objects(const MovableArcs& arcs, const Lexicon& lexicon, int word);

/// "freed" -> "fre", "shelled" -> "shel": of the lemmas that a form may have, one that the lexicon knows.
void mend_lemma(const MovableArcs& arcs, const Lexicon& lexicon, int word);

/// Mends what is said of single words: tags and lemmas. O(words).
void mend_words(const MovableArcs& arcs, const Lexicon& lexicon);

/// Mends what hangs on the wrong word in quotations, conditions, pledges and warnings. O(words).
void mend_clauses(const MovableArcs& arcs, const Lexicon& lexicon);

}  // namespace entente
