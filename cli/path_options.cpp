// SPDX-License-Identifier: Apache-2.0
#include "cli/path_options.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "cli/graph_options.hpp"
#include "core/error.hpp"

namespace entente::cli {
namespace {

constexpr std::pair<std::string_view, Weighting> k_weightings[] = {{"hops", Weighting::hops},
                                                                   {"confidence", Weighting::confidence},
                                                                   {"recency", Weighting::recency},
                                                                   {"strength", Weighting::strength}};

bool is_type(const std::string& text) {
    return text == "OTHER" || (parse_type(text) && std::ranges::none_of(text, [](char c) { return c >= 'a'; }));
}

/// An actor, a kind of actor, or a relation type in capitals.
Requirement requirement(const TemporalGraph& graph, const ActorNames& names, const std::string& text, std::string_view option) {
    Requirement out;
    if (is_type(text)) {
        out.type = type_argument(text, option);
        return out;
    }
    out.actors.resize(graph.actors().size());
    const auto kind = parse_kind(text);
    const auto actor = kind ? std::nullopt : names.find(graph.actors(), text);
    if (!kind && !actor)
        throw UsageError(fmt::format("{} {}: is no actor, no kind of actor (country, person …) and no relation type "
                                     "(REQUEST …) of this graph",
                                     option, text));
    for (std::uint32_t a = 0; a < out.actors.size(); ++a)
        out.actors[a] = kind ? graph.actors()[a].kind == *kind : a == *actor;
    return out;
}

}  // namespace

void PathArguments::add_to(CLI::App& app) {
    const auto list = [&](const char* option, auto& values, const char* what) {
        app.add_option(option, values, what)->type_name("WHAT")->delimiter(',')->allow_extra_args(false);
    };
    app.add_option("-k,--paths", count_, "how many paths")->type_name("N")->capture_default_str();
    app.add_option("--max-hops", max_hops_, "how long a path may be")->type_name("N")->capture_default_str();
    list("--via", via_, "only paths by this actor, kind of actor or relation type; of several, by all");
    list("--not-via", not_via_, "no paths by this actor, kind of actor or relation type (repeatable)");
    auto* directed = app.add_flag("--directed", directed_, "along the direction of relations, mutual ones both ways "
                                                           "(the default)");
    app.add_flag("--undirected", undirected_, "go against the direction of relations too")->excludes(directed);
    app.add_option("--weight", weight_,
                   "what makes a path better: fewer hops, then confidence; confidence alone; recency: newer relations; "
                   "strength: more observations")
        ->check(CLI::IsMember({"hops", "confidence", "recency", "strength"}))
        ->capture_default_str();
    app.add_option("--hub-penalty", hub_penalty_,
                   "how many hops more an actor on the way costs for each tenfold of its relations: 1 leads round the "
                   "actors that are in everything")
        ->type_name("X");
    app.add_flag("--time-respecting", time_respecting_,
                 "dates never fall along the path; the earliest arrival first, then fewer hops");
}

void PathArguments::check() const {
    if (count_ < 1 || max_hops_ < 1) throw UsageError("-k and --max-hops must be at least 1");
    if (max_hops_ > k_longest_path) throw UsageError(fmt::format("--max-hops: at most {}", k_longest_path));
    if (via_.size() > k_most_requirements) throw UsageError(fmt::format("--via: at most {}", k_most_requirements));
    if (!(hub_penalty_ >= 0 && hub_penalty_ <= 1000)) throw UsageError("--hub-penalty: give a number from 0 to 1000");
    if (time_respecting_ && (!via_.empty() || weight_ != "hops" || hub_penalty_ > 0))
        throw UsageError("--time-respecting ranks by arrival: it can't be combined with --via, --weight or --hub-penalty");
}

PathQuestion PathArguments::question(const TemporalGraph& graph, Filter filter, std::uint32_t from, std::uint32_t to,
                                     const ActorNames& names) const {
    check();
    PathQuestion q;
    q.filter = std::move(filter);
    q.options = {undirected_, time_respecting_,
                 std::ranges::find(k_weightings, weight_, &std::pair<std::string_view, Weighting>::first)->second,
                 hub_penalty_};
    q.query.from = from;
    q.query.to = to;
    q.query.count = count_;
    q.query.max_hops = max_hops_;
    for (const auto& text : via_) q.query.via.push_back(requirement(graph, names, text, "--via"));
    for (const auto& text : not_via_) {
        const Requirement not_this = requirement(graph, names, text, "--not-via");
        if (not_this.type) q.filter.no_types.push_back(*not_this.type);
        q.query.not_through.resize(graph.actors().size());
        for (std::size_t a = 0; a < not_this.actors.size(); ++a) q.query.not_through[a] |= not_this.actors[a];
    }
    return q;
}

std::vector<PathLimit> PathArguments::limits(const PathQuestion& q) const {
    std::vector<PathLimit> out;
    const auto limit = [&](bool is_set, std::string name, std::function<void(PathQuestion&)> lift) {
        if (is_set) out.push_back({std::move(name), std::move(lift)});
    };
    const Filter& f = q.filter;
    limit(time_respecting_, "--time-respecting", [](PathQuestion& x) { x.options.time_respecting = false; });
    limit(!via_.empty(), "--via", [](PathQuestion& x) { x.query.via.clear(); });
    limit(!not_via_.empty(), "--not-via", [](PathQuestion& x) {
        x.filter.no_types.clear();
        x.query.not_through.clear();
    });
    limit(max_hops_ < k_longest_path, fmt::format("the limit of {} (--max-hops)", counted(max_hops_, "hop")),
          [](PathQuestion& x) { x.query.max_hops = k_longest_path; });
    limit(!undirected_, "direction (with --undirected)", [](PathQuestion& x) { x.options.undirected = true; });
    limit(f.from || f.to, "the limits of time", [](PathQuestion& x) { x.filter.from = x.filter.to = {}; });
    limit(!f.types.empty(), "--type", [](PathQuestion& x) { x.filter.types.clear(); });
    limit(!f.quads.empty(), "--quad", [](PathQuestion& x) { x.filter.quads.clear(); });
    limit(!f.kinds.empty(), "--kind", [](PathQuestion& x) { x.filter.kinds.clear(); });
    limit(!f.statuses.empty(), "--status", [](PathQuestion& x) { x.filter.statuses.clear(); });
    limit(!f.sources.empty(), "--source", [](PathQuestion& x) { x.filter.sources.clear(); });
    limit(f.polarity.has_value(), "--polarity", [](PathQuestion& x) { x.filter.polarity = {}; });
    limit(f.min_weight > 1, "--min-weight", [](PathQuestion& x) { x.filter.min_weight = 0; });
    limit(f.top > 0, "--top-actors", [](PathQuestion& x) { x.filter.top = 0; });
    limit(f.min_confidence > 0, "--min-confidence", [](PathQuestion& x) { x.filter.min_confidence = 0; });
    return out;
}

}  // namespace entente::cli
