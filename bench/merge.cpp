// SPDX-License-Identifier: Apache-2.0
// What merging observations into the edges of a graph over time costs, one thread, in memory: bench_merge [OBSERVATIONS
// [ACTORS]]. Actors by Zipf's law (exponent 0.9) and in no order, 22 types, a year of days, as make_graph has them.
#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <ctime>
#include <numeric>
#include <random>

#include "graph/temporal.hpp"

namespace {

using namespace entente;

class Actors {
public:
    explicit Actors(std::size_t count) : sums_(count), numbers_(count) {
        double sum = 0;
        for (std::size_t i = 0; i < count; ++i) sums_[i] = sum += std::pow(static_cast<double>(i + 1), -0.9);
        std::iota(numbers_.begin(), numbers_.end(), 0u);
        std::mt19937 random(2);
        std::shuffle(numbers_.begin(), numbers_.end(), random);
    }
    std::uint32_t one(std::mt19937& random) const {
        const double at = static_cast<double>(random()) / 4294967296.0 * sums_.back();
        return numbers_[static_cast<std::size_t>(std::ranges::lower_bound(sums_, at) - sums_.begin())];
    }

private:
    std::vector<double> sums_;
    std::vector<std::uint32_t> numbers_;
};

std::vector<Sighting> observations(std::size_t count, std::size_t actors) {
    const Actors some(actors);
    std::mt19937 random(1);
    std::vector<Sighting> out(count);
    for (std::uint32_t i = 0; i < count; ++i) {
        out[i].edge = {some.one(random), some.one(random), static_cast<std::uint8_t>(random() % (k_type_count + 1)), {}};
        out[i].fact.day = 18628 + static_cast<std::int32_t>(random() % 365);
        out[i].fact.confidence = static_cast<std::uint16_t>(1 + random() % 998);
        out[i].fact.evidence = i;
    }
    return out;
}

template <class Step>
auto timed(std::string_view what, std::size_t count, Step step) {
    double best = 1e9;
    decltype(step()) result;
    for (int i = 0; i < 5; ++i) {
        result = {};
        const std::clock_t begin = std::clock();
        result = step();
        best = std::min(best, static_cast<double>(std::clock() - begin) / CLOCKS_PER_SEC);
    }
    fmt::print("{:<60}{:>7.3f} s CPU, best of 5 {:>6.1f} M/s\n", what, best, static_cast<double>(count) / best / 1e6);
    return result;
}

}  // namespace

int main(int argc, char** argv) {
    const std::size_t count = argc > 1 ? std::strtoul(argv[1], nullptr, 10) : 10000000;
    const std::size_t actors = argc > 2 ? std::strtoul(argv[2], nullptr, 10) : 50000;
    const auto all = observations(count, actors);
    Merged merged = timed("merge: edges in order, facts by day", count, [&] { return merge(all); });
    fmt::print("{} observations, {} edges\n", merged.facts.size(), merged.edges.size());
    const TemporalGraph graph(std::vector<Actor>(actors), {"news"}, std::move(merged), nullptr);
    (void)timed("count, confidence, first and last day of each edge", count, [&] { return states(graph, Filter{}); });
}
