// SPDX-License-Identifier: Apache-2.0
#include "export/yed.hpp"

#include <fmt/format.h>

#include <cmath>

namespace entente {

void put_yed_node(xml::Writer& out, std::string_view label, Point p, double size, Colour fill) {
    out.append(fmt::format("<data key=\"nodegraphics\"><y:ShapeNode><y:Geometry height=\"{0}\" width=\"{0}\" x=\"{1}\" "
                        "y=\"{2}\"/><y:Fill color=\"{3}\" transparent=\"false\"/><y:NodeLabel>",
                        size, p.x - size / 2, p.y - size / 2, hex(fill)));
    out.text(label, '\0');
    out.append("</y:NodeLabel><y:Shape type=\"ellipse\"/></y:ShapeNode></data>");
}

void put_yed_edge(xml::Writer& out, const Arc& arc) {
    const double width = std::min(std::round(10 * std::sqrt(arc.edge.weight)) / 10, 7.0);
    out.append(fmt::format("<data key=\"edgegraphics\"><y:PolyLineEdge><y:LineStyle color=\"{}\" type=\"line\" "
                        "width=\"{}\"/><y:Arrows source=\"{}\" target=\"standard\"/><y:EdgeLabel>",
                        hex(colour(arc.edge)), width, arc.edge.symmetric ? "standard" : "none"));
    out.text(arc.edge.label, '\0');
    out.append("</y:EdgeLabel></y:PolyLineEdge></data>");
}

}  // namespace entente
