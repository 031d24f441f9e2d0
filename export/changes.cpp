// SPDX-License-Identifier: Apache-2.0
#include "export/changes.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <map>

namespace entente {
namespace {

constexpr std::size_t k_developments = 8;
constexpr std::size_t k_listed = 5;  // actors in a summary

const Graph& graph_of(const Graph& before, const Graph& after, const EdgeChange& c) {
    return c.in_after != k_no_edge ? after : before;
}

const Edge& edge_of(const Graph& before, const Graph& after, const EdgeChange& c) {
    return c.in_after != k_no_edge ? after.edges()[c.in_after] : before.edges()[c.in_before];
}

std::vector<Observation> chosen(const Graph& graph, std::span<const std::uint32_t> indices) {
    std::vector<Observation> out;
    for (const auto i : indices) out.push_back(unpack(graph.packed()[i]));
    return out;
}

/// "2021-08-15 .. 2021-08-30"
std::string range_of(const std::vector<Observation>& evidence) {
    std::optional<Date> first;
    std::optional<Date> last;
    for (const Observation& o : evidence) {
        if (!o.date) continue;
        first = first ? std::min(*first, *o.date) : *o.date;
        last = last ? std::max(*last, *o.date) : *o.date;
    }
    if (!first) return "";
    return *first == *last ? to_string(*first) : fmt::format("{} .. {}", to_string(*first), to_string(*last));
}

/// Of the surest sentence.
std::string_view phrase_of(const std::vector<Observation>& evidence) {
    const auto best = std::ranges::max_element(evidence, {}, &Observation::confidence);
    return best == evidence.end() ? std::string_view{} : best->phrase;
}

std::string listed(const Graph& graph, const std::vector<std::uint32_t>& actors) {
    std::string out;
    for (std::size_t i = 0; i < std::min(actors.size(), k_listed); ++i)
        out += fmt::format("{}{}", i ? ", " : ": ", printable(graph.actors()[actors[i]].label));
    return out + (actors.size() > k_listed ? ", …" : "");
}

void by_mentions(const Graph& graph, std::vector<std::uint32_t>& actors) {
    std::ranges::stable_sort(actors, std::greater<>{}, [&](std::uint32_t a) { return graph.actors()[a].mentions; });
}

using Counts = std::array<std::size_t, k_developments>;

std::string count_list(const Counts& counts) {
    std::string out;
    for (std::size_t i = 0; i < counts.size(); ++i)
        if (counts[i] > 0) out += fmt::format("{}{} {}", out.empty() ? "" : ", ", counts[i], name(static_cast<Development>(i)));
    return out.empty() ? "none" : out;
}

}  // namespace

std::size_t change_width(const Graph& before, const Graph& after, const EdgeChange& c) {
    return pair_width(graph_of(before, after, c), edge_of(before, after, c));
}

void append_change(std::string& out, const Graph& before, const Graph& after, const GraphDiff& diff,
                   const EdgeChange& c, const ChangeStyle& style) {
    const Graph& graph = graph_of(before, after, c);
    const Edge& edge = edge_of(before, after, c);
    const auto lost = chosen(before, diff.lost(c));
    const auto gained = chosen(after, diff.gained(c));
    const auto& telling = gained.empty() ? lost : gained;
    const std::string phrase(style.brief ? "" : phrase_of(telling));
    const std::string line = fmt::format("{} {}  {:<14} {:>3}x -> {:>3}x  {:<11}  {:>6.1f}  {:<24}{}", c.sign(),
                                         pair_line(graph, edge, style.text, style.pair_width), class_name(edge), c.before,
                                         c.after, name(c.what), c.weight, range_of(telling),
                                         phrase.empty() ? "" : fmt::format("  \"{}\"", printable(phrase)));
    out += line.substr(0, line.find_last_not_of(' ') + 1) + '\n';
    if (style.brief) return;
    append_evidence(out, lost, 4, "- ", style.text);
    append_evidence(out, gained, 4, "+ ", style.text);
}

void append_summary(std::string& out, const Graph& before, const Graph& after, const GraphDiff& diff) {
    Counts all{};
    std::map<unsigned, Counts> by_type;
    std::map<std::string_view, std::pair<double, std::string_view>> by_actor;  // id → weight of change, label
    for (const EdgeChange& c : diff.changes) {
        const Graph& graph = graph_of(before, after, c);
        const Edge& e = edge_of(before, after, c);
        ++all[static_cast<std::size_t>(c.what)];
        if (c.sign() == ' ') continue;
        ++by_type.try_emplace(rank(e.type)).first->second[static_cast<std::size_t>(c.what)];
        for (const Actor* a : {&graph.subject(e), &graph.object(e)}) {
            auto& entry = by_actor[a->id];
            entry.first += c.weight;
            entry.second = a->label;
        }
    }
    out += fmt::format("relations: {}\n", count_list(all));
    for (const auto& [type, counts] : by_type)
        out += fmt::format("  {:<14}{}\n", type_name(type < k_type_count ? std::optional(static_cast<Type>(type)) : std::nullopt),
                           count_list(counts));
    std::vector<std::pair<double, std::string_view>> actors;
    for (const auto& [id, entry] : by_actor) actors.push_back(entry);
    std::ranges::stable_sort(actors, std::greater<>{}, &std::pair<double, std::string_view>::first);
    out += "most changed:";
    for (std::size_t i = 0; i < std::min(actors.size(), k_listed); ++i)
        out += fmt::format("{} {} {:.1f}", i ? "," : "", printable(actors[i].second), actors[i].first);
    ActorChanges changed = actor_changes(before, after, diff);
    by_mentions(after, changed.fresh);
    by_mentions(before, changed.vanished);
    out += fmt::format("\nactors: {} new{}\nactors: {} vanished{}\n", changed.fresh.size(), listed(after, changed.fresh),
                       changed.vanished.size(), listed(before, changed.vanished));
}

}  // namespace entente
