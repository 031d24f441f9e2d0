// SPDX-License-Identifier: Apache-2.0
#include <string>

#include "extract/repair/layout.hpp"
#include "tests/catch.hpp"

using entente::repair::find_blanks;

namespace {

/// The text after blanking, and the first reason.
std::string blanked(std::string text) {
    for (const auto& b : find_blanks(text)) text.replace(b.span.begin, b.span.size(), b.span.size(), ' ');
    return text;
}

std::string why(const std::string& text) {
    const auto blanks = find_blanks(text);
    return blanks.empty() ? "" : std::string(blanks[0].why);
}

bool vanishes(const std::string& line) { return blanked(line).find_first_not_of(' ') == std::string::npos; }

}  // namespace

TEST_CASE("lines that are no text vanish", "[repair]") {
    for (const char* line :
         {"Advertisement", "ADVERTISEMENT", "(Image: AP)", "[Photo/Agencies]", "Read more: Talks resume in Doha",
          "Share this article", "Published 23:00 IST, August 25th 2021", "Updated: 16 September 2021 18:40 GMT",
          "By Our Correspondent", "By Jane Roe and Ali Khan in Kabul", "Follow us on Twitter and Facebook",
          "\u00a9 2021 The Daily. All rights reserved.", "Copyright 2020 Agency", "Also Read | Minister quits",
          "(Reporting by J. Roe; Editing by A. Khan)", "Image: A guard at the gate"}) {
        INFO(line);
        CHECK(vanishes(line));
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
          "Comment was refused."}) {
        INFO(line);
        CHECK(blanked(line) == line);
    }
}

TEST_CASE("a dateline goes, its paragraph stays", "[repair]") {
    CHECK(blanked("KABUL (Reuters) - Talks began.") == std::string(18, ' ') + "Talks began.");
    CHECK(blanked("MOSCOW, Aug 25 (TASS) \u2014 Talks began.").ends_with("  Talks began."));
    CHECK(blanked("DUSHANBE, Tajikistan (AP) \u2014 Talks began.").find("Tajik") == std::string::npos);
    CHECK(blanked("BEIJING, Aug. 25 -- Talks began.").find("BEIJING") == std::string::npos);
    CHECK(blanked("Headline\nKABUL (Reuters) - Talks began.\n").starts_with("Headline\n     "));
}

TEST_CASE("blanking moves no byte", "[repair]") {
    const std::string text = "Advertisement\r\n\u201cPeace\u201d talks\n(Image: AP)\n\n  Share this article  \nEnd.";
    const std::string out = blanked(text);
    CHECK(out.size() == text.size());
    CHECK(out.find("End.") == text.find("End."));
    CHECK(find_blanks("").empty());
    CHECK(find_blanks("\n\n \n").empty());
}
