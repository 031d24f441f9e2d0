// SPDX-License-Identifier: Apache-2.0
// A graph over time is the same whichever way it is made: sorted by hand, from a graph, from a store that is never read whole.
#include <algorithm>
#include <tuple>

#include "graph/chronicle.hpp"
#include "graph/store_writer.hpp"
#include "tests/catch.hpp"
#include "tests/graph/made.hpp"

using namespace entente;

namespace {

Store stored(const std::vector<Triple>& triples) {
    Store store("", Store::Use::fresh);
    StoreWriter writer(store, StoreWriter::Order::does_not);
    for (const Triple& t : triples) writer.add(t);
    writer.commit();
    return store;
}

std::vector<std::string> told(const Actor& a) {
    const auto day = [](const std::optional<Date>& d) { return d ? to_string(*d) : "never"; };
    return {std::string(a.id), std::string(a.label), std::string(a.country), std::string(name(a.kind)),
            std::to_string(a.mentions), day(a.first), day(a.last)};
}

/// All but the number of the evidence, and what order it would give.
auto told(const TemporalGraph& g) {
    std::vector<std::tuple<std::int32_t, std::uint32_t, std::uint32_t, std::int32_t, int, bool, std::vector<std::string>>> out;
    for (const Fact& f : g.facts()) {
        std::vector<std::string> sources;  // of a report with copies, lines in whichever order
        const std::string_view all = g.sources()[f.source];
        for (std::size_t begin = 0; begin <= all.size();) {
            const std::size_t end = std::min(all.find('\n', begin), all.size());
            sources.emplace_back(all.substr(begin, end - begin));
            begin = end + 1;
        }
        std::ranges::sort(sources);
        out.emplace_back(f.day, f.edge, f.confidence, f.goldstein, static_cast<int>(f.status), f.mutual, std::move(sources));
    }
    std::ranges::sort(out);
    return out;
}

auto key(const EdgeKey& e) { return std::make_tuple(e.subject, e.type, e.object, e.polarity); }

std::vector<std::uint32_t> every_third(const TemporalGraph& g) {
    std::vector<std::uint32_t> out;
    for (const Fact& f : g.facts())
        if (f.edge % 3 == 0) out.push_back(f.evidence);
    return out;
}

/// Reports of the same sentence in other papers, a day later.
void add_copies(std::vector<Triple>& all) {
    const std::size_t count = all.size();
    for (std::size_t i = 0; i < count; i += 4) {
        Triple t = all[i];
        t.sentence.text = "the envoys of both sides met in the capital for talks on " + std::to_string(i);
        set_id(t);
        all.push_back(t);
        t.doc += "-copy";
        t.source = "wire/" + t.doc;
        if (t.date) ++t.date->days;
        t.confidence /= 2;
        set_id(t);
        all.push_back(t);
    }
}

}  // namespace

TEST_CASE("merging sightings gives what sorting and numbering them gives") {
    made::Random random(5);
    for (const std::uint32_t actors : {1u, 3u, 300u, 70000u, 4000000000u}) {
        std::vector<Sighting> all(500);
        for (Sighting& s : all) {
            s.edge = {made::below(random, actors), made::below(random, actors),
                      static_cast<std::uint8_t>(made::below(random, k_type_count + 1)), static_cast<Polarity>(made::below(random, 2))};
            if (made::below(random, 4)) s.fact.day = static_cast<std::int32_t>(made::below(random, 40)) - 20;
        }
        std::copy_n(all.begin(), 200, all.begin() + 250);
        for (std::uint32_t i = 0; i < all.size(); ++i) all[i].fact.evidence = i;
        const Merged merged = merge(all);
        std::vector<EdgeKey> edges;
        for (const Sighting& s : all) edges.push_back(s.edge);
        std::ranges::sort(edges, {}, key);
        edges.erase(std::unique(edges.begin(), edges.end(), [](auto& a, auto& b) { return key(a) == key(b); }), edges.end());
        REQUIRE(std::ranges::equal(merged.edges, edges, {}, key, key));
        const auto place = [](const Fact& f) { return std::make_tuple(f.day, f.edge, f.evidence); };
        CHECK(std::ranges::is_sorted(merged.facts, {}, place));
        std::vector<char> seen(all.size());
        for (const Fact& f : merged.facts) {
            CHECK(key(all[f.evidence].edge) == key(merged.edges[f.edge]));
            CHECK(all[f.evidence].fact.day == f.day);
            seen[f.evidence] = 1;
        }
        CHECK(std::ranges::count(seen, 1) == 500);
    }
    CHECK(merge({}).edges.empty());
}

TEST_CASE("a store's graph over time is that of its graph, and so is any part of it") {
    for (std::uint32_t seed = 0; seed < 12; ++seed) {
        auto all = made::triples(seed, 300, {seed % 3 == 0 ? 3u : 8u, seed % 2 == 1, seed % 3 == 0});
        add_copies(all);
        for (const Clock clock : {Clock::event, Clock::reported}) {
            const Chronicle from_store(stored(all), clock);
            const Chronicle from_graph(stored(all).graph(), clock);
            const TemporalGraph& a = from_store.over_time();
            const TemporalGraph& b = from_graph.over_time();
            REQUIRE(std::ranges::equal(a.edges(), b.edges(), {}, key, key));
            REQUIRE(a.actors().size() == b.actors().size());
            for (std::size_t i = 0; i < a.actors().size(); ++i) REQUIRE(told(a.actors()[i]) == told(b.actors()[i]));
            REQUIRE(told(a) == told(b));
            const Graph x = from_store.part(every_third(a));
            const Graph y = from_graph.part(every_third(b));
            REQUIRE(std::ranges::equal(x.observations(), y.observations()));
        }
    }
}

TEST_CASE("an empty store has an empty graph over time") {
    const Chronicle chronicle(Store("", Store::Use::fresh), Clock::event);
    CHECK(chronicle.over_time().facts().empty());
    CHECK(chronicle.part({}).edges().empty());
}
