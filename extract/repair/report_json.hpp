// SPDX-License-Identifier: Apache-2.0
// What `entente clean -f ndjson` prints.
#pragma once

#include <string>
#include <string_view>

#include "extract/repair/repair.hpp"

namespace entente {

/// One line without its newline: {"id", "text", "report": {"deleted": ["the", …], "changes": [{"begin", "end", "what",
/// "before", "after"}, …]}}. Spans are bytes of the original text. O(length).
[[nodiscard]] std::string to_json(std::string_view id, const CleanText& clean);

}  // namespace entente
