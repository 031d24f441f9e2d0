// SPDX-License-Identifier: Apache-2.0
// A graph over time, cut by a filter, has the edges that the graph has which the same filter cuts.
#include "graph/temporal.hpp"
#include "tests/catch.hpp"
#include "tests/graph/made.hpp"

using namespace entente;

namespace {

std::string named(const Graph& graph, const Edge& e) {
    return std::string(graph.subject(e).id) + " " + class_name(e) + " " + std::string(graph.object(e).id);
}

}  // namespace

TEST_CASE("states are those of the restricted graph, with minima and top actors too") {
    for (std::uint32_t seed = 0; seed < 24; ++seed) {
        const Graph whole = made::graph(made::triples(seed, 200, {8, false, true}));
        Filter f;
        if (seed % 2) f = state_at(Date{18890}, 20);
        if (seed % 3) f.top = 1 + seed % 7;
        if (seed % 4 == 0) f.min_weight = 2;
        if (seed % 5 == 0) f.min_confidence = 0.6;
        if (seed % 6 == 0) f.polarity = Polarity::affirmed;
        std::vector<std::string> expected;
        const Graph cut = restrict(whole, f);
        for (const Edge& e : cut.edges()) expected.push_back(named(cut, e) + " " + std::to_string(e.weight));
        std::vector<std::string> got;
        const auto all = states(TemporalGraph(whole, Clock::event), f);
        for (std::size_t e = 0; e < all.size(); ++e)
            if (all[e].weight > 0) got.push_back(named(whole, whole.edges()[e]) + " " + std::to_string(all[e].weight));
        REQUIRE(got == expected);
    }
}
