// SPDX-License-Identifier: Apache-2.0
#include "cli/sorted_lines.hpp"

namespace entente::cli {

SortedLines::SortedLines() : db_("", Database::Access::create) {
    db_.run(
        "PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA cache_size = -131072; "
        "CREATE TABLE line(text TEXT NOT NULL); BEGIN");
    insert_ = db_.prepare("INSERT INTO line VALUES(?1)");
}

void SortedLines::add(std::string_view line) { insert_.bind(line).run(); }

void SortedLines::for_each(const std::function<void(std::string_view)>& take) {
    Statement sorted = db_.prepare("SELECT text FROM line ORDER BY text");
    std::string last;
    while (sorted.step()) {
        if (sorted.text(0) == last) continue;
        last = sorted.text(0);
        take(last);
    }
}

}  // namespace entente::cli
