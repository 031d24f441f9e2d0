// SPDX-License-Identifier: Apache-2.0
// Damaged words that are words again ("or" from "other"): which one it was, by its neighbours.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "extract/repair/tokens.hpp"

namespace entente::repair {

/// A damaged form and the two words that it mostly stands for; positive weights speak for `other`.
struct Confusion {
    std::string_view form;
    std::string_view usual;  ///< may be the form itself
    std::string_view other;
    std::int32_t bias;          ///< tenths of a nat
    std::string_view features;  ///< "|L=each 90|R=than 77|…"
};

[[nodiscard]] std::span<const Confusion> confusions();

/// The row of a form; nullptr for none.
[[nodiscard]] const Confusion* confusion_of(std::string_view form);

/// Which of a row's words stands at tokens[i]. `left` is the repaired word before it, lower case ("^" at a
/// paragraph's start). Tokens of one paragraph. Linear in the row's features (some kB).
[[nodiscard]] std::string_view choose(const Confusion& row, const std::vector<Token>& tokens, std::size_t i,
                                      std::string_view left);

}  // namespace entente::repair
