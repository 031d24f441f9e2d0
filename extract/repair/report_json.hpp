// SPDX-License-Identifier: Apache-2.0
// What `entente clean -f ndjson` prints.
#pragma once

#include <string>

#include "core/document.hpp"
#include "extract/repair/repair.hpp"

namespace entente {

/// One line without its newline, an article that entente reads again: {"id", "title", "date", "url", "publisher", "text"},
/// what is unknown left out. With `clean` its text, and "report": {"deleted": ["the", …], "changes": [{"begin", "end",
/// "what", "before", "after"}, …]}; spans are bytes of the original text. Without, the text as it was read. O(length).
[[nodiscard]] std::string to_json(const Document& document, const CleanText* clean);

}  // namespace entente
