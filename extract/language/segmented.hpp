// SPDX-License-Identifier: Apache-2.0
// Text that someone else has cut up: a sentence a line, its words apart by blanks.
#pragma once

#include <string_view>
#include <vector>

#include "core/sentence.hpp"

namespace entente {

/// The lines of `text` that are not blank, as sentences whose words have forms and spans: ready for Language::parse().
/// The Penn Treebank's brackets and quotes (-LRB- `` '') get the form that the model knows; spans are those of the text.
[[nodiscard]] std::vector<Sentence> segmented(std::string_view text);

}  // namespace entente
