// SPDX-License-Identifier: Apache-2.0
// Who leads, belongs to, is part of, lies in what: from titles, appositions and copulas.
#pragma once

#include <vector>

#include "core/tree.hpp"
#include "extract/actors/resolver.hpp"
#include "extract/relate/event.hpp"
#include "extract/relate/lexicon.hpp"

namespace entente {

/// "Kenyan President Amina Wairimu", "Wairimu, the leader of Jubilee", "Al-Quds, an arm of …", "the Chadian town of
/// Abéché". Which nouns say so are classes of nouns.tsv: @leader @belonging @part @locality; @past takes it back
/// ("former"). Each pair once. O(words × children).
[[nodiscard]] std::vector<Event> standing_relations(const Tree& tree, const Resolver& resolver, const Lexicon& lexicon);

}  // namespace entente
