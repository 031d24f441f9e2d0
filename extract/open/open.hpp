// SPDX-License-Identifier: Apache-2.0
// Every triple that a sentence states, in its own words: open information extraction.
#pragma once

#include <vector>

#include "extract/open/views.hpp"
#include "extract/relate/relate.hpp"

namespace entente {

/// Appends the sentence's open triples, ids set, and enters its actors into the context. Their relation has no type;
/// its words are words of the sentence, or is, are, was, were, has, of where the sentence has none to say it with.
/// Costs less than the parse.
void relate_openly(const ActorTable& actors, const Reading& reading, const Sentence& sentence, std::uint32_t index,
                   open::View view, DocumentContext& context, std::vector<Triple>& out);

}  // namespace entente
