// SPDX-License-Identifier: Apache-2.0
// Every mention of an actor in a document, with the reason for its resolution: what `entente resolve` shows.
#pragma once

#include <vector>

#include "core/document.hpp"
#include "extract/actors/context.hpp"
#include "extract/knowledge.hpp"

namespace entente {

struct FoundActor {
    Span span;                ///< of the phrase, in Document::text
    std::uint32_t sentence;   ///< 0-based
    ActorRef actor;
};

/// In the order of the text; a phrase that names several actors counts once for each. Costs what extract() costs.
[[nodiscard]] std::vector<FoundActor> find_actors(const Document& document, const Knowledge& knowledge,
                                                  Language::Scratch& scratch, bool repair);

}  // namespace entente
