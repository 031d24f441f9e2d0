// SPDX-License-Identifier: Apache-2.0
// Files that read back, whatever the texts are.
#include <algorithm>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <set>
#include <sstream>

#include "core/error.hpp"
#include "core/json.hpp"
#include "export/formats.hpp"
#include "export/html.hpp"
#include "export/look.hpp"
#include "export/text.hpp"
#include "graph/load.hpp"
#include "tests/catch.hpp"
#include "tests/graph/made.hpp"

using namespace entente;
namespace fs = std::filesystem;

namespace {

/// A file's place, removed afterwards.
struct Place {
    fs::path folder = fs::temp_directory_path() / ("entente-export-" + std::to_string(std::random_device()()));
    Place() { fs::create_directory(folder); }
    ~Place() {
        std::error_code ignored;
        fs::remove_all(folder, ignored);
    }
    Place(const Place&) = delete;
    Place& operator=(const Place&) = delete;
    [[nodiscard]] std::string file(const std::string& leaf) const { return (folder / leaf).string(); }
};

std::string contents(const std::string& path) {
    std::ostringstream out;
    out << std::ifstream(path, std::ios::binary).rdbuf();
    return out.str();
}

std::string written(const Graph& graph, std::string_view format, const std::string& path) {
    export_graph(graph, choose_format(format, path), path);
    return contents(path);
}

void spill(const std::string& path, const std::string& bytes) { std::ofstream(path, std::ios::binary) << bytes; }

std::string load_error(const std::string& path) {
    Diagnostics diagnostics;
    try {
        (void)load_graph(path, diagnostics);
    } catch (const InputError& e) {
        return e.what();
    }
    return "";
}

}  // namespace

TEST_CASE("GraphML written, read and written again is the same file") {
    const Place place;
    for (std::uint32_t seed = 0; seed < 20; ++seed) {
        const Graph g = made::graph(made::triples(seed, 120, {6, seed % 2 == 0, seed % 3 == 0}));
        const std::string first = written(g, "graphml", place.file("a.graphml"));
        Diagnostics diagnostics;
        const Graph back = load_graph(place.file("a.graphml"), diagnostics);
        REQUIRE(first == written(back, "graphml", place.file("b.graphml")));
        REQUIRE(std::ranges::equal(g.observations(), back.observations()));
        REQUIRE(g.actors().size() == back.actors().size());
        for (std::size_t i = 0; i < g.actors().size(); ++i) REQUIRE(g.actors()[i].label == back.actors()[i].label);
    }
}

TEST_CASE("the order of triples changes no byte of any format") {
    const Place place;
    auto all = made::triples(5, 200, {6, true, false});
    const Graph a = made::graph(all);
    std::ranges::reverse(all);
    const Graph b = made::graph(all);
    for (const Format& f : formats()) {
        if (f.name == "html" && !has_page()) continue;  // built without node
        const std::string suffix(f.suffix);
        CHECK(written(a, f.name, place.file("a" + suffix)) == written(b, f.name, place.file("b" + suffix)));
    }
    CHECK(contents(place.file("a.nodes.csv")) == contents(place.file("b.nodes.csv")));
}

TEST_CASE("the page has the words of many observations once") {
    if (!has_page()) return;
    const Place place;
    const std::string page = written(made::graph(made::triples(4, 200)), "html", place.file("g.html"));
    const std::string words = "\"the " + made::actor_id(1) + "\"";
    const auto at = page.find(words);
    REQUIRE(at != std::string::npos);
    CHECK(page.find(words, at + 1) == std::string::npos);
}

TEST_CASE("ids are names to XML, and all different") {
    const Graph g = made::graph(made::triples(3, 300, {9, true, false}));
    std::set<std::string> ids;
    for (const auto& id : node_ids(g)) {
        CHECK(id.find_first_of(" \t\n\"&<>:'") == std::string::npos);
        CHECK(ids.insert(id).second);
    }
    for (const Edge& e : g.edges()) CHECK(ids.insert(edge_id(g, e)).second);
}

TEST_CASE("no two edges between the same nodes share a class: Gephi would merge them") {
    const Graph g = made::graph(made::triples(4, 500));
    std::set<std::tuple<std::uint32_t, std::uint32_t, std::string>> seen;
    for (const Edge& e : g.edges()) CHECK(seen.emplace(e.subject, e.object, class_name(e)).second);
    for (const double size : sizes(g)) CHECK((size >= 4 && size <= 100));
}

