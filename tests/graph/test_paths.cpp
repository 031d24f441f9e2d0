// SPDX-License-Identifier: Apache-2.0
// The best paths against all paths, which are enumerated and ranked here a second time.
#include <algorithm>
#include <cmath>
#include <functional>
#include <map>

#include "graph/paths.hpp"
#include "tests/catch.hpp"
#include "tests/graph/made.hpp"

using namespace entente;
using made::stated;

namespace {

using Route = std::vector<std::uint32_t>;
using Pair = std::pair<std::uint32_t, std::uint32_t>;

/// What there is between two actors, from the graph's edges.
struct Between {
    std::vector<std::uint32_t> affirmed;
    double confidence = 0;
    double weight = 0;
    std::int32_t last = k_undated;
    std::vector<std::int32_t> days;
};

/// All links of a graph, the slow way.
std::map<Pair, Between> links_of(const Graph& g, bool undirected) {
    std::map<Pair, Between> links;
    for (std::uint32_t i = 0; i < g.edges().size(); ++i) {
        const Edge& e = g.edges()[i];
        if (e.subject == e.object || e.polarity == Polarity::negated) continue;
        const auto add = [&](Pair pair) {
            Between& b = links[pair];
            b.affirmed.push_back(i);
            b.confidence = std::max(b.confidence, e.confidence);
            b.weight += e.weight;
            if (e.last) b.last = std::max(b.last, e.last->days);
            for (const Date d : g.days(e)) b.days.push_back(d.days);
        };
        add({e.subject, e.object});
        if (undirected || e.symmetric) add({e.object, e.subject});
    }
    for (auto& [pair, b] : links) std::ranges::sort(b.days);
    return links;
}

std::vector<Route> all_routes(const std::map<Pair, Between>& links, const PathQuery& q) {
    std::vector<Route> out;
    Route route{q.from};
    const std::function<void()> walk = [&] {
        const auto at = route.back();
        if (at == q.to) return out.push_back(route);
        if (route.size() > q.max_hops) return;
        for (auto it = links.lower_bound({at, 0}); it != links.end() && it->first.first == at; ++it) {
            const auto next = it->first.second;
            if (std::ranges::find(route, next) != route.end()) continue;
            if (next != q.to && !q.not_through.empty() && q.not_through[next]) continue;
            route.push_back(next);
            walk();
            route.pop_back();
        }
    };
    walk();
    return out;
}

bool meets(const Graph& g, const std::map<Pair, Between>& links, const Route& route, const Requirement& wanted) {
    for (std::size_t i = 0; i + 1 < route.size(); ++i) {
        if (wanted.type)
            for (const auto e : links.at({route[i], route[i + 1]}).affirmed)
                if (g.edges()[e].type == *wanted.type) return true;
        if (!wanted.type && i > 0 && wanted.actors[route[i]]) return true;
    }
    return false;
}

long long millionths(double x) { return std::llround(x * 1e6); }

/// What a link costs: the length, then what decides between equals.
std::pair<long long, long long> cost(const Between& b, const PathOptions& options, std::int32_t today, double hub) {
    const double doubt = -std::log(std::max(b.confidence, 1e-3));
    const double age = b.last == k_undated ? 36500 : today - b.last;
    switch (options.weighting) {
        case Weighting::hops: return {millionths(1 + hub), 1 + millionths(doubt)};
        case Weighting::confidence: return {millionths(doubt + hub), 1};
        case Weighting::recency: return {millionths(1 + age / 30 + hub), 1 + millionths(doubt)};
        case Weighting::strength: return {millionths(1 / b.weight + hub), 1 + millionths(doubt)};
    }
    return {};
}

/// The routes in the order of the search; needs that `whole` be restricted to `filter`'s graph with the same actors.
std::vector<Route> ranked(const Graph& g, const PathOptions& options, const PathQuery& q) {
    const auto links = links_of(g, options.undirected);
    std::vector<std::size_t> degree(g.actors().size());
    std::int32_t today = k_undated;
    for (const auto& [pair, b] : links) ++degree[pair.first], ++degree[pair.second];
    for (const Edge& e : g.edges())
        if (e.last) today = std::max(today, e.last->days);
    std::vector<std::tuple<long long, long long, Route>> all;
    for (Route& route : all_routes(links, q)) {
        if (!std::ranges::all_of(q.via, [&](const Requirement& r) { return meets(g, links, route, r); })) continue;
        long long length = 0;
        long long minor = 0;
        for (std::size_t i = 0; i + 1 < route.size(); ++i) {
            const double hub = options.hub_penalty * std::log10(1.0 + static_cast<double>(degree[route[i + 1]]));
            const auto c = cost(links.at({route[i], route[i + 1]}), options, today, hub);
            length += c.first;
            minor += c.second;
        }
        all.emplace_back(length, minor, std::move(route));
    }
    std::ranges::sort(all);
    std::vector<Route> out;
    for (auto& [length, minor, route] : all)
        if (out.size() < q.count) out.push_back(std::move(route));
    return out;
}

Route route_of(const Path& path) {
    Route out{path.hops.front().from};
    for (const Hop& hop : path.hops) out.push_back(hop.to);
    return out;
}

std::vector<Route> routes_of(const std::vector<Path>& paths) {
    std::vector<Route> out;
    for (const Path& p : paths) out.push_back(route_of(p));
    return out;
}

std::vector<char> some_actors(made::Random& random, std::size_t n) {
    std::vector<char> out(n);
    for (char& c : out) c = made::below(random, 3) == 0;
    return out;
}

struct Asked {
    PathOptions options;
    PathQuery query;
};

/// Any combination of options.
Asked asked(made::Random& random, std::size_t actors) {
    Asked a;
    a.options.undirected = made::below(random, 3) == 0;
    a.options.weighting = static_cast<Weighting>(made::below(random, 4));
    if (made::below(random, 4) == 0) a.options.hub_penalty = 0.5;
    a.query.count = 1 + made::below(random, 9);
    a.query.max_hops = 1 + made::below(random, 6);
    for (auto n = made::below(random, 3); n > 0; --n) {
        Requirement& r = a.query.via.emplace_back();
        if (made::below(random, 2))
            r.type = static_cast<Type>(made::below(random, 2));
        else
            r.actors = some_actors(random, actors);
    }
    if (made::below(random, 3) == 0) a.query.not_through = some_actors(random, actors);
    return a;
}

std::vector<Path> best(const Graph& g, const std::string& from, const std::string& to, std::size_t count = 5,
                       PathOptions options = {}, std::uint32_t max_hops = 4) {
    const TemporalGraph t(g, Clock::event);
    PathQuery query;
    query.from = *g.find(from);
    query.to = *g.find(to);
    query.count = count;
    query.max_hops = max_hops;
    return PathFinder(t, {}, options).best(query);
}

}  // namespace

