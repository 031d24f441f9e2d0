// SPDX-License-Identifier: Apache-2.0
// What Boost.Graph's own reader gets of our GraphML, for tests/readers/test_readers.py: bench_read_boost FILE.graphml prints
// ["label"] for a node, ["label",weight] for an edge.
#include <boost/graph/adjacency_list.hpp>
#include <boost/graph/graphml.hpp>
#include <fstream>

#include "export/sink.hpp"
#include "graph/evidence_json.hpp"

namespace {

struct Node {
    std::string label;
};

struct Link {
    std::string label;
    double weight = 0;
};

using BoostGraph = boost::adjacency_list<boost::vecS, boost::vecS, boost::directedS, Node, Link>;

BoostGraph read(const char* path) {
    BoostGraph graph;
    boost::dynamic_properties properties(boost::ignore_other_properties);
    properties.property("name", boost::get(&Node::label, graph));
    properties.property("label", boost::get(&Link::label, graph));
    properties.property("weight", boost::get(&Link::weight, graph));
    std::ifstream file(path);
    boost::read_graphml(file, graph, properties);
    return graph;
}

}  // namespace

int main(int argc, char** argv) {
    if (argc != 2) return fmt::print(stderr, "bench_read_boost FILE.graphml\n"), 2;
    const BoostGraph graph = read(argv[1]);
    entente::io::Output out("-");
    entente::Sink sink(out);
    for (const auto v : boost::make_iterator_range(boost::vertices(graph))) {
        sink.text += '[';
        entente::append_json_string(sink.text, graph[v].label);
        sink.text += "]\n";
        sink.checkpoint();
    }
    for (const auto e : boost::make_iterator_range(boost::edges(graph))) {
        sink.text += '[';
        entente::append_json_string(sink.text, graph[e].label);
        sink.print(",{}]\n", graph[e].weight);
        sink.checkpoint();
    }
    sink.flush();
    out.close();
}
