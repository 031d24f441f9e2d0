// SPDX-License-Identifier: Apache-2.0
// A graph is a function of a set of triples: not of their order, their grouping, or how often each comes.
#include <algorithm>
#include <filesystem>
#include <fstream>
#include <sstream>

#include "graph/filter.hpp"
#include "tests/catch.hpp"
#include "tests/graph/made.hpp"

using namespace entente;
using made::stated;

namespace {

bool same(const Graph& a, const Graph& b) {
    const auto same_actor = [](const Actor& x, const Actor& y) {
        return x.id == y.id && x.label == y.label && x.country == y.country && x.kind == y.kind &&
               x.mentions == y.mentions && x.first == y.first && x.last == y.last;
    };
    const auto same_edge = [](const Edge& x, const Edge& y) {
        return x.subject == y.subject && x.object == y.object && x.type == y.type && x.polarity == y.polarity &&
               x.symmetric == y.symmetric && x.label == y.label && x.weight == y.weight && x.documents == y.documents &&
               x.sources == y.sources && x.first == y.first && x.last == y.last && x.goldstein == y.goldstein &&
               x.confidence == y.confidence && x.statuses == y.statuses;
    };
    return std::ranges::equal(a.actors(), b.actors(), same_actor) &&
           std::ranges::equal(a.edges(), b.edges(), same_edge) &&
           std::ranges::equal(a.observations(), b.observations());
}

Graph merged(const std::vector<const Graph*>& graphs) {
    GraphBuilder builder;
    for (const Graph* g : graphs) builder.merge(*g);
    return builder.finish();
}

}  // namespace

TEST_CASE("merging is commutative, associative and idempotent") {
    for (std::uint32_t seed = 0; seed < 20; ++seed) {
        const bool hostile = seed % 2 == 1;
        auto all = made::triples(seed, 150, {6, hostile, false});
        const Graph whole = made::graph(all);
        std::shuffle(all.begin(), all.end(), made::Random(seed + 99));
        REQUIRE(same(whole, made::graph(all)));
        all.insert(all.end(), all.begin(), all.begin() + 70);
        REQUIRE(same(whole, made::graph(all)));

        const std::vector<Triple> first(all.begin(), all.begin() + 60);
        const std::vector<Triple> second(all.begin() + 40, all.begin() + 110);
        const std::vector<Triple> third(all.begin() + 100, all.end());
        const Graph a = made::graph(first);
        const Graph b = made::graph(second);
        const Graph c = made::graph(third);
        const Graph ab = merged({&a, &b});
        const Graph bc = merged({&c, &b});
        REQUIRE(same(whole, merged({&ab, &c})));
        REQUIRE(same(whole, merged({&a, &bc})));
        REQUIRE(same(whole, merged({&c, &a, &b, &b, &whole})));
    }
}

TEST_CASE("an id with two contents gives the same graph in either order") {
    Triple low = stated("a", Type::AID, "b");
    Triple high = low;
    high.confidence = 0.9;
    REQUIRE(same(made::graph({low, high}), made::graph({high, low})));
    CHECK(made::graph({low, high}).edges()[0].confidence == 0.9);
}

TEST_CASE("edges are one per subject, type, object and polarity, in that order") {
    const Graph g = made::graph(made::triples(7, 400));
    const auto key = [&](const Edge& e) {
        return std::make_tuple(g.subject(e).id, rank(e.type), g.object(e).id, e.polarity);
    };
    for (std::size_t i = 1; i < g.edges().size(); ++i) REQUIRE(key(g.edges()[i - 1]) < key(g.edges()[i]));
    std::size_t observations = 0;
    for (const Edge& e : g.edges()) {
        REQUIRE(e.weight > 0);
        REQUIRE(std::ranges::is_sorted(g.days(e)));
        REQUIRE((!e.first || *e.first == g.days(e).front()));
        observations += e.weight;
    }
    CHECK(observations == g.observations().size());
}

