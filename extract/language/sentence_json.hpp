// SPDX-License-Identifier: Apache-2.0
// Parsed sentences as NDJSON: what CoNLL-U says, for programs that read JSON.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/sentence.hpp"

namespace entente {

/// One object a sentence, each on its line: text, begin, end, tokens and entities. Begin and end are bytes of `text`. A
/// token has id (1, 2 …), form, lemma, upos, xpos, head (an id; 0 for the root), deprel, begin, end; an entity has
/// text, kind (PER ORG LOC NORP MISC), begin, end.
[[nodiscard]] std::string to_ndjson(const std::vector<Sentence>& sentences, std::string_view text);

}  // namespace entente
