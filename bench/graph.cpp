// SPDX-License-Identifier: Apache-2.0
// What merging, writing and reading cost on made-up news: bench_graph [TRIPLES] [ACTORS].
#include <fmt/format.h>
#include <sys/resource.h>

#include <chrono>
#include <cmath>
#include <cstdlib>
#include <ctime>
#include <filesystem>
#include <random>

#include "export/formats.hpp"
#include "graph/builder.hpp"
#include "graph/load.hpp"

namespace {

using namespace entente;

/// Actors by a power law: some are in everything, most in little.
Mention actor(std::mt19937& random, std::size_t actors) {
    const double u = static_cast<double>(random()) / 4294967296.0;
    const auto i = static_cast<std::size_t>(static_cast<double>(actors) * u * u * u);
    Mention m;
    m.id = fmt::format("actor-{}", i);
    m.label = fmt::format("Actor {}", i);
    m.text = fmt::format("the actor of number {}", i);
    m.kind = static_cast<Kind>(i % 9);
    return m;
}

Triple triple(std::mt19937& random, std::size_t i, std::size_t actors) {
    Triple t;
    t.doc = fmt::format("{:020x}", i / 8);
    t.source = fmt::format("https://news.example.org/{}.html", i / 8);
    t.date = Date{17897 + static_cast<std::int32_t>(random() % 1826)};
    t.sentence = {
        static_cast<std::uint32_t>(i % 8),
        {0, 170},
        fmt::format("Sentence {} of its story: an official said that all sides must keep what they have promised, "
                    "and that the leaders of both would meet to see to it.",
                    i / 2)};
    t.subject = actor(random, actors);
    t.object = actor(random, actors);
    t.relation.text = fmt::format("said that all must keep {}", random() % 500);
    if (const auto type = random() % (k_type_count + 1); type < k_type_count) t.relation.type = static_cast<Type>(type);
    t.relation.goldstein = static_cast<double>(random() % 200) / 10 - 10;
    t.symmetric = random() % 10 == 0;
    t.confidence = 0.3 + static_cast<double>(random() % 690) / 1000;
    t.id = fmt::format("{:020x}", i);
    return t;
}

template <class Step>
auto timed(std::string_view what, Step step) {
    const std::clock_t cpu = std::clock();
    const auto wall = std::chrono::steady_clock::now();
    auto result = step();
    const std::chrono::duration<double, std::milli> passed = std::chrono::steady_clock::now() - wall;
    rusage usage{};
    getrusage(RUSAGE_SELF, &usage);
    fmt::print("{:<44}{:>10.2f} ms CPU {:>10.2f} ms wall   peak {:>5} MiB\n", what,
               1e3 * static_cast<double>(std::clock() - cpu) / CLOCKS_PER_SEC, passed.count(), usage.ru_maxrss / 1024);
    return result;
}

}  // namespace

int main(int argc, char** argv) {
    const std::size_t count = argc > 1 ? std::strtoul(argv[1], nullptr, 10) : 200000;
    const std::size_t actors = argc > 2 ? std::strtoul(argv[2], nullptr, 10) : 5000;
    std::mt19937 random(1);
    GraphBuilder builder;
    timed("make and add triples", [&] {
        for (std::size_t i = 0; i < count; ++i) builder.add(triple(random, i, actors));
        return 0;
    });
    const Graph graph = timed("finish", [&] { return builder.finish(); });
    fmt::print("{} actors, {} edges\n", graph.actors().size(), graph.edges().size());
    const auto path =
        (std::filesystem::temp_directory_path() / fmt::format("bench-{}.graphml", std::random_device()())).string();
    timed("write GraphML to /dev/null",
          [&] { return export_graph(graph, choose_format("graphml", "-"), "/dev/null"), 0; });
    timed("write GraphML", [&] { return export_graph(graph, choose_format("graphml", "-"), path), 0; });
    Diagnostics diagnostics;
    fmt::print("{} MB\n", std::filesystem::file_size(path) / 1000000);
    (void)timed("read GraphML", [&] { return load_graph(path, diagnostics); });
    std::filesystem::remove(path);
}
