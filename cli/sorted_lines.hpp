// SPDX-License-Identifier: Apache-2.0
// Lines in the order of their bytes, each once, also where they are more than fit in memory.
#pragma once

#include <functional>
#include <string_view>

#include "graph/database.hpp"

namespace entente::cli {

/// Sorts through a temporary database, which spills to the disk (SQLITE_TMPDIR, TMPDIR). About 3 µs a line.
class SortedLines {
public:
    SortedLines();
    void add(std::string_view line);
    /// Calls `take` for each.
    void for_each(const std::function<void(std::string_view)>& take);

private:
    Database db_;
    Statement insert_;
};

}  // namespace entente::cli