TEST_CASE("the best paths are the first of all paths, whatever is asked") {
    for (std::uint32_t seed = 0; seed < 300; ++seed) {
        made::Random random(seed);
        const Graph g = made::graph(made::triples(seed, 8 + seed % 60, {4 + seed % 5, false, seed % 2 == 0}));
        const TemporalGraph t(g, Clock::event);
        Asked a = asked(random, g.actors().size());
        const PathFinder finder(t, {}, a.options);
        for (a.query.from = 0; a.query.from < g.actors().size(); ++a.query.from)
            for (a.query.to = 0; a.query.to < g.actors().size(); ++a.query.to)
                if (a.query.from != a.query.to) {
                    INFO("seed " << seed << ", " << a.query.from << " to " << a.query.to);
                    REQUIRE(routes_of(finder.best(a.query)) == ranked(g, a.options, a.query));
                }
    }
}

TEST_CASE("a filter finds the paths of the graph that it leaves") {
    for (std::uint32_t seed = 0; seed < 60; ++seed) {
        const Graph g = made::graph(made::triples(seed, 120, {7, false, true}));
        Filter f;
        f.clock = seed % 2 ? Clock::reported : Clock::event;
        if (seed % 3 == 0) f.from = Date{18880};
        if (seed % 3 == 1) f.to = Date{18900};
        if (seed % 4 == 0) f.types = {Type::AGREE};
        if (seed % 5 == 0) f.statuses = {Status::actual, Status::intended};
        if (seed % 7 == 0) f.sources = {"doc1", "doc3"};
        if (seed % 4 == 2) f.min_weight = 2;
        if (seed % 4 == 3) f.min_confidence = 0.6;
        const Graph part = restrict(g, f);
        const TemporalGraph whole_time(g, f.clock);
        const TemporalGraph part_time(part, f.clock);
        const PathFinder in_whole(whole_time, f);
        const PathFinder in_part(part_time, {});
        for (std::uint32_t from = 0; from < part.actors().size(); ++from)
            for (std::uint32_t to = 0; to < part.actors().size(); ++to) {
                const auto name = [](const Graph& of, const std::vector<Path>& paths) {
                    std::string out;
                    for (const Path& p : paths) {
                        for (const Hop& h : p.hops) out += std::string(of.actors()[h.to].id) + " ";
                        out += std::to_string(p.confidence) + "; ";
                    }
                    return out;
                };
                PathQuery q;
                q.from = from;
                q.to = to;
                PathQuery w = q;
                w.from = *g.find(part.actors()[from].id);
                w.to = *g.find(part.actors()[to].id);
                REQUIRE(name(g, in_whole.best(w)) == name(part, in_part.best(q)));
            }
    }
}

