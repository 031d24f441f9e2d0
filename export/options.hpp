// SPDX-License-Identifier: Apache-2.0
// What a user can choose about a file; a format takes what concerns it.
#pragma once

#include <optional>
#include <vector>

#include "export/columns.hpp"
#include "export/layout.hpp"
#include "export/spells.hpp"

namespace entente {

/// Whom a GraphML file is for. `gephi` suits all readers that we know; `yed` adds what yEd draws; `neo4j` is for APOC's
/// import, without looks; `strict` is valid against the schema of GraphML 1.0, at the price of the classes of edges.
enum class Dialect { gephi, yed, neo4j, strict };

/// What one edge of a file stands for: all observations of a pair of actors, or those of one relation type and
/// polarity, or a single one. Only `type` can be read back.
enum class Aggregate { type, pair, none };

struct ExportOptions {
    Dialect dialect = Dialect::gephi;
    Aggregate aggregate = Aggregate::type;
    bool evidence = true;           ///< the observations in full, where the format has a place for them
    bool gexf_12 = false;           ///< GEXF 1.2draft, for NetworkX before 3.6; else 1.3
    bool cytoscape = false;         ///< JSON for Cytoscape.js; else node-link
    std::optional<DayRange> slice;  ///< GEXF: the file is a slice of a series, and covers these days
    std::vector<Point> positions;   ///< one per actor; empty: layout() finds them
    bool metrics = false;           ///< export_graph() adds those of the graph to of_actors
    Columns of_actors;              ///< where Format::has_columns
    Columns of_edges;               ///< GraphML, GEXF; only with Aggregate::type

    /// Edges of pairs or single observations don't read back, so their files don't carry what reading back needs.
    [[nodiscard]] bool whole_evidence() const { return evidence && aggregate == Aggregate::type; }
};

}  // namespace entente
