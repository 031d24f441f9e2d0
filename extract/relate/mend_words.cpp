// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <utility>

#include "core/words.hpp"
#include "extract/relate/movable_arcs.hpp"

namespace entente {

void mend_lemma(const MovableArcs& arcs, const Lexicon& lexicon, int word) {
    Token& t = arcs.at(word);
    const auto known = [&](const std::string& lemma) { return !lexicon.verb(lemma).empty() || !lexicon.operation('v', lemma).empty(); };
    if (!arcs.verb(word) || known(t.lemma)) return;
    const std::string form = ascii_lower(t.form);
    static constexpr std::pair<std::string_view, std::string_view> k_irregular[] = {{"froze", "freeze"}, {"overran", "overrun"}, {"lent", "lend"}, {"burnt", "burn"}};
    for (const auto& [past, lemma] : k_irregular)
        if (form == past) t.lemma = lemma;
    for (const std::string_view ending : {"d", "ed", "ing", "s", "es"}) {
        if (!form.ends_with(ending) || form.size() < ending.size() + 3) continue;
        const std::string stem = form.substr(0, form.size() - ending.size());
        for (const std::string& lemma : {stem, stem + "e", stem.substr(0, stem.size() - 1)}) {
            const bool doubled = lemma.size() < stem.size() && stem.back() != stem[stem.size() - 2];
            if (doubled || !known(lemma)) continue;
            t.lemma = lemma;
            return;
        }
    }
}

namespace {

/// The number of words of a dateline before the text ("OSLO, Norway (AP) --"), its mark included; 0 for none.
int dateline(const MovableArcs& arcs) {
    constexpr int k_longest = 14;
    for (int w = 1; w < std::min(arcs.size() - 3, k_longest); ++w) {
        const Token& t = arcs.at(w);
        const bool apart = t.span.begin > arcs.at(w - 1).span.end && arcs.at(w + 1).span.begin > t.span.end;
        const bool colon = t.form == ":" && w <= 3 && std::ranges::none_of(arcs.at(0).form, [](char c) { return c >= 'a' && c <= 'z'; });
        if ((apart && is_one_of(t.form, {"-", "--", "\u2013", "\u2014"})) || colon) return w + 1;
        const bool name = t.upos == Upos::PROPN || t.upos == Upos::NUM || t.upos == Upos::PUNCT || (t.form.front() >= 'A' && t.form.front() <= 'Z');
        if (!name) return 0;
    }
    return 0;
}

/// "were involved in", taken for an adjective.
void mend_participle(const MovableArcs& arcs, int word) {
    if (arcs.at(word).upos != Upos::ADJ || arcs.at(word).xpos != "VBN" || arcs.child(word, "aux:pass") < 0) return;
    arcs.at(word).upos = Upos::VERB;
}

/// "helped the army oust a rival", taken for a preposition.
void mend_adposition(const MovableArcs& arcs, const Lexicon& lexicon, int word) {
    const int noun = arcs.head(word);
    if (arcs.at(word).upos != Upos::ADP || arcs.at(word).xpos != "IN" || arcs.at(word).deprel != "case" || noun < word || !arcs.noun(noun)) return;
    const std::string form = ascii_lower(arcs.at(word).form);
    if (form.size() < 4 || lexicon.listed("preposition", form)) return;
    const std::string lemma = arcs.at(word).lemma;
    arcs.at(word).upos = Upos::VERB;
    mend_lemma(arcs, lexicon, word);
    const int governor = arcs.head(noun);
    const bool known = !lexicon.verb(arcs.at(word).lemma).empty();
    if (!known || governor < 0 || governor > word || !(arcs.verb(governor) || arcs.noun(governor))) {
        arcs.at(word).upos = Upos::ADP;
        arcs.at(word).lemma = lemma;
        return;
    }
    arcs.at(noun).head = word;
    arcs.at(noun).deprel = "obj";
    if (arcs.verb(governor)) {
        arcs.at(word).xpos = "VB";
        arcs.at(word).head = governor;
        arcs.at(word).deprel = "xcomp";
        return;
    }
    arcs.at(word).xpos = "VBD";
    arcs.at(word).head = arcs.head(governor);
    arcs.at(word).deprel = arcs.at(governor).deprel;
    arcs.at(governor).head = word;
    arcs.at(governor).deprel = "nsubj";
}

/// "Chad test-fired a missile", divided at its hyphen: no test did.
void mend_prefixed(const MovableArcs& arcs, const Lexicon& lexicon, int word) {
    const int prefix = word - 2;
    if (prefix < 1 || !arcs.verb(word) || arcs.at(word - 1).form != "-" || arcs.head(prefix) != word || !arcs.is(prefix, "nsubj")) return;
    if (lexicon.verb(ascii_lower(arcs.at(prefix).form) + "-" + arcs.at(word).lemma).empty()) return;
    const int subject = prefix - 1;
    if (!arcs.noun(subject) || arcs.head(subject) != prefix) return;
    arcs.at(prefix).deprel = "compound";
    for (int c = 0; c <= subject; ++c)
        if (arcs.head(c) == prefix) arcs.at(c).head = subject;
    arcs.at(subject).head = word;
    arcs.at(subject).deprel = "nsubj";
}

}  // namespace

void mend_dateline(const MovableArcs& arcs) {
    const int n = dateline(arcs);
    const bool capitals = std::ranges::none_of(arcs.at(0).form, [](char c) { return c >= 'a' && c <= 'z'; });
    if (n == 0 || (arcs.at(0).upos != Upos::PROPN && !capitals)) return;
    int top = 0;
    for (int w = 0; w < n; ++w)
        if (const int h = arcs.head(w); !arcs.is(w, "punct") && (h < 0 || (h >= n && (arcs.head(h) < 0 || arcs.head(h) >= n)))) top = w;
    int heir = -1;
    for (int w = n; w < arcs.size(); ++w) {
        if (arcs.head(w) < 0 || arcs.head(w) >= n) continue;
        if (heir < 0) {
            heir = w;
            arcs.at(w).head = arcs.head(top) >= n || arcs.head(top) < 0 ? arcs.head(top) : -1;
            arcs.at(w).deprel = arcs.at(top).deprel;
        } else {
            arcs.at(w).head = heir;
        }
    }
    int root = 0;
    for (int w = n; w < arcs.size(); ++w)
        if (arcs.head(w) < 0) root = w;
    if (root == 0) return;
    for (int w = 0; w < n; ++w) {
        arcs.at(w).head = root;
        arcs.at(w).deprel = "discourse";
    }
}

void mend_words(const MovableArcs& arcs, const Lexicon& lexicon) {
    for (int w = 0; w < arcs.size(); ++w) {
        mend_participle(arcs, w);
        mend_adposition(arcs, lexicon, w);
        mend_lemma(arcs, lexicon, w);
        mend_prefixed(arcs, lexicon, w);
    }
}

}  // namespace entente
