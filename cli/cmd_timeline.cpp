// SPDX-License-Identifier: Apache-2.0
// actor and timeline: histories of one actor and of a pair.
#include <fmt/format.h>

#include <algorithm>

#include "cli/actor_names.hpp"
#include "cli/commands.hpp"
#include "cli/graph_options.hpp"
#include "cli/report.hpp"
#include "export/history.hpp"
#include "export/json.hpp"

namespace entente::cli {
namespace {

constexpr std::pair<std::string_view, Step> k_steps[] = {
    {"day", Step::day}, {"week", Step::week}, {"month", Step::month}, {"year", Step::year}};

class HistoryCommand : public Command {
protected:
    void add_common(CLI::App& app) {
        app.add_option("--by", by_, "what a line of the overview stands for")
            ->check(CLI::IsMember({"day", "week", "month", "year"}))
            ->capture_default_str();
        add_format(app, format_, {"text", "ndjson"});
        names_.add_to(app);
        options_.add_to(app);
    }

    [[nodiscard]] Step step() const {
        return std::ranges::find(k_steps, by_, &std::pair<std::string_view, Step>::first)->second;
    }

    [[nodiscard]] std::string as_json(const Graph& graph, const std::vector<Episode>& episodes) const {
        std::string out;
        for (const Episode& e : episodes) append_episode_json(out, graph, e);
        return out;
    }

    static int nothing(const Graph& whole, std::uint32_t actor, std::string_view with) {
        tell("entente: no relation of {}{} within these limits\n", printable(whole.actors()[actor].label), with);
        return Exit::nothing;
    }

    std::string graph_;
    std::string by_ = "month";
    std::string format_;
    ActorNames names_;
    GraphOptions options_;
};

class ActorCommand final : public HistoryCommand {
public:
    void add_options(CLI::App& app) override {
        app.add_option("GRAPH", graph_, std::string(k_graph_argument))->required();
        app.add_option("NAME", name_, std::string(k_actor_argument))->required();
        app.add_option("-n,--top", top_, "how many names, partners and relations to list")
            ->type_name("N")
            ->capture_default_str();
        add_common(app);
    }

    int run() override {
        const Filter filter = options_.filter();
        const Graph whole = options_.load(graph_);
        const auto actor = names_.find(whole.actors(), name_);
        if (!actor) return Exit::nothing;
        const Graph graph = restrict(whole, filter);
        const auto here = graph.find(whole.actors()[*actor].id);
        if (!here) return nothing(whole, *actor, "");
        const auto episodes = history(graph, *here, {}, filter.clock);
        print_out(format_ == "ndjson" ? as_json(graph, episodes) : as_text(graph, *here, episodes));
        return Exit::done;
    }

private:
    [[nodiscard]] std::string as_text(const Graph& graph, std::uint32_t actor, const std::vector<Episode>& episodes) const {
        const TextStyle style = text_style(1);
        const Actor& a = graph.actors()[actor];
        std::string out = fmt::format("{}  ({}, {}{}{})\n", printable(a.label), printable(a.id), name(a.kind),
                                      a.country.empty() || a.country == a.id ? "" : " of ", a.country == a.id ? "" : a.country);
        out += fmt::format("{} in {}\n", counted(a.mentions, "mention"),
                           a.first ? to_string(*a.first) + " .. " + to_string(*a.last) : "undated news");
        const auto names = aliases(graph, actor);
        std::string also;
        for (std::size_t i = 0; i < std::min(names.size(), top_); ++i)
            also += fmt::format("{}\"{}\" {}x", i ? ", " : "", printable(names[i].text), names[i].count);
        out += fmt::format("mentioned as: {}{}\n\n", also, names.size() > top_ ? ", …" : "");
        append_partners(out, graph, partners(graph, actor));
        out += '\n';
        append_periods(out, periods(episodes, step()), step(), style);
        out += '\n';
        append_relations(out, graph, episodes, style);
        return out;
    }

