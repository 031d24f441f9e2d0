// SPDX-License-Identifier: Apache-2.0
// The table's names in a sentence: longest match from left to right; homonyms by what else is named.
#pragma once

#include <vector>

#include "core/date.hpp"
#include "core/tree.hpp"
#include "extract/actors/context.hpp"
#include "extract/actors/table.hpp"

namespace entente {

/// Words first..last (inclusive) of a sentence are a name of `actor`.
struct NameHit {
    int first = 0;
    int last = 0;
    const Name* name = nullptr;
    const ActorEntry* actor = nullptr;
};

/// Names in the order of the text, none overlapping. `day` chooses among names and offices of the same spelling, and so
/// does what the sentence and the document before it name beside them. A weak name counts only with such support. Parts
/// of longer names of people ("Michael Jordan") are left out. O(words × longest name).
[[nodiscard]] std::vector<NameHit> find_names(const Tree& tree, const ActorTable& table, Date day,
                                              const DocumentContext& context);

}  // namespace entente
