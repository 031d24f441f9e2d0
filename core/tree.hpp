// SPDX-License-Identifier: Apache-2.0
// Walking a dependency tree: children in text order, the marks around a phrase, coordination.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/sentence.hpp"

namespace entente {

/// An index over a sentence, which must outlive it. Built in O(words). Words are named by their index; -1 is none.
class Tree {
public:
    explicit Tree(const Sentence& sentence);

    [[nodiscard]] const Sentence& sentence() const { return *sentence_; }
    [[nodiscard]] int size() const { return static_cast<int>(sentence_->tokens.size()); }
    [[nodiscard]] const Token& operator[](int word) const { return sentence_->tokens[static_cast<std::size_t>(word)]; }
    [[nodiscard]] int head(int word) const { return (*this)[word].head; }
    [[nodiscard]] std::span<const int> children(int word) const;

    /// The first child in this relation (universal, or with its subtype: "nsubj:pass"), or -1.
    [[nodiscard]] int child(int word, std::string_view relation) const;
    [[nodiscard]] bool has(int word, std::string_view relation) const { return child(word, relation) >= 0; }
    /// Whether the word itself stands in this relation.
    [[nodiscard]] bool is(int word, std::string_view relation) const;

    /// The lemma of the preposition that marks a phrase ("on", "because of" = because); empty where there is none.
    [[nodiscard]] std::string_view preposition(int word) const;
    /// The word and the words conjoined to it.
    [[nodiscard]] std::vector<int> conjuncts(int word) const;
    /// The first word of the coordination that this word belongs to (itself where there is none).
    [[nodiscard]] int first_conjunct(int word) const;
    /// Whether an adverb denies what it stands with: not "not only", but "no longer", "hardly" and "almost".
    [[nodiscard]] bool negates(int adverb) const;
    [[nodiscard]] bool is_negated(int word) const;
    [[nodiscard]] bool is_noun(int word) const;
    [[nodiscard]] bool below(int word, int ancestor) const;  ///< also where they are the same

    /// First and last word of what hangs below, without relative clauses, appositions, conjuncts and marks at the edge:
    /// the phrase as one would quote it.
    struct Range {
        int first;
        int last;
    };
    [[nodiscard]] Range phrase(int word) const;
    [[nodiscard]] Span span(Range range) const;

private:
    const Sentence* sentence_;
    std::vector<int> child_;       ///< children of word 0, of word 1, …
    std::vector<int> first_child_; ///< where those of each word begin; one more at the end
};

}  // namespace entente