TEST_CASE("time-respecting paths are ranked by arrival, then hops") {
    for (std::uint32_t seed = 0; seed < 150; ++seed) {
        made::Random random(seed);
        const Graph g = made::graph(made::triples(seed, 10 + seed % 50, {4 + seed % 4, false, true}));
        const TemporalGraph t(g, Clock::event);
        Asked a = asked(random, g.actors().size());
        a.query.via.clear();
        a.options.time_respecting = true;
        const PathFinder finder(t, {}, a.options);
        const auto links = links_of(g, a.options.undirected);
        const auto arrival = [&](const Route& route) {
            std::int32_t day = k_undated + 1;
            for (std::size_t i = 0; i + 1 < route.size(); ++i) {
                const auto& days = links.at({route[i], route[i + 1]}).days;
                const auto it = std::ranges::lower_bound(days, day);
                if (it == days.end()) return std::numeric_limits<std::int32_t>::max();
                day = *it;
            }
            return day;
        };
        for (a.query.from = 0; a.query.from < g.actors().size(); ++a.query.from)
            for (a.query.to = 0; a.query.to < g.actors().size(); ++a.query.to) {
                if (a.query.from == a.query.to) continue;
                std::vector<std::pair<std::int32_t, std::size_t>> expected;
                for (const Route& r : all_routes(links, a.query))
                    if (const auto day = arrival(r); day < std::numeric_limits<std::int32_t>::max())
                        expected.emplace_back(day, r.size());
                std::ranges::sort(expected);
                if (expected.size() > a.query.count) expected.resize(a.query.count);
                std::vector<std::pair<std::int32_t, std::size_t>> found;
                std::vector<Route> routes;
                for (const Path& p : finder.best(a.query)) {
                    routes.push_back(route_of(p));
                    REQUIRE(std::ranges::is_sorted(p.hops, {}, [](const Hop& h) { return *h.day; }));
                    REQUIRE(arrival(routes.back()) == p.hops.back().day->days);
                    found.emplace_back(arrival(routes.back()), routes.back().size());
                }
                REQUIRE(found == expected);
                std::ranges::sort(routes);
                REQUIRE(std::ranges::adjacent_find(routes) == routes.end());
            }
    }
}

