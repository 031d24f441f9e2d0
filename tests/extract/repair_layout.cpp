// SPDX-License-Identifier: Apache-2.0
#include <string>

#include "extract/repair/layout.hpp"
#include "tests/catch.hpp"

using entente::SpanMap;
using entente::repair::edited;
using entente::repair::layout_lines;

namespace {

std::string without_layout(const std::string& text) {
    SpanMap map;
    return edited(text, layout_lines(text), map);
}

/// The first reason.
std::string why(const std::string& text) {
    const auto found = layout_lines(text);
    return found.empty() ? "" : std::string(found[0].what);
}

}  // namespace

TEST_CASE("lines that are no text vanish", "[repair]") {
    for (const char* line :
         {"Advertisement", "ADVERTISEMENT", "(Image: AP)", "[Photo/Agencies]", "Read more: Talks resume in Doha",
          "Share this article", "Published 23:00 IST, August 25th 2021", "Updated: 16 September 2021 18:40 GMT",
          "By Our Correspondent", "By Jane Roe and Ali Khan in Kabul", "Follow us on Twitter and Facebook",
          "\u00a9 2021 The Daily. All rights reserved.", "Copyright 2020 Agency", "Also Read | Minister quits",
          "(Reporting by J. Roe; Editing by A. Khan)", "Image: A guard at the gate"}) {
        INFO(line);
        CHECK(without_layout(line).empty());
    }
    CHECK(why("(Image: AP)") == "caption");
    CHECK(why("By Our Correspondent") == "byline");
}

TEST_CASE("headlines and sentences stay", "[repair]") {
    for (const char* line :
         {"Ministers agree to reopen border", "China, Russia on takeover", "By Friday the army had left the town.",
          "Copyright law splits ministers", "On August 25, 2021, the two presidents spoke by phone.",
          "Read the treaty first, the minister said.", "Share prices fell in Moscow.",
          "He (the envoy) left - and never came back.", "UN - The council met.", "NATO and Russia (again) - at odds",
          "Comment was refused.", "recommended", "(Do not go, he cried!)", "(all of them had left by then)",
          "August 25, 2021", "File photo of the envoy. She left Oslo in May."}) {
        INFO(line);
        CHECK(without_layout(line) == line);
    }
}

TEST_CASE("a dateline goes, its paragraph stays", "[repair]") {
    for (const char* dateline :
         {"KABUL (Reuters) - ", "MOSCOW, Aug 25 (TASS) \u2014 ", "DUSHANBE, Tajikistan (AP) \u2014 ",
          "BEIJING, Aug. 25 -- ", "Headline\nKABUL (Reuters) - "}) {
        INFO(dateline);
        CHECK(without_layout(std::string(dateline) + "Talks began.\n").ends_with("Talks began.\n"));
        CHECK(without_layout(std::string(dateline) + "Talks began.").size() <=
              std::string("Headline\nTalks began.").size());
    }
}

TEST_CASE("line ends stay, so that what stood apart stays apart", "[repair]") {
    CHECK(without_layout("Advertisement\r\n\u201cPeace\u201d talks\n(Image: AP)\n\n  Share this article  \nEnd.") ==
          "\r\n\u201cPeace\u201d talks\n\n\n    \nEnd.");
    CHECK(layout_lines("").empty());
    CHECK(layout_lines("\n\n \n").empty());
}
