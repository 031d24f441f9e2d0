// SPDX-License-Identifier: Apache-2.0
// A parsed sentence: Universal Dependencies, words linked by index.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/span.hpp"

namespace entente {

/// The universal part-of-speech tags, in alphabetical order.
enum class Upos : std::uint8_t {
    ADJ,
    ADP,
    ADV,
    AUX,
    CCONJ,
    DET,
    INTJ,
    NOUN,
    NUM,
    PART,
    PRON,
    PROPN,
    PUNCT,
    SCONJ,
    SYM,
    VERB,
    X
};

[[nodiscard]] std::string_view name(Upos upos);
/// Upos::X for a name that is none.
[[nodiscard]] Upos parse_upos(std::string_view text);

/// A syntactic word. Words of one multiword token ("don't" = do + n't) cover disjoint parts of it.
struct Token {
    Span span;  ///< in the text that was parsed
    std::string form;
    std::string lemma;
    Upos upos = Upos::X;
    std::string xpos;    ///< Penn Treebank tag
    std::string feats;   ///< "Number=Plur|Tense=Past" as in CoNLL-U; "_" for none
    int head = -1;       ///< index of the governor in Sentence::tokens; -1 for the root
    std::string deprel;  ///< with its subtype: "nsubj:pass"

    /// The universal relation, without the subtype.
    [[nodiscard]] std::string_view relation() const { return std::string_view(deprel).substr(0, deprel.find(':')); }
    [[nodiscard]] bool is(std::string_view rel) const { return relation() == rel; }
};

/// Words first..last (inclusive) that are written as one token.
struct MultiwordToken {
    int first = 0;
    int last = 0;
};

/// Kinds of named entities; norp: a state adjective or a people ("Russian", "Afghans").
enum class EntityKind : std::uint8_t { per, org, loc, norp, misc };

/// "PER", "ORG" …
[[nodiscard]] std::string_view name(EntityKind kind);
/// Nothing for a name that is none.
[[nodiscard]] std::optional<EntityKind> parse_entity_kind(std::string_view text);

/// A name: words first..last (inclusive).
struct Entity {
    int first = 0;
    int last = 0;
    EntityKind kind = EntityKind::misc;
};

struct Sentence {
    Span span;
    std::vector<Token> tokens;
    std::vector<MultiwordToken> multiword;
    std::vector<Entity> entities;  ///< in order, none over another
    bool new_paragraph = false;    ///< it begins a paragraph
};

}  // namespace entente
