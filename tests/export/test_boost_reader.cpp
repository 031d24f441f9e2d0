// SPDX-License-Identifier: Apache-2.0
// Boost reads our GraphML: every node, edge, label and weight.
#include <boost/graph/adjacency_list.hpp>
#include <boost/graph/graphml.hpp>
#include <filesystem>
#include <fstream>
#include <map>
#include <random>

#include "export/formats.hpp"
#include "tests/catch.hpp"
#include "tests/graph/made.hpp"

using namespace entente;

namespace {

struct BoostNode {
    std::string label;
    double size = 0;
};

struct BoostEdge {
    std::string label;
    double weight = 0;
};

using BoostGraph = boost::adjacency_list<boost::vecS, boost::vecS, boost::bidirectionalS, BoostNode, BoostEdge>;

/// Keys that are not asked for are left alone.
boost::dynamic_properties properties(BoostGraph& graph) {
    boost::dynamic_properties out(boost::ignore_other_properties);
    out.property("name", boost::get(&BoostNode::label, graph));
    out.property("size", boost::get(&BoostNode::size, graph));
    out.property("label", boost::get(&BoostEdge::label, graph));
    out.property("weight", boost::get(&BoostEdge::weight, graph));
    return out;
}

}  // namespace

TEST_CASE("Boost.Graph reads all of our GraphML") {
    const auto path = std::filesystem::temp_directory_path() / ("entente-" + std::to_string(std::random_device()()) + ".graphml");
    const Graph graph = made::graph(made::triples(7, 200));
    export_graph(graph, choose_format("graphml", ""), path.string());
    BoostGraph read;
    auto with = properties(read);
    std::ifstream file(path);
    boost::read_graphml(file, read, with);
    std::filesystem::remove(path);
    REQUIRE(boost::num_vertices(read) == graph.actors().size());
    REQUIRE(boost::num_edges(read) == graph.edges().size());
    std::map<std::pair<std::string, double>, int> labels;
    for (const auto e : boost::make_iterator_range(boost::edges(read))) ++labels[{read[e].label, read[e].weight}];
    for (const Edge& e : graph.edges()) --labels[{std::string(e.label), double(e.weight)}];
    for (const auto& [label, count] : labels) CHECK(count == 0);
    for (const auto v : boost::make_iterator_range(boost::vertices(read))) {
        CHECK(read[v].size >= 4);
        CHECK(graph.find("actor-" + read[v].label.substr(read[v].label.size() - 1)).has_value());
    }
}
