// SPDX-License-Identifier: Apache-2.0
// The part of an observation that no query asks for by itself, packed: places, surface words, attribution, arguments.
#pragma once

#include <string>
#include <string_view>

#include "graph/observation.hpp"

namespace entente {

/// Appends what the columns of a store's table "evidence" do not hold. O(length).
void append_detail(std::string& out, const Observation& o);

/// Reads that back into `o`; its texts point into `bytes`. Throws InputError where they are damaged.
void read_detail(std::string_view bytes, Observation& o);

}  // namespace entente
