// SPDX-License-Identifier: Apache-2.0
// Text → words, by the conventions of the Universal Dependencies treebanks of English: "don't" = do + n't,
// "Putin's" = Putin + 's, "state-owned" = state + - + owned but "non-aligned" whole, "$5bn" = $ + 5 + bn.
#pragma once

#include <string_view>
#include <vector>

#include "core/span.hpp"

namespace entente::nn {

/// A word as a range of bytes.
struct Piece {
    Span span;
    bool joined = false;  ///< one more word of the token that the piece before belongs to: n't in don't
};

/// The words of `text` in order; every byte that is no white space is in exactly one. Linear time: a run of more than
/// 1,024 bytes without a blank is cut.
void tokenize(std::string_view text, std::vector<Piece>& out);

}  // namespace entente::nn
