// SPDX-License-Identifier: Apache-2.0
// Extracted relations against an annotated file: precision, recall and F1.
#pragma once

#include <array>
#include <string>
#include <string_view>
#include <vector>

#include "core/triple.hpp"

namespace entente {

/// A relation that an annotator wrote down. Any key of a list names the actor: a person's relation may be credited to
/// the person or to the state.
struct GoldRelation {
    std::vector<std::string> subject;
    std::vector<std::string> object;
    Type type = Type::STATEMENT;
    std::vector<Type> other_types;  ///< as good as `type`
    bool symmetric = false;
    bool optional = false;          ///< no miss where it is absent, no error where it is present
};

struct GoldSentence {
    std::string id;
    std::string text;
    std::vector<GoldRelation> relations;
};

/// One line of NDJSON: {"id", "text", "relations": [{"s": [keys], "t": TYPE, "o": [keys], "alt"?: [TYPE], "sym"?: true,
/// "optional"?: true}]}. Throws InputError without file and line.
[[nodiscard]] GoldSentence gold_from_json(std::string_view line);

struct Score {
    std::size_t right = 0;
    std::size_t wrong = 0;
    std::size_t missed = 0;

    [[nodiscard]] double precision() const;
    [[nodiscard]] double recall() const;
    [[nodiscard]] double f1() const;
};

/// What must agree: the two actors (in their direction, unless symmetric); and the quad class; and the type.
enum class Agreement : std::uint8_t { pair, quad, type };
inline constexpr std::array k_agreements{Agreement::pair, Agreement::quad, Agreement::type};
[[nodiscard]] std::string_view name(Agreement agreement);

/// What came of one sentence.
struct Comparison {
    std::array<Score, 3> scores;        ///< by Agreement
    std::vector<std::string> wrong;     ///< triples that agree with no gold relation in pair and type
    std::vector<std::string> missed;    ///< gold relations that no triple agrees with
};

/// Compares a sentence with the triples of its document; those of another sentence (its context) and those that are no
/// events are left out. The best one-to-one matching counts. O(triples × relations²).
[[nodiscard]] Comparison compare(const GoldSentence& gold, const std::vector<Triple>& triples);

}  // namespace entente