TEST_CASE("a mutual act is one edge whichever side is named first") {
    Triple ab = stated("alpha", Type::CONSULT, "beta");
    Triple ba = stated("beta", Type::CONSULT, "alpha");
    ab.symmetric = ba.symmetric = true;
    const Graph g = made::graph({ab, ba});
    REQUIRE(g.edges().size() == 1);
    CHECK(g.edges()[0].symmetric);
    CHECK(g.edges()[0].weight == 2);
    CHECK(g.subject(g.edges()[0]).id == "alpha");
    CHECK(std::ranges::count_if(g.observations(), &Observation::swapped) == 1);
}

TEST_CASE("figures of an edge") {
    Triple one = stated("a", Type::ACCUSE, "b", "2021-08-25", 0.5);
    Triple two = stated("a", Type::ACCUSE, "b", "2021-08-27", 0.8);
    two.doc = two.source = "other";
    one.relation.goldstein = -2;
    two.relation.goldstein = -5;
    two.status = Status::intended;
    const Graph g = made::graph({one, two});
    const Edge& e = g.edges()[0];
    CHECK(e.confidence == Approx(0.9));
    CHECK(e.goldstein == -3.5);
    CHECK(e.documents == 2);
    CHECK(e.sources == 2);
    CHECK(to_string(*e.first) == "2021-08-25");
    CHECK(to_string(*e.last) == "2021-08-27");
    CHECK(g.days(e).size() == 2);
    CHECK(e.statuses == std::array<std::uint32_t, 4>{1, 1, 0, 0});
    CHECK(class_name(e) == "ACCUSE");
}

TEST_CASE("conflicting names and kinds: the commonest, of equals the smallest, anything before other") {
    std::vector<Triple> all{stated("a", Type::AID, "b", "2021-01-01"), stated("a", Type::AID, "b", "2021-01-02"),
                            stated("a", Type::AID, "b", "2021-01-03")};
    all[0].subject.label = "Zed";
    all[1].subject.label = "Ann";
    all[2].subject.label = "Bob";
    all[0].subject.kind = Kind::person;
    const Graph g = made::graph(all);
    CHECK(g.actors()[0].label == "Ann");
    CHECK(g.actors()[0].kind == Kind::person);
    CHECK(g.actors()[0].mentions == 3);
}

TEST_CASE("a window is half-open, leaves out what has no date, and derives all figures anew") {
    std::vector<Triple> all{stated("a", Type::AID, "b", "2021-08-01"), stated("a", Type::AID, "b", "2021-08-31"),
                            stated("a", Type::AID, "b", "2021-09-01"), stated("c", Type::AID, "d", "none")};
    const Graph g = made::graph(all);
    Filter august;
    august.from = parse_date("2021-08-01");
    august.to = parse_date("2021-09-01");
    const Graph cut = restrict(g, august);
    REQUIRE(cut.edges().size() == 1);
    CHECK(cut.edges()[0].weight == 2);
    CHECK(cut.actors().size() == 2);
    const Graph then = restrict(g, state_at(*parse_date("2021-08-31"), 30));
    CHECK(then.edges()[0].weight == 1);
    Filter strong;
    strong.min_weight = 2;
    CHECK(restrict(g, strong).edges().size() == 1);
    strong.types = {std::nullopt};
    CHECK(restrict(g, strong).edges().empty());
}

TEST_CASE("restricting a graph is building it from fewer triples") {
    for (std::uint32_t seed = 0; seed < 10; ++seed) {
        const auto all = made::triples(seed, 200, {5, true, false});
        Filter filter;
        filter.from = Date{18880};
        filter.types = {Type::AID, Type::ASSAULT, std::nullopt, Type::CONSULT};
        std::vector<Triple> some;
        for (const Triple& t : all) {
            const auto date = t.date ? t.date : t.published ? std::optional(t.published->date()) : std::nullopt;
            if (date && *date >= *filter.from && std::ranges::find(filter.types, t.relation.type) != filter.types.end())
                some.push_back(t);
        }
        REQUIRE(same(restrict(made::graph(all), filter), made::graph(some)));
    }
}
