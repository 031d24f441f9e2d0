// SPDX-License-Identifier: Apache-2.0
#include <string>

#include "extract/time/time.hpp"
#include "tests/catch.hpp"

using namespace entente;

namespace {

/// "expression=begin..end/precision" of all expressions; published on Wednesday, 25 August 2021.
std::string found(std::string_view sentence, bool future = false,
                  std::optional<Date> published = Date::of(2021, 8, 25)) {
    std::string out;
    for (const auto& t : time::find_times(sentence, published, future)) {
        out += out.empty() ? "" : "; ";
        out += std::string(t.span.of(sentence)) + "=" + to_string(t.begin) + ".." + to_string(t.end) + "/";
        out += "dwmqyec"[static_cast<int>(t.precision)];
    }
    return out;
}

std::string found_undated(std::string_view sentence) { return found(sentence, false, std::nullopt); }

}  // namespace

TEST_CASE("weekdays are the last ones, or the next ones in the future", "[time]") {
    CHECK(found("They met on Monday.") == "Monday=2021-08-23..2021-08-24/d");
    CHECK(found("They met on Wednesday.") == "Wednesday=2021-08-25..2021-08-26/d");
    CHECK(found("They met on Thursday.") == "Thursday=2021-08-19..2021-08-20/d");
    CHECK(found("They will meet on Thursday.", true) == "Thursday=2021-08-26..2021-08-27/d");
    CHECK(found("They will meet on Wednesday.", true) == "Wednesday=2021-08-25..2021-08-26/d");
    CHECK(found("They meet next Wednesday.") == "next Wednesday=2021-09-01..2021-09-02/d");
    CHECK(found("They met last Wednesday.") == "last Wednesday=2021-08-18..2021-08-19/d");
    CHECK(found("The sun shone, we wed and sat.").empty());
}

TEST_CASE("days around publication", "[time]") {
    CHECK(found("Talks began yesterday.") == "yesterday=2021-08-24..2021-08-25/d");
    CHECK(found("Talks began the day before yesterday.") == "the day before yesterday=2021-08-23..2021-08-24/d");
    CHECK(found("Talks begin tomorrow, not today.") ==
          "tomorrow=2021-08-26..2021-08-27/d; today=2021-08-25..2021-08-26/d");
    CHECK(found("It began three days ago.") == "three days ago=2021-08-22..2021-08-23/d");
    CHECK(found("It began two weeks ago.") == "two weeks ago=2021-08-09..2021-08-16/w");
    CHECK(found("It began a year ago.") == "a year ago=2020-01-01..2021-01-01/y");
    CHECK(found("They will meet in two days.", true) == "two days=2021-08-27..2021-08-28/d");
    CHECK(found("They took it in two days.").empty());
}

TEST_CASE("weeks, months and years around publication", "[time]") {
    CHECK(found("He left last week.") == "last week=2021-08-16..2021-08-23/w");
    CHECK(found("A summit is due next month.") == "next month=2021-09-01..2021-10-01/m");
    CHECK(found("He came earlier this week.") == "earlier this week=2021-08-23..2021-08-30/w");
    CHECK(found("Over the weekend nothing happened; this weekend it will.") == 
          "weekend=2021-08-21..2021-08-23/d; this weekend=2021-08-28..2021-08-30/d");
    CHECK(found("last year and next year") == "last year=2020-01-01..2021-01-01/y; next year=2022-01-01..2023-01-01/y");
    CHECK(found("In the past two weeks") == "past two weeks=2021-08-11..2021-08-26/w");
    CHECK(found("in the next three days") == "next three days=2021-08-26..2021-08-29/d");
    CHECK(found("the previous year").empty());
    const auto times = time::find_times("A summit is due next month.", Date::of(2021, 12, 31));
    REQUIRE(times.size() == 1);
    CHECK(times[0].begin == Date::of(2022, 1, 1));
    CHECK(times[0].future);
}

TEST_CASE("dates in all orders", "[time]") {
    for (const char* date :
         {"15 August 2021", "August 15, 2021", "Aug. 15, 2021", "15th of August 2021", "2021-08-15", "15 Aug 2021"}) {
        INFO(date);
        CHECK(found_undated(std::string("On ") + date + " they met.") ==
              std::string(date) + "=2021-08-15..2021-08-16/d");
    }
    CHECK(found("Kabul fell on Aug. 15.") == "Aug. 15=2021-08-15..2021-08-16/d");
    CHECK(found("Polls open on 15 November.") == "15 November=2020-11-15..2020-11-16/d");
    CHECK(found("Polls will open on 15 November.", true) == "15 November=2021-11-15..2021-11-16/d");
    CHECK(found("from 15-18 August") == "15-18 August=2021-08-15..2021-08-19/d");
    CHECK(found("from August 15 to 18") == "August 15 to 18=2021-08-15..2021-08-19/d");
    CHECK(found("Sunday, 15 August 2021") == "15 August 2021=2021-08-15..2021-08-16/d");
    CHECK(found("on 31 February 2021").find("31 February") == std::string::npos);
    CHECK(found_undated("on Aug. 15").empty());
}

TEST_CASE("29 February without a year lies in a leap year", "[time]") {
    CHECK(found("on 29 February") == "29 February=2020-02-29..2020-03-01/d");
    CHECK(found("will end on 29 February", true) == "29 February=2024-02-29..2024-03-01/d");
}

TEST_CASE("months and years", "[time]") {
    CHECK(found("in August 2014") == "August 2014=2014-08-01..2014-09-01/m");
    CHECK(found("They left in August.") == "August=2021-08-01..2021-09-01/m");
    CHECK(found("They left in October.") == "October=2020-10-01..2020-11-01/m");
    CHECK(found("They will leave in October.", true) == "October=2021-10-01..2021-11-01/m");
    CHECK(found("last May") == "last May=2021-05-01..2021-06-01/m");
    CHECK(found("Theresa May may march. March on!").empty());
    CHECK(found_undated("Crimea was annexed in 2014.") == "2014=2014-01-01..2015-01-01/y");
    CHECK(found_undated("between 2014 and 2016") == "2014 and 2016=2014-01-01..2017-01-01/y");
    CHECK(found_undated("the 1990s") == "1990s=1990-01-01..2000-01-01/e");
    CHECK(found_undated("He sent 2000 troops of 2000 soldiers.").empty());
}

TEST_CASE("times survive odd input", "[time]") {
    CHECK(found("").empty());
    CHECK(found("next").empty());
    CHECK(found("99999999999999999999 days ago").empty());
    CHECK(found("\xff\xfe\x80 in August \xe2").size() > 0);
    CHECK(found("999 years ago", false, Date::of(1, 1, 1)).empty());
    CHECK(found("tomorrow", false, Date::of(9999, 12, 31)).empty());
}
