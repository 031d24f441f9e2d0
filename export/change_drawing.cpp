// SPDX-License-Identifier: Apache-2.0
#include "export/change_drawing.hpp"

#include <algorithm>
#include <iterator>
#include <tuple>

namespace entente {
namespace {

using Key = std::tuple<std::string_view, unsigned, std::string_view, Polarity>;
using Keyed = std::pair<Key, const EdgeChange*>;

Key key(const Graph& graph, const Edge& e) {
    return {graph.subject(e).id, rank(e.type), graph.object(e).id, e.polarity};
}

std::vector<Keyed> by_key(const Graph& before, const Graph& after, std::span<const EdgeChange* const> changes) {
    std::vector<Keyed> out;
    out.reserve(changes.size());
    for (const EdgeChange* c : changes)
        out.emplace_back(c->in_after != k_no_edge ? key(after, after.edges()[c->in_after])
                                                  : key(before, before.edges()[c->in_before]), c);
    std::ranges::sort(out, {}, &Keyed::first);
    return out;
}

const EdgeChange* change_of(const std::vector<Keyed>& changes, const Key& key) {
    const auto found = std::ranges::lower_bound(changes, key, {}, &Keyed::first);
    return found != changes.end() && found->first == key ? found->second : nullptr;
}

Graph part_with(const Graph& both, const std::vector<Keyed>& changes) {
    std::vector<PackedObservation> kept;
    for (const Edge& e : both.edges())
        if (change_of(changes, key(both, e))) std::ranges::copy(both.packed(e), std::back_inserter(kept));
    return {std::move(kept), both.archive()};
}

Columns edge_columns(const Graph& graph, const std::vector<Keyed>& changes) {
    std::vector<std::string_view> what;
    std::vector<std::uint32_t> before;
    std::vector<std::uint32_t> after;
    std::vector<double> weight;
    Columns out;
    for (const Edge& e : graph.edges()) {
        const EdgeChange& c = *change_of(changes, key(graph, e));
        what.push_back(name(c.what));
        before.push_back(c.before);
        after.push_back(c.after);
        weight.push_back(c.weight);
        out.colours.push_back(colour(c.what));
    }
    out.list = {{"change", std::move(what)},
                {"before", std::move(before)},
                {"after", std::move(after)},
                {"change_weight", std::move(weight)}};
    return out;
}

Columns actor_columns(const Graph& graph, const Graph& before, const Graph& after, const GraphDiff& diff) {
    std::vector<std::string_view> what(graph.actors().size(), name(Development::same));
    Columns out;
    out.colours.assign(what.size(), colour(Development::steady));
    const ActorChanges changes = actor_changes(before, after, diff);
    const auto mark = [&](const Graph& in, const std::vector<std::uint32_t>& actors, std::string_view change, Development as) {
        for (const auto a : actors)
            if (const auto at = graph.find(in.actors()[a].id)) what[*at] = change, out.colours[*at] = colour(as);
    };
    mark(after, changes.fresh, "new", Development::fresh);
    mark(before, changes.vanished, "vanished", Development::quiet);
    out.list = {{"change", std::move(what)}};
    return out;
}

}  // namespace

Colour colour(Development what) {
    constexpr Colour colours[] = {{0xc4, 0xc8, 0xcd},   // same
                                  {0x00, 0x86, 0x5f},   // fresh
                                  {0x56, 0xb4, 0xe9},   // renewed
                                  {0xd1, 0x8b, 0x00},   // intensified
                                  {0xf0, 0xd2, 0x8a},   // weakened
                                  {0xb0, 0x48, 0x9a},   // quiet
                                  {0xc5, 0x3f, 0x06},   // reversed
                                  {0x8a, 0x8f, 0x96}};  // steady
    return colours[static_cast<std::size_t>(what)];
}

ChangeDrawing draw_changes(const Graph& both, const Graph& before, const Graph& after, const GraphDiff& diff,
                           std::span<const EdgeChange* const> changes) {
    const auto keyed = by_key(before, after, changes);
    ChangeDrawing out;
    out.graph = part_with(both, keyed);
    out.of_actors = actor_columns(out.graph, before, after, diff);
    out.of_edges = edge_columns(out.graph, keyed);
    return out;
}

}  // namespace entente
