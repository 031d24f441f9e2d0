// SPDX-License-Identifier: Apache-2.0
// A drawn diff tells what the diff tells.
#include <algorithm>
#include <map>

#include "export/change_drawing.hpp"
#include "graph/builder.hpp"
#include "tests/catch.hpp"
#include "tests/graph/made.hpp"

using namespace entente;

namespace {

std::string told(const Graph& graph, const Edge& e) {
    return std::string(graph.subject(e).id) + " " + class_name(e) + " " + std::string(graph.object(e).id);
}

/// "Development before after", by edge.
std::map<std::string, std::string> told(const Graph& before, const Graph& after, const std::vector<const EdgeChange*>& changes) {
    std::map<std::string, std::string> out;
    for (const EdgeChange* c : changes) {
        const Graph& graph = c->in_after != k_no_edge ? after : before;
        out[told(graph, graph.edges()[c->in_after != k_no_edge ? c->in_after : c->in_before])] =
            std::string(name(c->what)) + " " + std::to_string(c->before) + " " + std::to_string(c->after);
    }
    return out;
}

std::map<std::string, std::string> drawn(const ChangeDrawing& drawing) {
    std::map<std::string, std::string> out;
    const auto& columns = drawing.of_edges.list;
    for (std::size_t i = 0; i < drawing.graph.edges().size(); ++i)
        out[told(drawing.graph, drawing.graph.edges()[i])] = columns[0].text(i) + " " + columns[1].text(i) + " " + columns[2].text(i);
    return out;
}

std::vector<const EdgeChange*> of(const GraphDiff& d, bool all) {
    std::vector<const EdgeChange*> out;
    for (const EdgeChange& c : d.changes)
        if (all || c.sign() != ' ') out.push_back(&c);
    return out;
}

Graph united(const Graph& a, const Graph& b) {
    GraphBuilder both;
    both.merge(a);
    both.merge(b);
    return both.finish();
}

}  // namespace

TEST_CASE("a drawing of two graphs has the edges of both and what became of them") {
    for (std::uint32_t seed = 0; seed < 10; ++seed) {
        const auto all = made::triples(seed, 240, {6, seed % 2 == 0, true});
        const Graph a = made::graph({all.begin(), all.begin() + 160});
        const Graph b = made::graph({all.begin() + 80, all.end()});
        const GraphDiff d = diff(a, b);
        for (const bool unchanged : {true, false}) {
            const auto changes = of(d, unchanged);
            const ChangeDrawing drawing = draw_changes(united(a, b), a, b, d, changes);
            REQUIRE(drawn(drawing) == told(a, b, changes));
            REQUIRE(drawing.of_edges.colours.size() == drawing.graph.edges().size());
        }
    }
}

TEST_CASE("a drawing of two windows, with a minimum") {
    for (std::uint32_t seed = 0; seed < 10; ++seed) {
        const Graph g = made::graph(made::triples(seed, 300, {6, false, true}));
        Filter a = state_at(Date{18880}, 15);
        Filter b = state_at(Date{18900}, 15);
        if (seed % 2) a.min_weight = b.min_weight = 2;
        const GraphDiff d = diff(TemporalGraph(g, Clock::event), a, b);
        const auto changes = of(d, true);
        const ChangeDrawing drawing = draw_changes(united(restrict(g, a), restrict(g, b)), g, g, d, changes);
        REQUIRE(drawn(drawing) == told(g, g, changes));
    }
}

TEST_CASE("actors that come and go are marked, and coloured") {
    using made::stated;
    const Graph a = made::graph({stated("a", Type::AID, "b"), stated("a", Type::AGREE, "gone")});
    const Graph b = made::graph({stated("a", Type::AID, "b"), stated("a", Type::REJECT, "new")});
    const GraphDiff d = diff(a, b);
    const ChangeDrawing drawing = draw_changes(united(a, b), a, b, d, of(d, true));
    const auto actor = [&](std::string_view id) { return *drawing.graph.find(id); };
    const Column& change = drawing.of_actors.list.at(0);
    CHECK(change.text(actor("a")) == "same");
    CHECK(change.text(actor("new")) == "new");
    CHECK(change.text(actor("gone")) == "vanished");
    CHECK(hex(drawing.of_actors.colours[actor("new")]) == hex(colour(Development::fresh)));
    CHECK(hex(drawing.of_actors.colours[actor("gone")]) == hex(colour(Development::quiet)));
}
