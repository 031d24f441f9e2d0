// SPDX-License-Identifier: Apache-2.0
#include "graph/timeline.hpp"

#include <algorithm>
#include <functional>
#include <map>

namespace entente {
namespace {

/// Which count of a HistoryStep an edge belongs to.
std::size_t side(const Edge& e) {
    if (e.polarity == Polarity::negated) return 3;
    const int q = e.type ? quad(*e.type) : 0;
    return q == 0 ? 2 : q <= 2 ? 0 : 1;
}

std::uint32_t total(const std::array<std::uint32_t, 4>& counts) { return counts[0] + counts[1] + counts[2] + counts[3]; }

}  // namespace

std::vector<Episode> history(const Graph& graph, std::uint32_t a, std::optional<std::uint32_t> b, Clock clock) {
    std::vector<Episode> out;
    for (const Edge& e : graph.edges()) {
        const bool has_a = e.subject == a || e.object == a;
        const bool has_pair = !b || (e.subject == a && e.object == *b) || (e.subject == *b && e.object == a);
        if (!has_a || !has_pair) continue;
        for (const PackedObservation& o : graph.packed(e)) out.push_back({&e, &o, day_of(o, clock)});
    }
    std::ranges::stable_sort(out, {}, &Episode::day);
    return out;
}

Date begin_of(Date date, Step step) {
    const auto ymd = date.ymd();
    const int year = static_cast<int>(ymd.year());
    switch (step) {
        case Step::day: return date;
        case Step::week: return Date{date.days - (((date.days + 3) % 7) + 7) % 7};  // 1970-01-01 was a Thursday
        case Step::month: return *Date::of(year, static_cast<unsigned>(ymd.month()), 1);
        case Step::year: return *Date::of(year, 1, 1);
    }
    return date;
}

std::vector<HistoryStep> periods(const std::vector<Episode>& history, Step step) {
    std::vector<HistoryStep> out;
    for (const Episode& e : history) {
        if (!e.day) continue;
        const Date begin = begin_of(*e.day, step);
        if (out.empty() || out.back().begin != begin) out.push_back({begin, {}});
        ++out.back().counts[side(*e.edge)];
    }
    return out;
}

std::vector<Alias> aliases(const Graph& graph, std::uint32_t actor) {
    const std::string_view id = graph.actors()[actor].id;
    std::map<std::string_view, std::uint32_t> counts;
    for (const Edge& e : graph.edges()) {
        if (e.subject != actor && e.object != actor) continue;
        for (const Observation& o : graph.evidence(e))
            for (const Party* p : {&o.subject, &o.object})
                if (p->id == id && !p->text.empty()) ++counts[p->text];
    }
    std::vector<Alias> out;
    for (const auto& [text, count] : counts) out.push_back({text, count});
    std::ranges::stable_sort(out, std::greater<>{}, &Alias::count);
    return out;
}

std::vector<Partner> partners(const Graph& graph, std::uint32_t actor) {
    std::map<std::uint32_t, Partner> by_actor;
    for (const Edge& e : graph.edges()) {
        if (e.subject != actor && e.object != actor) continue;
        const std::uint32_t other = e.subject == actor ? e.object : e.subject;
        Partner& p = by_actor[other];
        p.actor = other;
        p.counts[side(e)] += e.weight;
    }
    std::vector<Partner> out;
    for (const auto& [other, partner] : by_actor) out.push_back(partner);
    std::ranges::stable_sort(out, std::greater<>{}, [](const Partner& p) { return total(p.counts); });
    return out;
}

}  // namespace entente
