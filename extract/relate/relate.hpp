// SPDX-License-Identifier: Apache-2.0
// The relations of one parsed sentence, as triples.
#pragma once

#include <vector>

#include "core/document.hpp"
#include "core/tree.hpp"
#include "core/triple.hpp"
#include "extract/actors/context.hpp"
#include "extract/actors/table.hpp"
#include "extract/relate/explain.hpp"
#include "extract/relate/cameo.hpp"
#include "extract/relate/lexicon.hpp"
#include "extract/relate/similar.hpp"
#include "extract/relate/speech.hpp"

namespace entente {

/// A document on its way through extraction.
struct Reading {
    const Document* document = nullptr;
    std::string_view text;         ///< the repaired text, which the sentences' spans count
    const SpanMap* map = nullptr;  ///< from it to the document's own bytes
    Speech* speech = nullptr;      ///< who was quoted last
    Explanation* explain = nullptr;  ///< told how each sentence was read, unless null
};

/// What relations are read with; borrowed.
struct RelationTables {
    const ActorTable* actors = nullptr;
    const Lexicon* lexicon = nullptr;
    const Cameo* cameo = nullptr;
    const SimilarVerbs* similar = nullptr;
};

/// Appends the sentence's triples, ids set, and enters its actors into the context.
void relate(const RelationTables& tables, const Reading& reading, const Sentence& sentence, std::uint32_t index,
            DocumentContext& context, std::vector<Triple>& out);

}  // namespace entente
