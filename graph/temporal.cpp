// SPDX-License-Identifier: Apache-2.0
#include "graph/temporal.hpp"

#include <algorithm>
#include <cmath>
#include <tuple>
#include <unordered_map>

#include "graph/copies.hpp"

namespace entente {
namespace {

constexpr std::int32_t k_forever = std::numeric_limits<std::int32_t>::max();

/// Numbers interned texts in the order in which they come.
class Numbers {
public:
    explicit Numbers(std::vector<std::string_view>& texts) : texts_(texts) {}
    std::uint32_t operator()(std::string_view text) {
        const auto [it, is_new] = known_.try_emplace(text.data(), static_cast<std::uint32_t>(texts_.size()));
        if (is_new) texts_.push_back(text);
        return it->second;
    }

private:
    std::vector<std::string_view>& texts_;
    std::unordered_map<const char*, std::uint32_t> known_;
};

std::int16_t thousandths(double value) { return static_cast<std::int16_t>(std::lround(value * 1000)); }

Fact fact_of(const Observation& o, Clock clock) {
    Fact f;
    if (const auto day = day_of(o, clock)) f.day = day->days;
    f.confidence = static_cast<std::uint16_t>(thousandths(o.confidence));
    f.goldstein = thousandths(o.goldstein);
    f.status = o.status;
    f.mutual = o.mutual;
    return f;
}

/// Where it was published: its source, or where there are copies a line for each.
std::string_view all_sources(const Observation& o, StringPool& pool) {
    if (o.copies.empty()) return o.source;
    std::string lines(o.source);
    for (const Publication& p : publications(o)) (lines += '\n') += p.source;
    return pool.intern(lines);
}

}  // namespace

TemporalGraph::TemporalGraph(const Graph& graph, Clock clock)
    : pool_(graph.pool()), actors_(graph.actors().begin(), graph.actors().end()) {
    Numbers number(sources_);
    const auto joined = std::make_shared<StringPool>();
    joined_ = joined;
    edges_.reserve(graph.edges().size());
    facts_.reserve(graph.observations().size());
    for (const Edge& e : graph.edges()) {
        for (std::uint32_t i = e.evidence_begin; i < e.evidence_begin + e.weight; ++i) {
            Fact& f = facts_.emplace_back(fact_of(graph.observations()[i], clock));
            f.edge = static_cast<std::uint32_t>(edges_.size());
            f.source = number(all_sources(graph.observations()[i], *joined));
            f.evidence = i;
        }
        edges_.push_back({e.subject, e.object, static_cast<std::uint8_t>(rank(e.type)), e.polarity});
    }
    sort_facts();
}

TemporalGraph::TemporalGraph(std::vector<Actor> actors, std::vector<EdgeKey> edges,
                             std::vector<std::string_view> sources, std::vector<Fact> facts,
                             std::shared_ptr<const StringPool> pool)
    : pool_(std::move(pool)),
      actors_(std::move(actors)),
      edges_(std::move(edges)),
      sources_(std::move(sources)),
      facts_(std::move(facts)) {
    sort_facts();
}

void TemporalGraph::sort_facts() {
    std::ranges::sort(facts_, {}, [](const Fact& f) { return std::make_tuple(f.day, f.edge, f.evidence); });
}

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

std::vector<EdgeState> states(const TemporalGraph& graph, const Filter& filter) {
    std::vector<EdgeState> out(graph.edges().size());
    for_each_fact(graph, filter, [&](const Fact& f) { out[f.edge].add(f); });
    for (EdgeState& s : out)
        if (s.weight < filter.min_weight || (filter.min_confidence > 0 && s.confidence() < filter.min_confidence)) s = {};
    return out;
}

}  // namespace entente
