// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "graph/patch.hpp"
#include "tests/catch.hpp"
#include "tests/core/temp_folder.hpp"
#include "tests/graph/made.hpp"

using namespace entente;
using made::stated;

namespace {

/// Everything that a graph knows: its observations, in its order.
bool is_equal(const Graph& a, const Graph& b) {
    return std::ranges::equal(a.observations(), b.observations()) && a.edges().size() == b.edges().size();
}

Graph patched(const Graph& before, const Graph& after, const GraphDiff& d, const Graph& graph) {
    std::string patch;
    for (const EdgeChange& c : d.changes) append_operation(patch, before, after, d, c);
    const test::TempFolder folder;
    io::Input in(folder.write("patch.ndjson", patch));
    return apply_patch(in, graph);
}

/// The changes as "sign class SUBJECT TYPE OBJECT".
std::vector<std::string> told(const Graph& before, const Graph& after, const GraphDiff& d) {
    std::vector<std::string> out;
    for (const EdgeChange& c : d.changes) {
        const Graph& g = c.in_after != k_no_edge ? after : before;
        const Edge& e = g.edges()[c.in_after != k_no_edge ? c.in_after : c.in_before];
        out.push_back(std::string(1, c.sign()) + " " + std::string(name(c.what)) + " " + std::string(g.subject(e).id) + " " +
                      class_name(e) + " " + std::string(g.object(e).id));
    }
    return out;
}

std::vector<Triple> times(const std::string& subject, Type type, const std::string& object, std::int32_t day, int count) {
    std::vector<Triple> out;
    for (int i = 0; i < count; ++i) out.push_back(stated(subject, type, object, to_string(Date{day + i})));
    return out;
}

Filter days(std::int32_t from, std::int32_t to) {
    Filter f;
    f.from = Date{from};
    f.to = Date{to};
    return f;
}

}  // namespace

TEST_CASE("a graph does not differ from itself") {
    for (std::uint32_t seed = 0; seed < 5; ++seed) {
        auto all = made::triples(seed, 200, {6, true, false});
        const Graph a = made::graph(all);
        std::ranges::reverse(all);
        const GraphDiff d = diff(a, made::graph(all));
        CHECK(d.changes.size() == a.edges().size());
        CHECK_FALSE(d.any());
        const Filter window = days(18870, 18890);
        CHECK_FALSE(diff(TemporalGraph(a, Clock::event), window, window).any());
    }
}

TEST_CASE("a patch of the differences turns one graph into the other") {
    for (std::uint32_t seed = 0; seed < 20; ++seed) {
        auto all = made::triples(seed, 240, {5, seed % 2 == 0, true});
        const Graph a = made::graph({all.begin(), all.begin() + 160});
        for (std::size_t i = 80; i < 100; ++i) all[i].confidence = 0.123;  // the same sentences, read anew
        const Graph b = made::graph({all.begin() + 80, all.end()});
        const GraphDiff d = diff(a, b);
        REQUIRE(is_equal(patched(a, b, d, a), b));
        REQUIRE(std::ranges::is_sorted(d.changes, std::greater<>{}, &EdgeChange::weight));
        CHECK_THROWS(patched(a, b, d, b));  // made for another graph
    }
}

TEST_CASE("a patch between two dates turns the earlier state into the later") {
    for (std::uint32_t seed = 0; seed < 40; ++seed) {
        const Graph g = made::graph(made::triples(seed, 300, {5, false, true}));
        Filter a = state_at(Date{18880 + static_cast<std::int32_t>(seed % 7)}, 15);
        Filter b = state_at(Date{18890 + static_cast<std::int32_t>(seed % 30)}, 15);
        if (seed % 2) a.clock = b.clock = Clock::reported;
        if (seed % 3 == 0) a.min_weight = b.min_weight = 2;
        if (seed % 5 == 0) a.min_confidence = b.min_confidence = 0.6;
        if (seed % 4 == 0) a.statuses = b.statuses = {Status::actual, Status::requested};
        const GraphDiff d = diff(TemporalGraph(g, a.clock), a, b);
        const Graph before = restrict(g, a);
        const Graph after = restrict(g, b);
        REQUIRE(is_equal(patched(g, g, d, before), after));
        REQUIRE(d.any() == !is_equal(before, after));
    }
}

TEST_CASE("signs of two graphs") {
    const Graph a =
        made::graph({stated("a", Type::AID, "b"), stated("a", Type::ACCUSE, "b"), stated("a", Type::AGREE, "c")});
    const Graph b = made::graph({stated("a", Type::AID, "b"), stated("a", Type::AID, "b", "2021-09-01"),
                                 stated("a", Type::AGREE, "c"), stated("a", Type::REJECT, "d")});
    const GraphDiff d = diff(a, b);
    auto lines = told(a, b, d);
    std::ranges::sort(lines);
    CHECK(lines == std::vector<std::string>{"  same a AGREE c", "* steady a AID b", "+ new a REJECT d",
                                            "- gone quiet a ACCUSE b"});
    const ActorChanges actors = actor_changes(a, b, d);
    REQUIRE(actors.fresh.size() == 1);
    CHECK(b.actors()[actors.fresh[0]].id == "d");
    CHECK(actors.vanished.empty());
}

TEST_CASE("changes between two windows are classed") {
    std::vector<Triple> all;
    const auto add = [&](const std::vector<Triple>& more) { all.insert(all.end(), more.begin(), more.end()); };
    add(times("a", Type::AID, "new", 130, 3));
    add(times("a", Type::AID, "renewed", 50, 1));
    add(times("a", Type::AID, "renewed", 130, 3));
    add(times("a", Type::AID, "more", 100, 2));
    add(times("a", Type::AID, "more", 130, 9));
    add(times("a", Type::AID, "less", 100, 9));
    add(times("a", Type::AID, "less", 130, 2));
    add(times("a", Type::AID, "quiet", 100, 5));
    add(times("a", Type::AID, "steady", 100, 5));
    add(times("a", Type::AID, "steady", 130, 6));
    add(times("a", Type::AGREE, "foe", 100, 4));
    add(times("foe", Type::ASSAULT, "a", 130, 12));
    add(times("a", Type::LEADS, "land", 130, 20));
    const Graph g = made::graph(all);
    const GraphDiff d = diff(TemporalGraph(g, Clock::event), days(100, 130), days(130, 160));
    auto lines = told(g, g, d);
    CHECK(lines.front() == "+ reversed foe ASSAULT a");
    CHECK(lines.back() == "+ new a LEADS land");  // how things are is no event
    std::ranges::sort(lines);
    CHECK(lines == std::vector<std::string>{"* intensified a AID more", "* steady a AID steady", "* weakened a AID less",
                                            "+ new a AID new", "+ new a LEADS land", "+ renewed a AID renewed", "+ reversed foe ASSAULT a",
                                            "- gone quiet a AGREE foe", "- gone quiet a AID quiet"});
}
