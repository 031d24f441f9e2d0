// SPDX-License-Identifier: Apache-2.0
#include "core/span.hpp"

#include "tests/catch.hpp"

using namespace entente;

TEST_CASE("an empty map is the identity", "[span]") { CHECK(SpanMap().to_original({3, 7}) == Span{3, 7}); }

TEST_CASE("inserted bytes stand where they were inserted", "[span]") {
    // original "leers", edited "leaders": "ad" inserted before byte 3 of the original's "leers" (after "lea" → "le" +
    // "ad" + "ers").
    SpanMap map;
    map.add(0, 0);
    map.add(4, 2);
    CHECK(map.to_original({0, 7}) == Span{0, 5});  // leaders → leers
    CHECK(map.to_original({0, 2}) == Span{0, 2});  // le
    CHECK(map.to_original({2, 4}) == Span{2, 2});  // ad
    CHECK(map.to_original({4, 7}) == Span{2, 5});  // ers
    CHECK(map.to_original({3, 5}) == Span{2, 3});
}

TEST_CASE("deleted bytes are jumped over", "[span]") {
    SpanMap map;
    map.add(0, 0);
    map.add(3, 10);  // original bytes 3 to 9 are gone
    CHECK(map.to_original({0, 3}).begin == 0);
    CHECK(map.to_original({3, 5}) == Span{10, 12});
    CHECK(map.to_original({0, 5}) == Span{0, 12});
}

TEST_CASE("spans know their bytes", "[span]") {
    constexpr Span span{2, 5};
    CHECK(span.size() == 3);
    CHECK(span.of("abcdefg") == "cde");
    CHECK(span.contains({3, 5}));
    CHECK(!span.contains({3, 6}));
}
