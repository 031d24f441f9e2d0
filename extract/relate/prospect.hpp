// SPDX-License-Identifier: Apache-2.0
// Whether an act that a noun names happened: "hopes of a deal between", "the possibility of war", "talks could resume".
#pragma once

#include <optional>

#include "core/triple.hpp"
#include "core/tree.hpp"
#include "extract/relate/lexicon.hpp"

namespace entente {

/// What stands over a noun makes of its act; nothing set: it happened.
struct Prospect {
    std::optional<Status> status;
    bool denied = false;
};

/// Of a noun that names an act of this type. What is spoken of as known ("the war", "Chad's attack") is not taken for a
/// mere possibility. O(depth).
[[nodiscard]] Prospect prospect_of(const Tree& tree, const Lexicon& lexicon, int noun, Type type);

}  // namespace entente
