// SPDX-License-Identifier: Apache-2.0
// How a sentence stands to what it states: as a fact, a plan, a wish or a possibility, and on whose word.
#pragma once

#include "core/triple.hpp"
#include "extract/open/clauses.hpp"

namespace entente::open {

/// will, "plans to": intended; "urged X to": requested; may, would, if: hypothetical; else actual.
[[nodiscard]] Status status_of(const Tree& tree, const OpenClause& clause);

/// Who says so: head of the speaker's phrase and the verb (of "according to" that word); -1 where the article does.
struct Speaker {
    int word = -1;
    int verb = -1;
};
[[nodiscard]] Speaker speaker_of(const Tree& tree, const OpenClause& clause);

}  // namespace entente::open
