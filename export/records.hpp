// SPDX-License-Identifier: Apache-2.0
// The attributes that GraphML and GEXF share, and their values: what docs/formats.md explains. The two formats differ in
// how a value is marked up, which cells.hpp does. Absent values are left out.
#pragma once

#include "export/arcs.hpp"
#include "export/look.hpp"
#include "export/xml.hpp"
#include "graph/evidence_json.hpp"

namespace entente {

struct Attribute {
    std::string_view id;
    std::string_view type;  ///< string, int, double
};

inline constexpr Attribute k_actor_attributes[] = {{"kind", "string"},       {"country", "string"},
                                                   {"mentions", "int"},      {"first_seen", "string"},
                                                   {"last_seen", "string"},  {"entente_id", "string"}};

inline constexpr Attribute k_arc_attributes[] = {
    {"relation", "string"},   {"polarity", "string"}, {"quad", "int"},        {"confidence", "double"},
    {"tone", "double"},       {"observations", "int"}, {"documents", "int"},  {"sources", "int"},
    {"status", "string"},     {"symmetric", "int"},   {"start", "string"},    {"end", "string"},
    {"dates", "string"},      {"evidence", "string"}, {"entente_evidence", "string"}};

/// Actors as a reader of the file knows them when it comes to the edges, ids, looks and positions: all that writers of
/// drawings need beside the graph. About 100 bytes an actor.
struct Drawing {
    Drawing(const Graph& graph, const ExportOptions& options);
    std::vector<std::string> ids;
    std::vector<double> sizes;
    std::vector<Point> positions;
    std::vector<Known> known;  ///< clean texts

    /// Asks for what some edges after this one need.
    [[gnu::always_inline]] inline void fetch_ahead(const Graph& graph, const Edge& edge) const {
        const Edge* const ahead = &edge + 8;
        const auto edges = graph.edges();
        if (std::less<>()(&edge, edges.data()) || !std::less<>()(ahead, edges.data() + edges.size())) return;
        __builtin_prefetch(&ids[ahead->object]);
        __builtin_prefetch(&known[ahead->object]);
    }

private:
    std::vector<std::unique_ptr<std::string>> cleaned_;
    std::string_view clean(std::string_view text);
};

template <class Cells>
void put_actor(Cells& cells, const Actor& actor, std::string_view id) {
    cells.template word<"kind">(name(actor.kind));
    cells.template text<"country">(actor.country);
    cells.template figure<"mentions">(actor.mentions);
    if (actor.first) cells.template day<"first_seen">(*actor.first);
    if (actor.last) cells.template day<"last_seen">(*actor.last);
    if (id == actor.id) return;
    std::string exact;
    append_json_string(exact, actor.id);
    cells.template text<"entente_id">(exact);
}

/// "article#7;article#8": for people; entente_evidence is for programs.
void put_places(Chars& out, std::span<const PackedObservation> evidence);

/// "2021-08-25 2021-08-26"
void put_days(Chars& out, std::span<const Date> days);

template <class Cells>
void put_arc(Cells& cells, const Arc& arc, const Drawing& drawing, bool whole_evidence) {
    const Edge& e = arc.edge;
    cells.template word<"relation">(arc.relations);
    cells.template word<"polarity">(name(e.polarity));
    if (e.type && quad(*e.type) > 0) cells.template figure<"quad">(static_cast<std::uint32_t>(quad(*e.type)));
    cells.template figure<"confidence">(e.confidence);
    cells.template figure<"tone">(e.goldstein);
    cells.template figure<"observations">(e.weight);
    cells.template figure<"documents">(e.documents);
    cells.template figure<"sources">(e.sources);
    cells.template list<"status">([&](Chars& out) { put_statuses(out, e); });
    cells.template figure<"symmetric">(e.symmetric ? 1u : 0u);
    if (e.first) cells.template day<"start">(*e.first);
    if (e.last) cells.template day<"end">(*e.last);
    if (!arc.days.empty()) cells.template list<"dates">([&](Chars& out) { put_days(out, arc.days); });
    cells.template list<"evidence">([&](Chars& out) { put_places(out, arc.evidence); });
    if (!whole_evidence) return;
    cells.template json<"entente_evidence">([&](Chars& out) {
        for (const PackedObservation& o : arc.evidence) {
            out.push_back(&o == arc.evidence.data() ? '[' : ',');
            append_evidence_json(out, unpack(o), drawing.known[e.subject], drawing.known[e.object], true);
        }
        out.push_back(']');
    });
}

}  // namespace entente
