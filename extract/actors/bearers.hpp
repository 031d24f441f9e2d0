// SPDX-License-Identifier: Apache-2.0
// Whom a name means that stands by itself, without a sentence around it: what a user types.
#pragma once

#include <functional>
#include <string_view>
#include <vector>

#include "extract/actors/table.hpp"

namespace entente {

/// Which actors count, by id.
using TakesActor = std::function<bool(std::string_view)>;

struct Bearers {
    std::vector<const ActorEntry*> actors;  ///< by id
    bool sure = true;                       ///< false: it is an ordinary word too
};

/// Those who bear the name in the table: names, aliases, demonyms, capitals and seats ("Kiev", "the Kremlin"), else the
/// holder of an office that it names ("the Russian president"). Of several those whose capitals fit, whose names are of
/// `day`, are no ordinary words; governments before the places that they act from, as in `entente resolve`. More than
/// one: the name alone does not tell. A name that is but spelt alike is nobody's: that would guess. Only of those that
/// `takes`.
[[nodiscard]] Bearers bearers(const ActorTable& table, std::string_view name, Date day, const TakesActor& takes);

}  // namespace entente
