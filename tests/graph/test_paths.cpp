// SPDX-License-Identifier: Apache-2.0
// The k best paths against all paths, enumerated and sorted.
#include <algorithm>
#include <cmath>
#include <map>

#include "graph/paths.hpp"
#include "tests/catch.hpp"
#include "tests/graph/made.hpp"

using namespace entente;
using made::stated;

namespace {

using Route = std::vector<std::uint32_t>;
using Rank = std::tuple<std::size_t, long long, Route>;  // hops, doubt, actors

/// What the search is told to rank by, written down a second time.
std::map<std::pair<std::uint32_t, std::uint32_t>, long long> costs(const Graph& g, bool undirected) {
    std::map<std::pair<std::uint32_t, std::uint32_t>, std::pair<bool, double>> best;  // affirmed first, then the surest
    const auto offer = [&](std::uint32_t a, std::uint32_t b, const Edge& e) {
        if (a == b) return;
        const std::pair value{e.polarity == Polarity::affirmed, e.confidence};
        const auto [it, fresh] = best.try_emplace({a, b}, value);
        if (!fresh) it->second = std::max(it->second, value);
    };
    for (const Edge& e : g.edges()) {
        offer(e.subject, e.object, e);
        if (undirected || e.symmetric) offer(e.object, e.subject, e);
    }
    std::map<std::pair<std::uint32_t, std::uint32_t>, long long> out;
    for (const auto& [pair, value] : best) out[pair] = 1 + std::llround(-std::log(std::max(value.second, 1e-3)) * 1e6);
    return out;
}

std::vector<Rank> all_routes(const Graph& g, bool undirected, std::uint32_t from, std::uint32_t to,
                             std::size_t max_hops) {
    const auto links = costs(g, undirected);
    std::vector<Rank> out;
    Route route{from};
    const std::function<void(long long)> walk = [&](long long cost) {
        if (route.back() == to) return out.emplace_back(route.size() - 1, cost, route), void();
        if (route.size() > max_hops) return;
        for (const auto& [pair, price] : links) {
            if (pair.first != route.back() || std::ranges::find(route, pair.second) != route.end()) continue;
            route.push_back(pair.second);
            walk(cost + price);
            route.pop_back();
        }
    };
    walk(0);
    std::ranges::sort(out);
    return out;
}

Route route_of(const Path& path) {
    Route out{path.hops.front().from};
    for (const Hop& hop : path.hops) out.push_back(hop.to);
    return out;
}

}  // namespace

TEST_CASE("the best paths are the first of all paths") {
    for (std::uint32_t seed = 0; seed < 60; ++seed) {
        const Graph g = made::graph(made::triples(seed, 8 + seed, {4 + seed % 6, false, false}));
        const bool undirected = seed % 3 == 0;
        const std::uint32_t max_hops = 1 + seed % 5;
        const PathFinder finder(g, undirected);
        for (std::uint32_t a = 0; a < g.actors().size(); ++a)
            for (std::uint32_t b = 0; b < g.actors().size(); ++b) {
                if (a == b) continue;
                auto expected = all_routes(g, undirected, a, b, max_hops);
                const std::size_t k = 1 + seed % 9;
                if (expected.size() > k) expected.resize(k);
                const auto found = finder.best(a, b, k, max_hops);
                REQUIRE(found.size() == expected.size());
                for (std::size_t i = 0; i < found.size(); ++i) REQUIRE(route_of(found[i]) == std::get<2>(expected[i]));
            }
    }
}

TEST_CASE("equal paths are ranked by the ids along them") {
    std::vector<Triple> all;
    for (const char* middle : {"m3", "m1", "m2"}) {
        all.push_back(stated("a", Type::AID, middle));
        all.push_back(stated(middle, Type::AID, "z"));
    }
    const Graph g = made::graph(all);
    const auto found = PathFinder(g).best(*g.find("a"), *g.find("z"), 2, 4);
    REQUIRE(found.size() == 2);
    CHECK(g.actors()[found[0].hops[0].to].id == "m1");
    CHECK(g.actors()[found[1].hops[0].to].id == "m2");
    CHECK(found[0].confidence == Approx(0.64));
}

TEST_CASE("parallel relations are alternatives of one hop, the surest first, denials last") {
    Triple denial = stated("a", Type::SANCTION, "b", "2021-08-25", 0.95);
    denial.polarity = Polarity::negated;
    set_id(denial);
    const Graph g = made::graph(
        {stated("a", Type::AID, "b", "2021-08-25", 0.6), denial, stated("a", Type::ACCUSE, "b", "2021-08-25", 0.9)});
    const auto found = PathFinder(g).best(0, 1, 5, 4);
    REQUIRE(found.size() == 1);
    std::vector<std::string> classes;
    for (const auto e : found[0].hops[0].edges) classes.push_back(class_name(g.edges()[e]));
    CHECK(classes == std::vector<std::string>{"ACCUSE", "AID", "NOT_SANCTION"});
}

TEST_CASE("direction counts unless told otherwise; mutual acts go both ways") {
    Triple mutual = stated("b", Type::CONSULT, "c");
    mutual.symmetric = true;
    const Graph g = made::graph({stated("b", Type::AID, "a"), mutual});
    const auto a = *g.find("a");
    const auto b = *g.find("b");
    const auto c = *g.find("c");
    CHECK(PathFinder(g).best(a, b, 1, 4).empty());
    CHECK(PathFinder(g, true).best(a, b, 1, 4).size() == 1);
    CHECK(PathFinder(g).best(c, a, 1, 4).size() == 1);
    CHECK(PathFinder(g).best(c, a, 1, 1).empty());
    CHECK(PathFinder(g).best(a, a, 1, 4).empty());
}
