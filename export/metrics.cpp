// SPDX-License-Identifier: Apache-2.0
#include "export/metrics.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <numeric>

#include "export/text.hpp"
#include "graph/evidence_json.hpp"

namespace entente {
namespace {

constexpr std::size_t k_members = 6;  // of a community that are named

/// To six decimals: the last digits of a sum of thousands are noise.
double rounded(double value) { return std::round(value * 1e6) / 1e6; }

std::vector<std::uint32_t> by_pagerank(const Metrics& m) {
    std::vector<std::uint32_t> order(m.pagerank.size());
    std::iota(order.begin(), order.end(), 0u);
    std::ranges::stable_sort(order, std::greater<>{}, [&](std::uint32_t a) { return rounded(m.pagerank[a]); });
    return order;
}

std::string label_of(const Graph& graph, std::uint32_t actor) { return printable(graph.actors()[actor].label); }

void append_communities(std::string& out, const Graph& graph, const Metrics& m, const std::vector<std::uint32_t>& order,
                        std::size_t top) {
    const std::uint32_t count = m.community.empty() ? 0 : std::ranges::max(m.community) + 1;
    std::vector<std::uint32_t> sizes(count);
    std::vector<std::string> names(std::min<std::size_t>(count, top));
    std::vector<std::size_t> named(names.size());
    for (const auto a : order) {
        const std::uint32_t c = m.community[a];
        ++sizes[c];
        if (c >= names.size() || named[c]++ >= k_members) continue;
        names[c] += (names[c].empty() ? "" : ", ") + label_of(graph, a);
    }
    out += fmt::format("\n{:<9} {:>6}  chief actors\n", "community", "actors");
    for (std::size_t c = 0; c < names.size(); ++c) out += fmt::format("{:<9} {:>6}  {}\n", c, sizes[c], names[c]);
    if (names.size() < count) out += fmt::format("and {} more\n", count - names.size());
}

}  // namespace

void append_metrics(std::string& out, const Graph& graph, const Metrics& m, std::size_t top) {
    const auto order = by_pagerank(m);
    const std::size_t shown = std::min(order.size(), top);
    std::size_t width = 5;
    for (std::size_t i = 0; i < shown; ++i) width = std::clamp(columns(label_of(graph, order[i])), width, std::size_t{36});
    out += fmt::format("{} {:>9} {:>12} {:>9} {:>6} {:>5} {:>9}\n", fitted("actor", width), "pagerank",
                       m.is_sampled ? "~betweenness" : "betweenness", "strength", "degree", "core", "community");
    for (std::size_t i = 0; i < shown; ++i) {
        const auto a = order[i];
        out += fmt::format("{} {:>9.5f} {:>12.5f} {:>9} {:>6} {:>5} {:>9}\n", fitted(label_of(graph, a), width), m.pagerank[a],
                           m.betweenness[a], m.strength[a], m.degree[a], m.core[a], m.community[a]);
    }
    append_communities(out, graph, m, order, top);
}

std::vector<Column> metric_columns(const Metrics& m) {
    const auto shares = [](std::vector<double> values) {
        std::ranges::transform(values, values.begin(), rounded);
        return values;
    };
    return {{"degree", m.degree}, {"strength", m.strength}, {"pagerank", shares(m.pagerank)},
            {"betweenness", shares(m.betweenness)}, {"core", m.core}, {"community", m.community}};
}

void append_metrics_json(std::string& out, const Graph& graph, const Metrics& m) {
    const auto columns = metric_columns(m);
    out += '[';
    for (std::size_t a = 0; a < graph.actors().size(); ++a) {
        out += a ? ",{\"id\":" : "{\"id\":";
        append_json_string(out, graph.actors()[a].id);
        for (const Column& c : columns) out += fmt::format(",\"{}\":{}", c.name, c.json(a));
        out += '}';
    }
    out += ']';
}

}  // namespace entente
