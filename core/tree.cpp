// SPDX-License-Identifier: Apache-2.0
#include "core/tree.hpp"

#include <algorithm>
#include <array>

#include "core/words.hpp"

namespace entente {

Tree::Tree(const Sentence& sentence) : sentence_(&sentence) {
    const std::size_t n = sentence.tokens.size();
    first_child_.assign(n + 1, 0);
    for (const Token& t : sentence.tokens)
        if (t.head >= 0) ++first_child_[static_cast<std::size_t>(t.head) + 1];
    for (std::size_t i = 0; i < n; ++i) first_child_[i + 1] += first_child_[i];
    child_.resize(static_cast<std::size_t>(first_child_[n]));
    std::vector<int> next(first_child_.begin(), first_child_.end() - 1);
    for (int i = 0; i < static_cast<int>(n); ++i)
        if (const int h = head(i); h >= 0) child_[static_cast<std::size_t>(next[static_cast<std::size_t>(h)]++)] = i;
}

std::span<const int> Tree::children(int word) const {
    const auto w = static_cast<std::size_t>(word);
    return {child_.data() + first_child_[w], static_cast<std::size_t>(first_child_[w + 1] - first_child_[w])};
}

bool Tree::is(int word, std::string_view relation) const {
    const Token& t = (*this)[word];
    return t.deprel == relation || t.relation() == relation;
}

int Tree::child(int word, std::string_view relation) const {
    for (const int c : children(word))
        if (is(c, relation)) return c;
    return -1;
}

std::string_view Tree::preposition(int word) const {
    const int c = child(word, "case");
    return c >= 0 && (*this)[c].lemma != "'s" && (*this)[c].upos != Upos::PART ? std::string_view((*this)[c].lemma)
                                                                             : std::string_view{};
}

std::vector<int> Tree::conjuncts(int word) const {
    std::vector<int> out{word};
    for (std::size_t i = 0; i < out.size(); ++i)
        for (const int c : children(out[i]))
            if (is(c, "conj")) out.push_back(c);
    std::ranges::sort(out);
    return out;
}

int Tree::first_conjunct(int word) const {
    while (is(word, "conj") && head(word) >= 0) word = head(word);
    return word;
}

bool Tree::negates(int adverb) const {
    if (!is(adverb, "advmod")) return false;
    const std::string& lemma = (*this)[adverb].lemma;
    if (is_one_of(lemma, {"not", "n't"})) return adverb + 1 >= size() || !is_one_of((*this)[adverb + 1].lemma, {"only", "just", "merely", "simply"});
    if (lemma == "long") return adverb > 0 && (*this)[adverb - 1].lemma == "no";
    return is_one_of(lemma, {"never", "no", "hardly", "scarcely", "nearly", "almost"});
}

bool Tree::is_negated(int word) const {
    return std::ranges::any_of(children(word), [&](int c) {
        const std::string& lemma = (*this)[c].lemma;
        return negates(c) ||
               (is(c, "det") && (lemma == "no" || lemma == "neither")) || (is(c, "cc") && lemma == "nor");
    });
}

bool Tree::is_noun(int word) const {
    const Upos u = (*this)[word].upos;
    return u == Upos::NOUN || u == Upos::PROPN || u == Upos::PRON || u == Upos::NUM || u == Upos::X || u == Upos::SYM ||
           u == Upos::ADJ || u == Upos::DET;
}

bool Tree::below(int word, int ancestor) const {
    for (; word >= 0; word = head(word))
        if (word == ancestor) return true;
    return false;
}

Tree::Range Tree::phrase(int word) const {
    static constexpr std::array<std::string_view, 11> left_out{"acl",  "appos", "conj",      "cc",       "punct", "case",
                                                               "mark", "cop",   "parataxis", "advcl", "discourse"};
    Range range{word, word};
    std::vector<int> todo{word};
    while (!todo.empty()) {
        const int w = todo.back();
        todo.pop_back();
        range.first = std::min(range.first, w);
        range.last = std::max(range.last, w);
        for (const int c : children(w)) {
            const bool possessive = is(c, "case") && w != word;
            const bool outside = std::ranges::find(left_out, (*this)[c].relation()) != left_out.end();
            if (possessive || !outside) todo.push_back(c);
        }
    }
    return range;
}

Span Tree::span(Range range) const { return {(*this)[range.first].span.begin, (*this)[range.last].span.end}; }

}  // namespace entente
