// SPDX-License-Identifier: Apache-2.0
#include "graph/temporal.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <unordered_map>

#include "graph/copies.hpp"

namespace entente {
namespace {

constexpr std::int32_t k_forever = std::numeric_limits<std::int32_t>::max();

/// Numbers where observations were published in the order in which they come.
class SourceNumbers {
public:
    SourceNumbers(const Graph& graph, std::vector<std::string_view>& sources, StringPool& joined)
        : sources_(sources), joined_(joined), by_report_(graph.archive() ? graph.archive()->reports() : 0, k_new) {}
    std::uint32_t operator()(const PackedObservation& o) {
        if (o.has_copies()) return of(all_sources(o));
        std::uint32_t& number = by_report_[o.report->number];
        if (number == k_new) number = of(o.report->source);
        return number;
    }

private:
    std::uint32_t of(std::string_view text) {
        const auto [it, is_new] = by_text_.try_emplace(text, static_cast<std::uint32_t>(sources_.size()));
        if (is_new) sources_.push_back(text);
        return it->second;
    }

    /// A line for each.
    std::string_view all_sources(const PackedObservation& o) {
        std::string lines(o.report->source);
        for (const Publication& p : publications(o)) (lines += '\n') += p.source;
        return joined_.intern(lines);
    }

    static constexpr std::uint32_t k_new = 0xFFFFFFFF;
    std::vector<std::string_view>& sources_;
    StringPool& joined_;
    std::vector<std::uint32_t> by_report_;
    std::unordered_map<std::string_view, std::uint32_t> by_text_;
};

Fact fact_of(const PackedObservation& o, Clock clock) {
    Fact f;
    if (const auto day = day_of(o, clock)) f.day = day->days;
    f.confidence = static_cast<std::uint16_t>(o.confidence);
    f.goldstein = o.goldstein;
    f.status = o.status();
    f.mutual = o.is_mutual();
    return f;
}

}  // namespace

TemporalGraph::TemporalGraph(const Graph& graph, Clock clock)
    : texts_(graph.archive()), actors_(graph.actors().begin(), graph.actors().end()) {
    const auto joined = std::make_shared<StringPool>();
    joined_ = joined;
    SourceNumbers number(graph, sources_, *joined);
    edges_.reserve(graph.edges().size());
    facts_.reserve(graph.observations().size());
    for (const Edge& e : graph.edges()) {
        for (std::uint32_t i = e.evidence_begin; i < e.evidence_begin + e.weight; ++i) {
            Fact& f = facts_.emplace_back(fact_of(graph.packed()[i], clock));
            f.edge = static_cast<std::uint32_t>(edges_.size());
            f.source = number(graph.packed()[i]);
            f.evidence = i;
        }
        edges_.push_back({e.subject, e.object, static_cast<std::uint8_t>(rank(e.type)), e.polarity});
    }
    facts_ = by_day(facts_);
}

TemporalGraph::TemporalGraph(std::vector<Actor> actors, std::vector<std::string_view> sources, Merged merged,
                             std::shared_ptr<const void> texts)
    : texts_(std::move(texts)),
      actors_(std::move(actors)),
      edges_(std::move(merged.edges)),
      sources_(std::move(sources)),
      facts_(std::move(merged.facts)) {}

std::span<const Fact> TemporalGraph::within(std::int32_t from, std::int32_t to) const {
    const auto begin = std::ranges::lower_bound(facts_, from, {}, &Fact::day);
    return {begin, std::lower_bound(begin, facts_.end(), to, [](const Fact& f, std::int32_t day) { return f.day < day; })};
}

std::span<const Fact> TemporalGraph::within(const Filter& filter) const {
    if (!filter.from && !filter.to) return facts_;
    return within(filter.from ? filter.from->days : k_undated + 1, filter.to ? filter.to->days : k_forever);
}

FactTest::FactTest(const TemporalGraph& graph, const Filter& filter) {
    const auto kind = [&](std::uint32_t actor) { return graph.actors()[actor].kind; };
    if (filter.is_of_edges()) edges_.reserve(graph.edges().size());
    for (const EdgeKey& e : filter.is_of_edges() ? graph.edges() : std::span<const EdgeKey>())
        edges_.push_back(filter.takes(e.type_of(), e.polarity) && filter.takes_kinds(kind(e.subject), kind(e.object)));
    if (!filter.sources.empty())
        for (const std::string_view source : graph.sources()) sources_.push_back(filter.takes_source(source));
    for (std::size_t i = 0; i < 4; ++i) statuses_[i] = filter.takes_status(static_cast<Status>(i));
}

double EdgeState::confidence() const { return std::min(std::round((1 - doubt) * 1000) / 1000, 0.999); }

void EdgeState::add(const Fact& fact) {
    ++weight;
    doubt *= 1 - fact.confidence / 1000.0;
    goldstein += fact.goldstein;
    symmetric |= fact.mutual;
    if (fact.day == k_undated) return;
    first = first == k_undated ? fact.day : std::min(first, fact.day);
    last = std::max(last, fact.day);
}

namespace {

/// Of the so many most mentioned actors (of equals the first): as restrict() has it.
std::vector<char> top_actors(const TemporalGraph& graph, const std::vector<EdgeState>& states, std::uint32_t top) {
    std::vector<std::uint32_t> mentions(graph.actors().size());
    for (std::size_t e = 0; e < states.size(); ++e)
        for (const auto actor : {graph.edges()[e].subject, graph.edges()[e].object}) mentions[actor] += states[e].weight;
    std::vector<std::uint32_t> order(mentions.size());
    std::iota(order.begin(), order.end(), 0u);
    std::ranges::stable_sort(order, std::greater<>{}, [&](std::uint32_t a) { return mentions[a]; });
    std::vector<char> out(order.size());
    for (std::size_t i = 0; i < std::min<std::size_t>(top, order.size()); ++i) out[order[i]] = 1;
    return out;
}

}  // namespace

std::vector<EdgeState> states(const TemporalGraph& graph, const Filter& filter) {
    std::vector<EdgeState> out(graph.edges().size());
    for_each_fact(graph, filter, [&](const Fact& f) { out[f.edge].add(f); });
    for (EdgeState& s : out)
        if (s.weight < filter.min_weight || (filter.min_confidence > 0 && s.confidence() < filter.min_confidence)) s = {};
    if (filter.top == 0) return out;
    const auto is_top = top_actors(graph, out, filter.top);
    for (std::size_t e = 0; e < out.size(); ++e)
        if (!is_top[graph.edges()[e].subject] || !is_top[graph.edges()[e].object]) out[e] = {};
    return out;
}

}  // namespace entente
