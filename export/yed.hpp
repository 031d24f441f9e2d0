// SPDX-License-Identifier: Apache-2.0
// What yEd draws, inside GraphML: its own elements for shapes, lines and labels.
#pragma once

#include "export/arcs.hpp"
#include "export/look.hpp"
#include "export/xml.hpp"

namespace entente {

inline constexpr std::string_view k_yed_keys =
    "<key id=\"nodegraphics\" for=\"node\" yfiles.type=\"nodegraphics\"/>\n"
    "<key id=\"edgegraphics\" for=\"edge\" yfiles.type=\"edgegraphics\"/>\n";

void put_yed_node(xml::Writer& out, std::string_view label, Point position, double size, Colour fill);
void put_yed_edge(xml::Writer& out, const Arc& arc);

}  // namespace entente
