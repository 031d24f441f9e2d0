// SPDX-License-Identifier: Apache-2.0
// What writing a graph costs, format by format: bench_export EDGES.tsv [FOLDER [FORMAT]]. The table has no head and five columns:
// subject, object, relation (numbers), day, confidence. Files go to FOLDER, without one
// (or "") to /dev/null.
#include <fmt/format.h>
#include <malloc.h>
#include <sys/resource.h>

#include <ctime>
#include <fstream>
#include <string>

#include "export/formats.hpp"
#include "export/layout.hpp"
#include "graph/builder.hpp"

namespace {

using namespace entente;

Mention actor(unsigned number) {
    Mention m;
    m.id = fmt::format("actor-{}", number);
    m.label = m.text = fmt::format("Actor {}", number);
    m.kind = static_cast<Kind>(number % 9);
    return m;
}

/// 24 relations: the ontology's types, no type, and two denied ones.
Graph read(const char* path) {
    std::ifstream in(path);
    GraphBuilder builder;
    unsigned subject = 0, object = 0, relation = 0, day = 0;
    Triple t;
    for (std::size_t i = 0; in >> subject >> object >> relation >> day >> t.confidence; ++i) {
        t.id = fmt::format("{:020x}", i);
        t.doc = fmt::format("d{}", i / 8);
        t.source = "news";
        t.date = Date{18628 + static_cast<int>(day)};
        t.subject = actor(subject);
        t.object = actor(object);
        t.relation.text = fmt::format("did {} to", relation);
        t.relation.type = relation == k_type_count ? std::nullopt : std::optional(static_cast<Type>(relation % 22));
        t.polarity = relation > k_type_count ? Polarity::negated : Polarity::affirmed;
        t.relation.goldstein = relation % 21 - 10.0;
        builder.add(t);
    }
    return builder.finish();
}

double cpu() {
    rusage usage{};
    getrusage(RUSAGE_SELF, &usage);
    return static_cast<double>(usage.ru_utime.tv_sec + usage.ru_stime.tv_sec) +
           static_cast<double>(usage.ru_utime.tv_usec + usage.ru_stime.tv_usec) / 1e6;
}

/// In MiB, since the last call of forget_peak().
long peak() {
    std::ifstream status("/proc/self/status");
    for (std::string word; status >> word;)
        if (word == "VmHWM:") {
            status >> word;
            return std::stol(word) / 1024;
        }
    return 0;
}

/// What was freed before goes back first, or it would hide what is used now.
void forget_peak() {
    malloc_trim(0);
    std::ofstream("/proc/self/clear_refs") << 5;
}

template <class Step>
void measure(std::string_view what, Step step) {
    double best = 1e9;
    forget_peak();
    const long before = peak();
    for (int i = 0; i < 3; ++i) {
        const double start = cpu();
        step();
        best = std::min(best, cpu() - start);
    }
    fmt::print("{:<12}{:>8.0f} ms CPU, best of 3   {:>5} MiB beyond the graph\n", what, best * 1e3, peak() - before);
}

}  // namespace

int main(int argc, char** argv) {
    if (argc < 2) return fmt::print(stderr, "bench_export EDGES.tsv [FOLDER [FORMAT]]\n"), 2;
    const Graph graph = read(argv[1]);
    fmt::print("{} actors, {} edges, {} observations\n", graph.actors().size(), graph.edges().size(),
               graph.observations().size());
    measure("layout", [&] { static_cast<void>(layout(graph)); });
    for (const Format& f : formats()) {
        if (argc > 3 && f.name != argv[3]) continue;
        const std::string path = argc > 2 && argv[2][0] ? fmt::format("{}/g{}", argv[2], f.suffix) : "/dev/null";
        measure(f.name, [&] { export_graph(graph, f, path); });
    }
}
