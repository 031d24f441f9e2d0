// SPDX-License-Identifier: Apache-2.0
// What is wrong in a table of actors, told with file, line and remedy (`entente actors lint`).
#pragma once

#include <string>
#include <vector>

#include "core/diagnostics.hpp"

namespace entente {

struct TableText {
    std::string name;  ///< as the user named it
    std::string text;
};

/// Checks `files`, which may refer to each other and to the tables `known` (the program's own, for an overlay). A file's
/// header tells what it is. Findings in the order of files and lines. O(bytes).
[[nodiscard]] Diagnostics lint_actors(const std::vector<TableText>& files, const std::vector<TableText>& known);

}  // namespace entente
