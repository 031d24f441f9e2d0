// SPDX-License-Identifier: Apache-2.0
// A line of our GraphML as a record, without an XML parser.
#pragma once

#include <string_view>

#include "graph/graph_record.hpp"

namespace entente {

/// Reads a line such as our writer makes: one whole <node> or <edge>. False, and `record` is of no use, where it is
/// anything else, well-formed or not: then a real parser has to see to it. O(length).
[[nodiscard]] bool read_line(std::string_view line, GraphRecord& record);

}  // namespace entente
