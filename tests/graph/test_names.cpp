// SPDX-License-Identifier: Apache-2.0
#include "graph/names.hpp"
#include "tests/catch.hpp"
#include "tests/graph/made.hpp"

using namespace entente;

namespace {

Graph some_graph() {
    std::vector<Triple> all;
    const auto add = [&](const std::string& id, const std::string& label) {
        Triple t = made::stated(id, Type::AID, "USA");
        t.subject.label = label;
        t.object.label = "United States";
        all.push_back(t);
    };
    add("CHN", "China");
    add("taliban", "Taliban");
    add("pakistani-taliban", "Pakistani Taliban");
    add("islamic-state", "Islamic State");
    add("TUR", "Türkiye");
    add("united-nations", "United Nations");
    return made::graph(all);
}

std::vector<std::string> found(const Graph& g, std::string_view text) {
    std::vector<std::string> out;
    for (const auto i : match_name(g.actors(), text).candidates) out.emplace_back(g.actors()[i].id);
    return out;
}

}  // namespace

TEST_CASE("a name is found by id, label, case, beginning, part, in this order") {
    using Ids = std::vector<std::string>;
    const Graph g = some_graph();
    CHECK(found(g, "CHN") == Ids{"CHN"});
    CHECK(found(g, "China") == Ids{"CHN"});
    CHECK(found(g, "taliban") == Ids{"taliban"});
    CHECK(found(g, "TALIBAN") == Ids{"taliban"});
    CHECK(found(g, "TÜRKIYE") == Ids{"TUR"});
    CHECK(found(g, "islamic") == Ids{"islamic-state"});
    CHECK(found(g, "ani tal") == Ids{"pakistani-taliban"});
    CHECK(found(g, "united") == Ids{"USA", "united-nations"});
    CHECK(found(g, "").empty());
}

TEST_CASE("an unknown name has neighbours") {
    const Graph g = some_graph();
    const auto match = match_name(g.actors(), "Chna");
    CHECK(match.candidates.empty());
    REQUIRE_FALSE(match.near.empty());
    CHECK(g.actors()[match.near[0]].id == "CHN");
}
