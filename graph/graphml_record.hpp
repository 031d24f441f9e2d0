// SPDX-License-Identifier: Apache-2.0
// A node or an edge of our GraphML, as text: the attributes and data that reading back needs, and nothing else.
#pragma once

#include <array>
#include <optional>
#include <string>
#include <string_view>

namespace entente {

struct GraphmlRecord {
    enum Field { id, source, target, label, kind, country, entente_id, relation, polarity, entente_evidence };
    static constexpr std::size_t k_fields = 10;

    bool is_edge = false;
    std::array<std::string, k_fields> texts;

    [[nodiscard]] const std::string& operator[](Field field) const { return texts[field]; }
    [[nodiscard]] std::string* attribute(std::string_view name);  ///< nullptr where it is not wanted
    [[nodiscard]] std::string* data(std::string_view key);        ///< the same
    void clear();
};

/// Reads a line such as our writer makes: one whole <node> or <edge>. False, and `record` is of no use, where it is
/// anything else, well-formed or not: then a real parser has to see to it. O(length).
[[nodiscard]] bool read_line(std::string_view line, GraphmlRecord& record);

}  // namespace entente
