// SPDX-License-Identifier: Apache-2.0
// Why an end of a relation is who it is, found by reading its text again: a triple keeps the actor, not the reason.
#pragma once

#include <span>
#include <string>
#include <string_view>

#include "extract/mentions.hpp"

namespace entente {

/// "metonym; capital in the row UKR of the actor table", "pronoun: subject of the sentence before: Taliban": what `resolve`
/// says of the mention of `id` that `end` (a span of `text`) holds or lies in, and how the actor table knows the words.
/// Empty where no such mention is `found` there. O(found).
[[nodiscard]] std::string reason_of(const ActorTable& table, std::string_view text, std::span<const FoundActor> found,
                                    Span end, std::string_view id);

/// The reason of an actor whose id is but its own words ("rebel-fighter"); empty where it isn't.
[[nodiscard]] std::string reason_of_words(const ActorTable& table, std::string_view words, std::string_view id);

}  // namespace entente
