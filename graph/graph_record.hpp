// SPDX-License-Identifier: Apache-2.0
// A node or an edge of a graph file that we wrote, as text, and the graph that such records make.
#pragma once

#include <array>
#include <string>
#include <string_view>
#include <vector>

#include "graph/builder.hpp"
#include "graph/evidence_json.hpp"

namespace entente {

/// The attributes and data that reading back needs, and nothing else.
struct GraphRecord {
    enum Field { id, source, target, label, kind, country, entente_id, relation, polarity, entente_evidence };
    static constexpr std::size_t k_fields = 10;

    bool is_edge = false;
    std::array<std::string, k_fields> texts;

    [[nodiscard]] const std::string& operator[](Field field) const { return texts[field]; }
    [[nodiscard]] std::string* attribute(std::string_view name);  ///< nullptr where it is not wanted
    [[nodiscard]] std::string* data(std::string_view key);        ///< the same
    void clear();
    /// A new node or edge with the wanted of expat's attributes.
    void begin(bool edge, const char** attributes);
};

/// Nodes before the edges that name them. An edge costs what its evidence does.
class RecordGraph {
public:
    /// Throws InputError where an id is there twice, a kind or relation is unknown, an end is no node, or an edge has no
    /// evidence. A node without a kind is `other`.
    void add(const GraphRecord& record) { record.is_edge ? add_edge(record) : add_node(record); }

    [[nodiscard]] Graph finish() { return builder_.finish(); }

private:
    /// By its XML id, which is a NMTOKEN made of the exact one.
    struct Node {
        std::string id;
        const Named* actor = nullptr;
    };
    void add_node(const GraphRecord& record);
    void add_edge(const GraphRecord& record);
    const Named* end_of_edge(const std::string& id, std::string_view which) const;

    std::vector<Node> nodes_;
    FlatIndex places_;  ///< by XML id: indices into nodes_
    JsonTexts texts_;
    GraphBuilder builder_;
};

}  // namespace entente
