// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <numeric>

#include "graph/metrics.hpp"
#include "graph/timeline.hpp"
#include "tests/catch.hpp"
#include "tests/graph/made.hpp"

using namespace entente;
using made::stated;

namespace {

Metrics measured(const Graph& g, std::size_t exact = k_exact_betweenness) {
    return metrics(TemporalGraph(g, Clock::event), {}, exact);
}

/// Two groups of four, all tied to all within, and one relation between them.
std::vector<Triple> two_groups() {
    std::vector<Triple> all;
    for (const std::string group : {"a", "b"})
        for (int i = 0; i < 4; ++i)
            for (int j = 0; j < 4; ++j)
                if (i != j) all.push_back(stated(group + std::to_string(i), Type::CONSULT, group + std::to_string(j)));
    all.push_back(stated("a0", Type::ACCUSE, "b0"));
    return all;
}

}  // namespace

TEST_CASE("communities, cores and go-betweens of two groups") {
    const Graph g = made::graph(two_groups());
    const Metrics m = measured(g);
    CHECK(m.community == std::vector<std::uint32_t>{0, 0, 0, 0, 1, 1, 1, 1});
    CHECK(m.core == std::vector<std::uint32_t>(8, 3));
    CHECK(m.degree == std::vector<std::uint32_t>{4, 3, 3, 3, 4, 3, 3, 3});
    CHECK(m.strength == std::vector<std::uint32_t>{7, 6, 6, 6, 7, 6, 6, 6});
    // 3 others of its group reach 4 of the other group by it, and it lets none back: 12 of 42 ordered pairs.
    CHECK(m.betweenness[0] == Approx(12.0 / 42));
    CHECK(m.betweenness[1] == Approx(0));
    CHECK(std::accumulate(m.pagerank.begin(), m.pagerank.end(), 0.0) == Approx(1));
    CHECK(m.pagerank[4] > m.pagerank[0]);
}

TEST_CASE("betweenness estimated from all actors is exact") {
    for (std::uint32_t seed = 0; seed < 10; ++seed) {
        const Graph g = made::graph(made::triples(seed, 60, {12, false, false}));
        const Metrics exact = measured(g);
        const std::size_t all = g.actors().size();
        CHECK_FALSE(exact.is_sampled);
        const Metrics sampled = measured(g, all - 1);
        CHECK(sampled.is_sampled);
        const TemporalGraph t(g, Clock::event);
        double apart = 0;
        for (std::size_t i = 0; i < all; ++i) apart = std::max(apart, std::abs(sampled.betweenness[i] - exact.betweenness[i]));
        CHECK(apart < 0.2);
    }
}

TEST_CASE("a history is in the order of time and counts by period") {
    Triple denial = stated("b", Type::ASSAULT, "a", "2021-08-31");
    denial.polarity = Polarity::negated;
    set_id(denial);
    const Graph g = made::graph({stated("a", Type::AID, "b", "2021-09-01"), stated("b", Type::ASSAULT, "a", "2021-08-29"),
                                 denial, stated("a", Type::AID, "c", "2021-08-01")});
    const auto pair = history(g, *g.find("a"), g.find("b"), Clock::event);
    REQUIRE(pair.size() == 3);
    CHECK(std::ranges::is_sorted(pair, {}, &Episode::day));
    const auto months = periods(pair, Step::month);
    REQUIRE(months.size() == 2);
    CHECK(to_string(months[0].begin) == "2021-08-01");
    CHECK(months[0].counts == std::array<std::uint32_t, 4>{0, 1, 0, 1});
    CHECK(months[1].counts == std::array<std::uint32_t, 4>{1, 0, 0, 0});
    CHECK(to_string(begin_of(*parse_date("2021-08-29"), Step::week)) == "2021-08-23");  // a Sunday
    CHECK(to_string(begin_of(*parse_date("1969-12-31"), Step::week)) == "1969-12-29");
    const auto with = partners(g, *g.find("a"));
    REQUIRE(with.size() == 2);
    CHECK(g.actors()[with[0].actor].id == "b");
    CHECK(aliases(g, *g.find("a")).front().count == 4);
}
