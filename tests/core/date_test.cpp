// SPDX-License-Identifier: Apache-2.0
#include "core/date.hpp"

#include "tests/catch.hpp"

using namespace entente;

TEST_CASE("days of the calendar", "[date]") {
    CHECK(Date::of(1970, 1, 1) == Date{0});
    CHECK(Date::of(2000, 2, 29)->days == 11016);
    CHECK(!Date::of(1900, 2, 29));
    CHECK(!Date::of(2021, 13, 1));
    CHECK(!Date::of(0, 1, 1));
    CHECK(!Date::of(10000, 1, 1));
    CHECK(to_string(*Date::of(1, 1, 1)) == "0001-01-01");
    CHECK(to_string(*Date::of(9999, 12, 31)) == "9999-12-31");
}

TEST_CASE("dates are written as they are read", "[date]") {
    for (const char* text : {"1969-12-31", "1970-01-01", "2021-08-25", "0001-01-01"})
        CHECK(to_string(parse_date(text).value()) == text);
    for (const char* text : {"", "2021", "2021-8-25", "2021-02-30", "20210825", "2021-08-25T", " 2021-08-25",
                             "2021-08-25 ", "2o21-08-25"}) {
        INFO(text);
        CHECK(!parse_date(text));
    }
}

TEST_CASE("instants come out in UTC", "[date]") {
    const auto utc = [](const char* text) { return to_string(parse_timestamp(text).value()); };
    CHECK(utc("2021-08-25") == "2021-08-25T00:00:00Z");
    CHECK(utc("2021-08-25T23:00:00+05:30") == "2021-08-25T17:30:00Z");
    CHECK(utc("2021-08-25 01:00 -0400") == "2021-08-25T05:00:00Z");
    CHECK(utc("20210825T173000Z") == "2021-08-25T17:30:00Z");
    CHECK(utc("2021-08-25T23:30:00.123Z") == "2021-08-25T23:30:00Z");
    CHECK(utc("1969-12-31T23:59:59Z") == "1969-12-31T23:59:59Z");
    CHECK(parse_timestamp("1969-12-31T23:59:59Z")->date() == Date::of(1969, 12, 31));
    const auto late = parse_timestamp("2021-08-25T23:30:00-05:00");
    CHECK((late->date() == Date::of(2021, 8, 26) && late->local_date() == Date::of(2021, 8, 25)));
    CHECK(late == parse_timestamp("2021-08-26T04:30:00Z"));
    for (const char* text : {"", "2021-08-25T", "2021-08-25T25:00", "2021-08-25T10:60", "2021-08-25T10:00:00+",
                             "2021-08-25T10:00 GMT", "None"}) {
        INFO(text);
        CHECK(!parse_timestamp(text));
    }
}
