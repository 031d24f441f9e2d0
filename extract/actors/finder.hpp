// SPDX-License-Identifier: Apache-2.0
// The table's names in a sentence: longest match from left to right.
#pragma once

#include <functional>
#include <vector>

#include "core/date.hpp"
#include "core/tree.hpp"
#include "extract/actors/table.hpp"

namespace entente {

/// Words first..last (inclusive) of a sentence are a name of `actor`.
struct NameHit {
    int first = 0;
    int last = 0;
    const Name* name = nullptr;
    const ActorEntry* actor = nullptr;
};

/// Names in the order of the text, none overlapping. `day` chooses among names and offices of the same spelling;
/// `seen(actor id)` says whether the document has named that actor before. O(words × longest name).
[[nodiscard]] std::vector<NameHit> find_names(const Tree& tree, const ActorTable& table, Date day,
                                                const std::function<bool(const std::string&)>& seen);

}  // namespace entente
