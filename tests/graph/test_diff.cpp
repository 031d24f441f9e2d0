// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "graph/diff.hpp"
#include "tests/catch.hpp"
#include "tests/graph/made.hpp"

using namespace entente;
using made::stated;

TEST_CASE("a graph does not differ from itself") {
    for (std::uint32_t seed = 0; seed < 5; ++seed) {
        auto all = made::triples(seed, 200, {6, true, false});
        const Graph a = made::graph(all);
        std::ranges::reverse(all);
        const Graph b = made::graph(all);
        const auto changes = diff(a, b);
        CHECK(changes.size() == a.edges().size());
        CHECK_FALSE(summarise(changes, a, b).any());
    }
}

TEST_CASE("what is lost and gained turns one graph into the other") {
    for (std::uint32_t seed = 0; seed < 10; ++seed) {
        const auto all = made::triples(seed, 240, {5, false, true});
        const Graph a = made::graph({all.begin(), all.begin() + 160});
        const Graph b = made::graph({all.begin() + 80, all.end()});
        std::vector<std::string_view> ids;
        for (const Observation& o : a.observations()) ids.push_back(o.id);
        for (const EdgeChange& c : diff(a, b)) {
            for (const Observation* o : c.lost) std::erase(ids, o->id);
            for (const Observation* o : c.gained) ids.push_back(o->id);
            REQUIRE((c.change == Change::same) == (c.lost.empty() && c.gained.empty()));
        }
        std::vector<std::string_view> expected;
        for (const Observation& o : b.observations()) expected.push_back(o.id);
        std::ranges::sort(ids);
        std::ranges::sort(expected);
        REQUIRE(ids == expected);
    }
}

TEST_CASE("kinds of change") {
    const Graph a =
        made::graph({stated("a", Type::AID, "b"), stated("a", Type::ACCUSE, "b"), stated("a", Type::AGREE, "c")});
    const Graph b = made::graph({stated("a", Type::AID, "b"), stated("a", Type::AID, "b", "2021-09-01"),
                                 stated("a", Type::AGREE, "c"), stated("a", Type::REJECT, "d")});
    std::string signs;
    const auto changes = diff(a, b);
    for (const EdgeChange& c : changes) signs += sign(c.change);
    CHECK(signs == " *-+");  // AGREE, AID, ACCUSE, REJECT
    const auto s = summarise(changes, a, b);
    CHECK(s.actors_added == 1);
    CHECK(s.actors_removed == 0);
    CHECK(changes[1].gained.size() == 1);
}
