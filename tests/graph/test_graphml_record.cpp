// SPDX-License-Identifier: Apache-2.0
#include "graph/graphml_record.hpp"
#include "tests/catch.hpp"

using namespace entente;

TEST_CASE("a line of our own is read without a parser") {
    GraphRecord r;
    REQUIRE(read_line("<edge id=\"e:1\" source=\"a\" target=\"b\" label=\"AID\"><data key=\"weight\">2</data>"
                      "<data key=\"relation\">AID</data><data key=\"entente_evidence\">[&quot;&lt;x&gt; &amp;amp; é&quot;]</data></edge>",
                      r));
    CHECK(r.is_edge);
    CHECK(r[GraphRecord::source] == "a");
    CHECK(r[GraphRecord::target] == "b");
    CHECK(r[GraphRecord::relation] == "AID");
    CHECK(r[GraphRecord::label].empty());  // the attribute is not the data
    CHECK(r[GraphRecord::entente_evidence] == "[\"<x> &amp; é\"]");
    REQUIRE(read_line("<node id=\"n\"></node>", r));
    CHECK(r[GraphRecord::relation].empty());
}

TEST_CASE("whatever is not quite such a line is left to a parser") {
    GraphRecord r;
    for (const char* line :
         {"", "<node", "<node id=\"n\"/>", "<node id=\"n\">", "<node id='n'></node>", "<node id=\"n\"></edge>", "<nodes id=\"n\"></node>",
          "<node id=\"n\"></node> ", " <node id=\"n\"></node>", "<node id=\"a<b\"></node>", "<node id=\"n\"><data key=\"label\">x</node>",
          "<node id=\"n\"><data key=\"label\">x &#65;</data></node>", "<node id=\"n\"><data key=\"label\">x & y</data></node>",
          "<node id=\"n\"><data key=\"label\">x<!-- --></data></node>", "<node id=\"n\"><desc>x</desc></node>",
          "<node id=\"n\"><data key=\"label\">\xff</data></node>", "<node id=\"n\"><data key=\"label\">tab\t</data></node>"})
        CHECK_FALSE(read_line(line, r));
}