    void append_partners(std::string& out, const Graph& graph, const std::vector<Partner>& all) const {
        const std::size_t shown = std::min(all.size(), top_);
        std::size_t width = 4;
        for (std::size_t i = 0; i < shown; ++i)
            width = std::clamp(columns(printable(graph.actors()[all[i].actor].label)), width, std::size_t{36});
        out += fmt::format("{}  cooperation  conflict  other  denied\n", fitted("with", width));
        for (std::size_t i = 0; i < shown; ++i)
            out += fmt::format("{}  {:>11}  {:>8}  {:>5}  {:>6}\n", fitted(printable(graph.actors()[all[i].actor].label), width),
                               all[i].counts[0], all[i].counts[1], all[i].counts[2], all[i].counts[3]);
        if (shown < all.size()) out += fmt::format("and {} more\n", all.size() - shown);
    }

    /// The weightiest edges, in the order of time.
    void append_relations(std::string& out, const Graph& graph, const std::vector<Episode>& episodes,
                          const TextStyle& style) const {
        std::vector<const Edge*> edges;
        for (const Episode& e : episodes) edges.push_back(e.edge);
        std::ranges::sort(edges);
        edges.erase(std::unique(edges.begin(), edges.end()), edges.end());
        std::ranges::stable_sort(edges, std::greater<>{}, &Edge::weight);
        const std::size_t all = edges.size();
        edges.resize(std::min(all, top_));
        std::ranges::stable_sort(edges, {}, &Edge::first);
        std::size_t width = 0;
        for (const Edge* e : edges) width = std::max(width, pair_width(graph, *e));
        for (const Edge* e : edges)
            out += fmt::format("{}  {}\n", pair_line(graph, *e, style, width), relation_line(*e, style));
        if (edges.size() < all) out += fmt::format("and {} more; 'entente why' shows the sentences\n", counted(all - edges.size(), "relation"));
    }

    std::string name_;
    std::size_t top_ = 10;
};

class TimelineCommand final : public HistoryCommand {
public:
    void add_options(CLI::App& app) override {
        app.add_option("GRAPH", graph_, std::string(k_graph_argument))->required();
        app.add_option("A", a_, std::string(k_actor_argument))->required();
        app.add_option("B", b_, "another")->required();
        app.add_flag("-b,--brief", brief_, "no sentences");
        add_common(app);
    }

    int run() override {
        const Filter filter = options_.filter();
        const Graph whole = options_.load(graph_);
        const auto a = names_.find(whole.actors(), a_);
        const auto b = names_.find(whole.actors(), b_);
        if (!a || !b) return Exit::nothing;
        const Graph graph = restrict(whole, filter);
        const auto here = graph.find(whole.actors()[*a].id);
        const auto there = graph.find(whole.actors()[*b].id);
        const auto episodes = here && there ? history(graph, *here, there, filter.clock) : std::vector<Episode>();
        if (episodes.empty()) return nothing(whole, *a, fmt::format(" with {}", printable(whole.actors()[*b].label)));
        print_out(format_ == "ndjson" ? as_json(graph, episodes) : as_text(graph, episodes));
        return Exit::done;
    }

private:
    [[nodiscard]] std::string as_text(const Graph& graph, const std::vector<Episode>& episodes) const {
        const TextStyle style = text_style(1);
        std::string out;
        append_periods(out, periods(episodes, step()), step(), style);
        out += '\n';
        std::size_t width = 0;
        for (const Episode& e : episodes) width = std::max(width, pair_width(graph, *e.edge));
        for (const Episode& e : episodes) append_episode(out, graph, e, width, !brief_, style);
        return out;
    }

    std::string a_;
    std::string b_;
    bool brief_ = false;
};

}  // namespace

std::unique_ptr<Command> make_actor() { return std::make_unique<ActorCommand>(); }
std::unique_ptr<Command> make_timeline() { return std::make_unique<TimelineCommand>(); }

}  // namespace entente::cli
