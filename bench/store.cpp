// SPDX-License-Identifier: Apache-2.0
// What a store costs: adding, durable; opening it and building its graph, without and with its words. bench_store EDGES.tsv [FOLDER]
// The input has lines "subject object relation day confidence", all numbers: as make_graph writes them.
#include <fmt/format.h>
#include <sys/resource.h>

#include <chrono>
#include <cstdlib>
#include <filesystem>

#include "core/io/input.hpp"
#include "graph/chronicle.hpp"
#include "graph/paths.hpp"
#include "graph/store_build.hpp"
#include "graph/store_writer.hpp"

namespace {

using namespace entente;

double cpu_seconds() {
    rusage u{};
    getrusage(RUSAGE_SELF, &u);
    const auto seconds = [](const timeval& t) { return static_cast<double>(t.tv_sec) + 1e-6 * static_cast<double>(t.tv_usec); };
    return seconds(u.ru_utime) + seconds(u.ru_stime);
}

template <class Step>
auto timed(std::string_view what, std::size_t count, Step step) {
    const double cpu = cpu_seconds();
    const auto wall = std::chrono::steady_clock::now();
    auto result = step();
    const std::chrono::duration<double> passed = std::chrono::steady_clock::now() - wall;
    const double used = cpu_seconds() - cpu;
    rusage usage{};
    getrusage(RUSAGE_SELF, &usage);
    fmt::print("{:<44}{:>8.3f} s CPU {:>8.3f} s wall {:>9.0f} k/s of CPU {:>9.0f} k/s   peak {:>5} MiB\n", what, used,
               passed.count(), static_cast<double>(count) / used / 1e3, static_cast<double>(count) / passed.count() / 1e3,
               usage.ru_maxrss / 1024);
    std::fflush(stdout);
    return result;
}

/// Eight triples a document, a sentence of its own each, of the length that news sentences have.
Triple triple(std::size_t i, std::uint32_t subject, std::uint32_t object, std::uint32_t relation, std::int32_t day,
              double confidence) {
    Triple t;
    t.doc = fmt::format("{:020x}", i / 8);
    t.source = fmt::format("https://news.example.org/{}.html", i / 8);
    t.published = Timestamp{(18628 + day) * std::int64_t{86400}};
    t.date = Date{18628 + day};
    t.sentence = {static_cast<std::uint32_t>(i % 8), {0, 170},
                  fmt::format("Sentence {} of its story: an official said that all sides must keep what they have promised, "
                              "and that the leaders of both would meet to see to it.",
                              i)};
    const auto mention = [](std::uint32_t n) {
        Mention m;
        m.id = fmt::format("actor-{}", n);
        m.label = fmt::format("Actor {}", n);
        m.text = fmt::format("the actor of number {}", n);
        m.kind = static_cast<Kind>(n % 9);
        m.span = {10, 30};
        return m;
    };
    t.subject = mention(subject);
    t.object = mention(object);
    t.relation.text = fmt::format("said that all must keep {}", relation);
    t.relation.lemma = "say keep";
    if (relation < k_type_count) t.relation.type = static_cast<Type>(relation);
    t.relation.goldstein = static_cast<double>(relation) / 2 - 5;
    t.confidence = confidence;
    t.rule = "clause";
    t.id = fmt::format("{:020x}", i * 0x9E3779B97F4A7C15u);
    return t;
}

std::vector<Triple> read(const std::string& path) {
    std::vector<Triple> out;
    io::Input in(path);
    std::string line;
    while (in.next_line(line) != io::Input::Line::end) {
        char* at = line.data();
        const auto number = [&] { return static_cast<std::uint32_t>(std::strtoul(at, &at, 10)); };
        const std::uint32_t subject = number();
        const std::uint32_t object = number();
        const std::uint32_t relation = number();
        const auto day = static_cast<std::int32_t>(number());
        out.push_back(triple(out.size(), subject, object, relation, day, std::strtod(at, nullptr)));
    }
    return out;
}

}  // namespace

int main(int argc, char** argv) {
    if (argc < 2) {
        fmt::print(stderr, "bench_store EDGES.tsv [FOLDER]\n");
        return 2;
    }
    const ScratchFile file(std::string(argc > 2 ? argv[2] : ".") + "/bench-store.db");
    std::size_t count = 0;
    {
        const auto triples = timed("make triples", 1, [&] { return read(argv[1]); });
        count = triples.size();
        timed("add, durable", count, [&] {
            Store store(file.path(), Store::Use::write);
            StoreWriter writer(store, StoreWriter::Order::matters);
            for (const Triple& t : triples) {
                writer.add(t);
                writer.commit_batch();
            }
            writer.commit();
            return 0;
        });
    }
    fmt::print("{} MB, {:.0f} bytes a triple\n", std::filesystem::file_size(file.path()) / 1000000,
               static_cast<double>(std::filesystem::file_size(file.path())) / static_cast<double>(count));
    const ScratchFile copy(file.path() + ".copy");
    timed("write anew, in order", count, [&] {
        Store store(file.path(), Store::Use::read);
        write_store(store, copy.path());
        return 0;
    });
    {
        const auto facts = timed("open, build the graph over time", count,
                                 [&] { return Chronicle(Store(file.path(), Store::Use::read), Clock::event); });
        const auto finder = timed("and its links, for paths", count,
                                  [&] { return std::make_unique<PathFinder>(facts.over_time(), Filter{}); });
        const TemporalGraph& g = facts.over_time();
        const std::size_t bytes = g.facts().size() * sizeof(Fact) + g.edges().size() * sizeof(EdgeKey) +
                                  g.actors().size() * sizeof(Actor) + finder->bytes();
        fmt::print("{} actors, {} edges, {:.0f} bytes an edge\n", g.actors().size(), g.edges().size(),
                   static_cast<double>(bytes) / static_cast<double>(g.edges().size()));
        std::vector<std::uint32_t> some;
        for (std::size_t i = 0; i < g.facts().size(); i += g.facts().size() / 50) some.push_back(g.facts()[i].evidence);
        (void)timed("and the words of fifty of its observations", 50, [&] { return facts.part(some); });
    }
    const auto graph = timed("open, build the graph with all texts", count,
                             [&] { return Store(file.path(), Store::Use::read).graph(); });
    fmt::print("{} actors, {} edges\n", graph.actors().size(), graph.edges().size());
}
