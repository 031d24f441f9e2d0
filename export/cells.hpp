// SPDX-License-Identifier: Apache-2.0
// Values marked up as GraphML and GEXF do it, each absent text left out. `Marks` says with what: see graphml.cpp, gexf.cpp.
#pragma once

#include <string_view>

#include "export/columns.hpp"
#include "export/xml.hpp"

namespace entente {

template <class Marks>
struct Cells {
    xml::Writer& out;

    template <Literal key>
    void text(std::string_view value) {
        if (!value.empty()) list<key>([&](xml::Writer& to) { to.text(value, Marks::quote); });
    }
    /// A text that needs no escape.
    template <Literal key>
    void word(std::string_view value) {
        list<key>([&](Chars& to) { to.append(value); });
    }
    template <Literal key, class Number>
    void figure(Number value) {
        list<key>([&](Chars& to) { to.figure(value); });
    }
    template <Literal key>
    void day(Date value) {
        list<key>([&](Chars& to) { to.day(value); });
    }
    /// What is written piece by piece.
    template <Literal key, class Put>
    void list(Put put) {
        out.put<Marks::before + key + Marks::between>();
        put(out);
        out.put<Marks::after>();
    }
    /// Attributes that not every file has.
    void columns(const Columns& columns, std::size_t i) {
        for (const Column& c : columns.list) {
            out.put<Marks::before>();
            out.append(c.name);
            out.put<Marks::between>();
            c.put(out, i);
            out.put<Marks::after>();
        }
    }
    /// JSON without mark-up, whose own quotes need no escape.
    template <Literal key, class Put>
    void json(Put put) {
        out.put<Marks::before + key + Marks::json_between>();
        put(out);
        out.put<Marks::json_after>();
    }
};

}  // namespace entente
