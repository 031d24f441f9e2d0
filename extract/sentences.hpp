// SPDX-License-Identifier: Apache-2.0
// A document's sentences, parsed: the walk that extraction and `entente resolve` share.
#pragma once

#include <cstdint>
#include <functional>

#include "core/document.hpp"
#include "core/sentence.hpp"
#include "extract/knowledge.hpp"
#include "extract/repair/repair.hpp"

namespace entente {

struct SentenceOptions {
    bool repair = true;
    bool segmented = false;  ///< every line is one sentence, its tokens apart by blanks: nothing is repaired
};

/// Repairs the text (where it is to be) and calls `take` for each of its sentences in order, with the repaired text that
/// their spans count. Memory is that of one piece of about 256 KiB.
void for_each_sentence(const Document& document, const Knowledge& knowledge, Language::Scratch& scratch, const SentenceOptions& options,
                       const std::function<void(const CleanText&, Sentence&&, std::uint32_t)>& take);

}  // namespace entente
