// SPDX-License-Identifier: Apache-2.0
// What stands over an act: will, refused to, urged … to, said that.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "core/tree.hpp"
#include "core/words.hpp"
#include "extract/relate/lexicon.hpp"

namespace entente {

/// One operator over an act; `word` is its verb, adjective, noun or auxiliary.
struct Operator {
    int word = -1;
    std::string_view operation;
    bool negated = false;
};

/// Operators that leave the act as it is and are an event of their own besides.
[[nodiscard]] inline bool leaves_act(std::string_view operation) { return is_one_of(operation, {"say", "accuse", "praise"}); }

/// "will not", "did not offer to" are acts of their own; other negated operators just negate.
[[nodiscard]] std::string_view effective(const Operator& op);

/// The operators over a predicate, the innermost first, up to and including the first verb of saying. O(depth).
[[nodiscard]] std::vector<Operator> operators_over(const Tree& tree, const Lexicon& lexicon, int predicate);

/// Whether what the verb has as its clause is reported speech.
[[nodiscard]] bool says(const Lexicon& lexicon, const std::string& lemma);

/// The verb of saying whose report this predicate is part of ("X said that …", "…, X said"), or -1.
[[nodiscard]] int reporting_verb(const Tree& tree, const Lexicon& lexicon, int predicate);

}  // namespace entente
