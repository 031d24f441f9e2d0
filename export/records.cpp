// SPDX-License-Identifier: Apache-2.0
#include "export/records.hpp"

namespace entente {

Drawing::Drawing(const Graph& graph, const ExportOptions& options)
    : ids(node_ids(graph)),
      sizes(entente::sizes(graph)),
      positions(options.positions.empty() ? layout(graph) : options.positions) {
    for (const Actor& a : graph.actors()) known.push_back({clean(a.label), clean(a.country), a.kind});
}

std::string_view Drawing::clean(std::string_view text) {
    std::string cleaned = xml::clean(text);
    if (cleaned == text) return text;
    return *cleaned_.emplace_back(std::make_unique<std::string>(std::move(cleaned)));
}

void put_places(Chars& out, std::span<const PackedObservation> evidence) {
    for (const PackedObservation& o : evidence) {
        if (&o != evidence.data()) out.put<";">();
        xml::put_text(out, o.report->document);
        out.put<"#">();
        out.figure(o.sentence_index);
    }
}

void put_days(Chars& out, std::span<const Date> days) {
    for (const Date& day : days) {
        if (&day != days.data()) out.put<" ">();
        out.day(day);
    }
}

}  // namespace entente
