// SPDX-License-Identifier: Apache-2.0
// What paths and diffs cost on a made-up graph of a size that years of news reach: make_graph 1000000 50000 365 42 |
// bench_queries. Input: lines of source, target, relation, day, confidence, as bench/peers.py reads them too.
#include <fmt/format.h>

#include <algorithm>
#include <cstdio>
#include <ctime>
#include <map>
#include <random>

#include "graph/diff.hpp"
#include "graph/paths.hpp"

namespace {

using namespace entente;

constexpr std::int32_t k_first_day = 18628;  // 2021-01-01

double milliseconds() { return 1e3 * static_cast<double>(std::clock()) / CLOCKS_PER_SEC; }

template <class Step>
auto timed(std::string_view what, Step step) {
    const double begin = milliseconds();
    auto result = step();
    fmt::print("{:<52}{:>10.2f} ms CPU\n", what, milliseconds() - begin);
    return result;
}

struct Line {
    std::uint32_t from, to, type;
    std::int32_t day;
    std::uint16_t confidence;
};

std::vector<Line> read_lines() {
    std::vector<Line> lines;
    Line l{};
    double confidence = 0;
    while (std::scanf("%u %u %u %d %lf", &l.from, &l.to, &l.type, &l.day, &confidence) == 5) {
        l.type = std::min<std::uint32_t>(l.type, k_type_count);
        l.confidence = static_cast<std::uint16_t>(confidence * 1000 + 0.5);
        lines.push_back(l);
    }
    return lines;
}

TemporalGraph temporal_graph(const std::vector<Line>& lines) {
    auto pool = std::make_shared<StringPool>();
    std::vector<std::uint32_t> numbers;
    for (const Line& l : lines) numbers.insert(numbers.end(), {l.from, l.to});
    std::ranges::sort(numbers);
    numbers.erase(std::unique(numbers.begin(), numbers.end()), numbers.end());
    const auto actor = [&](std::uint32_t n) {
        return static_cast<std::uint32_t>(std::ranges::lower_bound(numbers, n) - numbers.begin());
    };
    std::vector<Actor> actors;
    for (const auto n : numbers) {
        Actor& a = actors.emplace_back();
        a.id = a.label = pool->intern(fmt::format("actor-{:06}", n));
    }
    std::vector<Sighting> sightings;
    for (std::uint32_t i = 0; i < lines.size(); ++i) {
        const Line& l = lines[i];
        Sighting& s = sightings.emplace_back();
        s.edge = {actor(l.from), actor(l.to), static_cast<std::uint8_t>(l.type), {}};
        s.fact.day = k_first_day + l.day;
        s.fact.evidence = i;
        s.fact.confidence = l.confidence;
    }
    return {std::move(actors), {"news"}, merge(sightings), std::move(pool)};
}

/// Pairs of actors that are connected at all, the same ones every time.
std::vector<PathQuery> some_pairs(const PathFinder& finder, std::size_t actors, std::size_t count) {
    std::mt19937 random(7);
    std::vector<PathQuery> out;
    while (out.size() < count) {
        PathQuery q;
        q.from = static_cast<std::uint32_t>(random() % actors);
        q.to = static_cast<std::uint32_t>(random() % actors);
        q.count = 10;
        if (q.from != q.to && !finder.shortest(q.from, q.to).empty()) out.push_back(q);
    }
    return out;
}

template <class Ask>
void each(std::string_view what, const std::vector<PathQuery>& queries, Ask ask) {
    std::vector<double> times;
    std::size_t found = 0;
    for (const PathQuery& q : queries) {
        const double begin = milliseconds();
        found += ask(q);
        times.push_back(milliseconds() - begin);
    }
    std::ranges::sort(times);
    double sum = 0;
    for (const double t : times) sum += t;
    const auto at = [&](double share) { return times[static_cast<std::size_t>(share * static_cast<double>(times.size() - 1))]; };
    fmt::print("{:<52}{:>10.3f} ms mean, {:.3f} median, {:.3f} p99  ({} found)\n", what,
               sum / static_cast<double>(times.size()), at(0.5), at(0.99), found);
}

}  // namespace

int main() {
    const auto lines = timed("read the lines", read_lines);
    const TemporalGraph graph = timed("graph over time", [&] { return temporal_graph(lines); });
    const auto finder = timed("links", [&] { return std::make_unique<PathFinder>(graph, Filter{}); });
    const std::size_t own = graph.facts().size() * sizeof(Fact) + graph.edges().size() * sizeof(EdgeKey) +
                            graph.actors().size() * sizeof(Actor);
    fmt::print("{} actors, {} edges, {} facts; {:.0f} + {:.0f} bytes an edge\n", graph.actors().size(),
               graph.edges().size(), graph.facts().size(),
               static_cast<double>(own) / static_cast<double>(graph.edges().size()),
               static_cast<double>(finder->bytes()) / static_cast<double>(graph.edges().size()));
    const auto queries = some_pairs(*finder, graph.actors().size(), 300);
    each("shortest path, a pair", queries, [&](const PathQuery& q) { return !finder->shortest(q.from, q.to).empty(); });
    each("ten best simple paths, by hops", queries, [&](const PathQuery& q) { return finder->best(q).size(); });
    PathOptions options;
    options.weighting = Weighting::confidence;
    const PathFinder by_confidence(graph, {}, options);
    each("ten best simple paths, by confidence", queries, [&](const PathQuery& q) { return by_confidence.best(q).size(); });
    options = {};
    options.time_respecting = true;
    const PathFinder over_time(graph, {}, options);
    each("earliest time-respecting path", queries, [&](PathQuery q) {
        q.count = 1;
        return over_time.best(q).size();
    });
    const auto states = [&](std::string_view what, std::int32_t first, std::int32_t second, int window) {
        const auto changes = timed(what, [&] {
            return diff(graph, state_at(Date{k_first_day + first}, window), state_at(Date{k_first_day + second}, window));
        });
        fmt::print("  {} edges, {} observations differ\n", changes.changes.size(), changes.evidence.size());
    };
    states("diff of two dates, window 30 days", 180, 210, 30);
    states("diff of two dates, a day apart", 180, 181, 30);
    states("diff of two dates, all before each", 330, 360, 1000);
}
