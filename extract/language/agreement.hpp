// SPDX-License-Identifier: Apache-2.0
// A name means one thing throughout a document.
#pragma once

#include <span>

#include "core/sentence.hpp"

namespace entente::nn {

/// Gives every person, organisation and place of a document the kind that most of its namesakes there have: the same words
/// in the same case. Where half or fewer agree each keeps its own. Peoples and other names stay. O(words of names).
void agree_on_kinds(std::span<Sentence> document);

}  // namespace entente::nn
