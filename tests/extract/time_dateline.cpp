// SPDX-License-Identifier: Apache-2.0
#include <string>

#include "extract/time/dateline.hpp"
#include "tests/catch.hpp"

using namespace entente;

namespace {

std::string when(std::string_view text) {
    const auto time = time::parse_when(text);
    return time ? to_string(*time) : "";
}

std::string publication(std::string_view article) {
    const auto time = time::find_publication(article);
    return time ? to_string(*time) : "";
}

}  // namespace

TEST_CASE("dates in the forms that news sites write", "[time]") {
    CHECK(when("2021-08-25T23:00:00+05:30") == "2021-08-25T17:30:00Z");
    CHECK(when("2021-08-25 10:00:00") == "2021-08-25T10:00:00Z");
    CHECK(when("20210825173000") == "2021-08-25T17:30:00Z");
    CHECK(when("20210825T173000Z") == "2021-08-25T17:30:00Z");
    CHECK(when("Wed, 25 Aug 2021 17:30:00 GMT") == "2021-08-25T17:30:00Z");
    CHECK(when("Wed, 25 Aug 2021 17:30:00 +0530") == "2021-08-25T12:00:00Z");
    CHECK(when("Published 23:00 IST, August 25th 2021") == "2021-08-25T17:30:00Z");
    CHECK(when("Updated: 16 September 2021 18:40 GMT") == "2021-09-16T18:40:00Z");
    CHECK(when("August 25, 2021, 6:40 p.m. EDT") == "2021-08-25T22:40:00Z");
    CHECK(when("12:05 am, 25 August 2021") == "2021-08-25T00:05:00Z");
    CHECK(when("25 August 2021 1840 BST") == "2021-08-25T17:40:00Z");
    CHECK(time::parse_when("August 25, 2021, 11:40 p.m. EDT")->local_date() == Date::of(2021, 8, 25));
    CHECK(when("25.08.2021") == "2021-08-25T00:00:00Z");
    CHECK(when("25/08/2021") == "2021-08-25T00:00:00Z");
}

TEST_CASE("what is no date or not a whole one", "[time]") {
    for (const char* text : {"", "  ", "yesterday", "25 August", "August 2021", "10/08/2021", "32 August 2021",
                             "31 February 2021", "25:61 25 August 2021", "The talks of 25 August 2021", "2021",
                             "25 August 2021 2022", "25 August 2021 at Kabul", "99999999999999"}) {
        INFO(text);
        CHECK(when(text).empty());
    }
}

TEST_CASE("the article's own date line", "[time]") {
    CHECK(publication("Published 23:00 IST, August 25th 2021\nHeadline\nText.") == "2021-08-25T17:30:00Z");
    CHECK(publication("Headline\nBy Jane Roe | August 25, 2021\nText.") == "2021-08-25T00:00:00Z");
    CHECK(publication("KABUL, Aug 25, 2021 (Agency) - Talks began.") == "2021-08-25T00:00:00Z");
    CHECK(publication("Headline\nText.\nMore text.\n25 August 2021\n") == "2021-08-25T00:00:00Z");
    CHECK(publication("Updated: 26 August 2021\nPublished: 25 August 2021\nText.") == "2021-08-25T00:00:00Z");
    CHECK(publication("Updated: 26 August 2021\nText.") == "2021-08-26T00:00:00Z");
}

TEST_CASE("a dateline may stand on a line of its own", "[time]") {
    CHECK(publication("Ministers meet\nOSLO (Example Wire) - Wednesday, September 22nd, 2021\n\nText.") == "2021-09-22T00:00:00Z");
    CHECK(publication("Ministers meet\nOSLO (Example Wire) \u2014 August 30, 2021\n\nText.") == "2021-08-30T00:00:00Z");
    CHECK(publication("Ministers meet\nOSLO (Example Wire) - Talks began on August 30, 2021.\n").empty());
}

TEST_CASE("dates that speak of other days are no date lines", "[time]") {
    CHECK(publication("On August 25, 2021, the two presidents spoke.").empty());
    CHECK(publication("KABUL, Aug 25 (Agency) - Talks began.").empty());
    CHECK(publication("").empty());
    CHECK(publication("\n\n\n").empty());
    std::string long_text = "Headline\n";
    for (int i = 0; i < 20; ++i) long_text += "A line.\n";
    CHECK(publication(long_text + "25 August 2021\n" + long_text).empty());
}

TEST_CASE("date lines need no year to be recognised", "[time]") {
    CHECK(time::is_date_line("Updated 18:40 GMT"));
    CHECK(time::is_date_line("Published on August 25"));
    CHECK(time::is_date_line("25 August 2021 18:40 GMT"));
    CHECK(time::is_date_line("2021-08-25T18:40:00Z"));
    CHECK(!time::is_date_line("25 August 2021"));
    CHECK(!time::is_date_line("25 August"));
    CHECK(!time::is_date_line("Last"));
    CHECK(!time::is_date_line("1945"));
    CHECK(!time::is_date_line(""));
}