TEST_CASE("every line of NDJSON is a JSON object") {
    const Place place;
    const Graph g = made::graph(made::triples(6, 200, {6, true, false}));
    std::istringstream lines(written(g, "ndjson", place.file("g.ndjson")));
    std::size_t actors = 0;
    std::size_t edges = 0;
    for (std::string line; std::getline(lines, line);) {
        const auto object = json::parse_object(line);
        actors += object.HasMember("actor");
        edges += object.HasMember("edge");
    }
    CHECK(actors == g.actors().size());
    CHECK(edges == g.edges().size());
}

TEST_CASE("CSV keeps formulas from running and quotes what needs it") {
    const Place place;
    Triple t = made::stated("a", Type::AID, "b");
    t.relation.text = "=1+\"x\",\n";
    const std::string csv = written(made::graph({t}), "", place.file("g.csv"));
    CHECK(csv.find(",\"'=1+\"\"x\"\",\n\",AID,") != std::string::npos);
    CHECK(contents(place.file("g.nodes.csv")).starts_with("Id,Label,"));
}

TEST_CASE("damaged and foreign files say what is wrong and where") {
    const Place place;
    const std::string path = place.file("g.graphml");
    const std::string good = written(made::graph(made::triples(1, 50)), "", path);
    spill(path, good.substr(0, good.size() / 2));
    CHECK(load_error(path).find("g.graphml:") != std::string::npos);
    CHECK(load_error(path).find("cut off") != std::string::npos);
    spill(path, "<graphml><key id=\"d0\" for=\"edge\"/><graph edgedefault=\"directed\"/></graphml>");
    CHECK(load_error(path).find("not entente's") != std::string::npos);
    spill(path, "<html><body/></html>");
    CHECK(load_error(path).find("no GraphML") != std::string::npos);
    spill(path, "<!DOCTYPE x [<!ENTITY a \"b\">]><graphml/>");
    CHECK(load_error(path).find("document type") != std::string::npos);
    spill(path, "{\"text\": \"an article\"}\n");
    CHECK(load_error(path).find("entente extract") != std::string::npos);
    spill(path, "Kabul fell.");
    CHECK(load_error(path).find("not a graph") != std::string::npos);
    std::string bad = good;
    bad.replace(bad.find("\"id\":"), 5, "\"ix\":");
    spill(path, bad);
    CHECK(load_error(path).find("it has no \"id\"") != std::string::npos);
}

TEST_CASE("no byte of damage makes the reader crash") {
    const Place place;
    const std::string good =
        written(made::graph(made::triples(2, 12, {3, true, false})), "graphml", place.file("g.graphml"));
    made::Random random(1);
    for (int i = 0; i < 400; ++i) {
        std::string bad = good;
        for (std::uint32_t n = made::below(random, 4); n-- > 0;)
            bad[made::below(random, bad.size())] = static_cast<char>(made::below(random, 256));
        spill(place.file("bad.graphml"), bad);
        (void)load_error(place.file("bad.graphml"));
    }
}

TEST_CASE("triples are sniffed, bad ones skipped and reported") {
    const Place place;
    const Triple t = made::stated("a", Type::AID, "b");
    spill(place.file("t.txt"), "\xEF\xBB\xBF" + to_json(t) + "\n\n{\"id\":\"x\"}\n" + to_json(t) + "\r\n");
    Diagnostics diagnostics;
    const Graph g = load_graph(place.file("t.txt"), diagnostics);
    CHECK(g.edges().size() == 1);
    REQUIRE(diagnostics.size() == 1);
    CHECK(diagnostics[0].line == 3);
}

TEST_CASE("a format is chosen by name, else suffix, else it is GraphML") {
    CHECK(choose_format("dot", "x.csv").name == "dot");
    CHECK(choose_format("", "x.csv").name == "csv");
    CHECK(choose_format("", "-").name == "graphml");
    CHECK_THROWS_AS(choose_format("", "x.jpeg"), UsageError);
    CHECK_THROWS_AS(choose_format("jpeg", "-"), UsageError);
}

TEST_CASE("text for a terminal has no controls and knows widths") {
    CHECK(printable("\x1b[31mred\x1b[0m\n\n  x\xE2\x80\xAE") == "[31mred [0m x");
    CHECK(columns("平和") == 4);
    CHECK(columns("e\xCC\x81") == 1);
    CHECK(fitted("平和平和", 5) == "平和…");
    CHECK(fitted("ab", 4) == "ab  ");
}