TEST_CASE("the quickest connection has the fewest hops") {
    for (std::uint32_t seed = 0; seed < 40; ++seed) {
        const Graph g = made::graph(made::triples(seed, 25, {12, false, false}));
        const TemporalGraph t(g, Clock::event);
        const PathFinder finder(t, {});
        for (std::uint32_t a = 0; a < g.actors().size(); ++a)
            for (std::uint32_t b = 0; b < g.actors().size(); ++b) {
                PathQuery q;
                q.from = a;
                q.to = b;
                q.count = 1;
                q.max_hops = k_longest_path;
                const auto all = finder.best(q);
                const auto one = finder.shortest(a, b);
                if (a == b) REQUIRE(one == Route{a});
                if (a != b) REQUIRE(one.size() == (all.empty() ? 0 : all[0].hops.size() + 1));
            }
    }
}

TEST_CASE("equal paths are ranked by the ids along them") {
    std::vector<Triple> all;
    for (const char* middle : {"m3", "m1", "m2"}) {
        all.push_back(stated("a", Type::AID, middle));
        all.push_back(stated(middle, Type::AID, "z"));
    }
    const Graph g = made::graph(all);
    const auto found = best(g, "a", "z", 2);
    REQUIRE(found.size() == 2);
    CHECK(g.actors()[found[0].hops[0].to].id == "m1");
    CHECK(g.actors()[found[1].hops[0].to].id == "m2");
    CHECK(found[0].confidence == Approx(0.64));
}

TEST_CASE("parallel relations are alternatives of one hop, the surest first, denials last and no hop by themselves") {
    Triple denial = stated("a", Type::SANCTION, "b", "2021-08-25", 0.95);
    denial.polarity = Polarity::negated;
    set_id(denial);
    Triple only = stated("b", Type::AID, "c");
    only.polarity = Polarity::negated;
    set_id(only);
    const Graph g = made::graph({stated("a", Type::AID, "b", "2021-08-25", 0.6), denial, only,
                                 stated("a", Type::ACCUSE, "b", "2021-08-25", 0.9)});
    const auto found = best(g, "a", "b");
    REQUIRE(found.size() == 1);
    std::vector<std::string> classes;
    for (const auto e : found[0].hops[0].edges) classes.push_back(class_name(g.edges()[e]));
    CHECK(classes == std::vector<std::string>{"ACCUSE", "AID", "NOT_SANCTION"});
    CHECK(best(g, "a", "c").empty());
}

TEST_CASE("direction counts unless told otherwise; mutual acts go both ways") {
    Triple mutual = stated("b", Type::CONSULT, "c");
    mutual.symmetric = true;
    const Graph g = made::graph({stated("b", Type::AID, "a"), mutual});
    PathOptions undirected;
    undirected.undirected = true;
    CHECK(best(g, "a", "b", 1).empty());
    CHECK(best(g, "a", "b", 1, undirected).size() == 1);
    CHECK(best(g, "c", "a", 1).size() == 1);
    CHECK(best(g, "c", "a", 1, {}, 1).empty());
    CHECK(best(g, "a", "a", 1).empty());
}

TEST_CASE("a hub is gone round where that is dear") {
    std::vector<Triple> all{stated("a", Type::AID, "hub"), stated("hub", Type::AID, "z"), stated("a", Type::AID, "m"),
                            stated("m", Type::AID, "n"), stated("n", Type::AID, "z")};
    for (int i = 0; i < 100; ++i) all.push_back(stated("hub", Type::AID, "other-" + std::to_string(i)));
    const Graph g = made::graph(all);
    PathOptions dear;
    dear.hub_penalty = 2;
    CHECK(best(g, "a", "z", 1)[0].hops.size() == 2);
    CHECK(best(g, "a", "z", 1, dear)[0].hops.size() == 3);
}
