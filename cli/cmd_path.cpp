// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <iterator>

#include "cli/commands.hpp"
#include "cli/graph_options.hpp"
#include "cli/report.hpp"
#include "core/error.hpp"
#include "export/json.hpp"
#include "graph/evidence_json.hpp"
#include "graph/paths.hpp"

namespace entente::cli {
namespace {

/// {"rank":1,"confidence":0.81,"actors":["RUS","taliban"],"hops":[{"from":"RUS","to":"taliban","relations":[…]}]}
std::string path_json(const Graph& graph, const Path& path, std::size_t rank) {
    std::string out = fmt::format("{{\"rank\":{},\"confidence\":{:.3f},\"actors\":[", rank, path.confidence);
    append_json_string(out, graph.actors()[path.hops.front().from].id);
    for (const Hop& hop : path.hops) {
        out += ',';
        append_json_string(out, graph.actors()[hop.to].id);
    }
    out += "],\"hops\":[";
    for (const Hop& hop : path.hops) {
        out += &hop == path.hops.data() ? "{\"from\":" : ",{\"from\":";
        append_json_string(out, graph.actors()[hop.from].id);
        out += ",\"to\":";
        append_json_string(out, graph.actors()[hop.to].id);
        out += ",\"relations\":[";
        for (const auto edge : hop.edges) {
            if (edge != hop.edges.front()) out += ',';
            append_edge_json(out, graph, graph.edges()[edge], true);
        }
        out += "]}";
    }
    return out += "]}\n";
}

class PathCommand final : public Command {
public:
    void add_options(CLI::App& app) override {
        app.add_option("GRAPH", graph_, "a store, a .graphml that entente wrote, or triples (NDJSON)")->required();
        app.add_option("FROM", from_, "an actor: its id or name, or a part of it that is unique")->required();
        app.add_option("TO", to_, "another")->required();
        app.add_option("-k,--paths", count_, "how many paths")->type_name("N")->capture_default_str();
        app.add_option("--max-hops", max_hops_, "how long a path may be")->type_name("N")->capture_default_str();
        app.add_flag("--undirected", undirected_, "go against the direction of relations too");
        app.add_option("-n,--sentences", evidence_, "sentences per relation, the surest first; 0: all")
            ->type_name("N")
            ->capture_default_str();
        add_format(app, format_, {"text", "ndjson"});
        options_.add_to(app);
    }

    int run() override {
        if (count_ < 1 || max_hops_ < 1) throw UsageError("-k and --max-hops must be at least 1");
        const Filter filter = options_.filter();
        const Graph whole = options_.load(graph_);
        const auto from = actor_argument(whole, from_);
        const auto to = actor_argument(whole, to_);
        if (!from || !to) return Exit::nothing;
        if (*from == *to) throw UsageError(fmt::format("\"{}\" and \"{}\" are the same actor", from_, to_));
        const Graph graph = restrict(whole, filter);
        const auto paths = find(graph, whole, *from, *to, undirected_, count_, max_hops_);
        if (paths.empty()) {
            explain(whole, graph, *from, *to, filter);
            return Exit::nothing;
        }
        print(graph, paths);
        return Exit::done;
    }

private:
    /// The actors' indices are those of `whole`; `graph` is a part of it.
    static std::vector<Path> find(const Graph& graph, const Graph& whole, std::uint32_t from, std::uint32_t to,
                                  bool undirected, std::size_t count, std::uint32_t max_hops) {
        const auto start = graph.find(whole.actors()[from].id);
        const auto goal = graph.find(whole.actors()[to].id);
        if (!start || !goal) return {};
        return PathFinder(graph, undirected).best(*start, *goal, count, max_hops);
    }

    void print(const Graph& graph, const std::vector<Path>& paths) const {
        const TextStyle style = text_style(evidence_);
        std::string out;
        for (std::size_t i = 0; i < paths.size(); ++i) {
            if (format_ == "ndjson") {
                out += path_json(graph, paths[i], i + 1);
            } else {
                if (i > 0) out += '\n';
                append_path(out, graph, paths[i], i + 1, style);
            }
        }
        print_out(out);
    }

    /// Which constraint stood in the way: tries without each.
    void explain(const Graph& whole, const Graph& graph, std::uint32_t from, std::uint32_t to,
                 const Filter& filter) const {
        const auto all = static_cast<std::uint32_t>(whole.actors().size());
        std::string hints;
        const auto hint = [&](const std::vector<Path>& paths, std::string_view what) {
            if (!paths.empty())
                hints += fmt::format("\n  with {} there is one of {}", what, counted(paths[0].hops.size(), "hop"));
        };
        if (!undirected_) hint(find(graph, whole, from, to, true, 1, max_hops_), "--undirected");
        if (max_hops_ < all) hint(find(graph, whole, from, to, undirected_, 1, all), "a larger --max-hops");
        if (filter.any())
            hint(find(whole, whole, from, to, undirected_, 1, max_hops_), "no limits of date, type or strength");
        if (hints.empty() && !undirected_)
            hint(find(whole, whole, from, to, true, 1, all), "--undirected and no other limit");
        tell("entente: no path of at most {} leads from {} to {}{}\n", counted(max_hops_, "hop"),
             printable(whole.actors()[from].label), printable(whole.actors()[to].label),
             hints.empty() ? ": nothing in this graph connects them" : hints);
    }

    std::string graph_;
    std::string from_;
    std::string to_;
    std::size_t count_ = 5;
    std::uint32_t max_hops_ = 4;
    bool undirected_ = false;
    std::size_t evidence_ = 1;
    std::string format_;
    GraphOptions options_;
};

}  // namespace

std::unique_ptr<Command> make_path() { return std::make_unique<PathCommand>(); }

}  // namespace entente::cli
