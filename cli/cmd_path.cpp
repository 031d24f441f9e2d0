// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include "cli/commands.hpp"
#include "cli/graph_options.hpp"
#include "cli/path_options.hpp"
#include "cli/report.hpp"
#include "core/error.hpp"
#include "export/formats.hpp"
#include "export/path_json.hpp"
#include "graph/part.hpp"

namespace entente::cli {
namespace {

class PathCommand final : public Command {
public:
    void add_options(CLI::App& app) override {
        app.add_option("GRAPH", graph_, std::string(k_graph_argument))->required();
        app.add_option("FROM", from_, "an actor: its id or name, or a part of it that is unique")->required();
        app.add_option("TO", to_, "another")->required();
        arguments_.add_to(app);
        app.add_option("-n,--sentences", evidence_, "sentences per relation, the surest first; 0: all")
            ->type_name("N")
            ->capture_default_str();
        app.add_option("-o,--output", output_, "where it goes (default: standard output)")->type_name("FILE");
        std::vector<std::string> names{"text", "ndjson"};
        for (const Format& f : formats())
            if (f.name != "ndjson") names.emplace_back(f.name);
        add_format(app, format_, std::move(names));
        options_.add_to(app);
    }

    int run() override {
        const Filter filter = options_.filter();
        const Chronicle chronicle = options_.load_over_time(graph_, filter.clock);
        const TemporalGraph& graph = chronicle.over_time();
        const auto from = actor_argument(graph.actors(), from_);
        const auto to = actor_argument(graph.actors(), to_);
        if (!from || !to) return Exit::nothing;
        if (*from == *to) throw UsageError(fmt::format("\"{}\" and \"{}\" are the same actor", from_, to_));
        const PathQuestion question = arguments_.question(graph, filter, *from, *to);
        const auto paths = find(graph, question);
        if (paths.empty()) {
            explain(graph, question);
            return Exit::nothing;
        }
        print(graph, part_of(chronicle, question.filter, edges_of(paths)), paths);
        return Exit::done;
    }

private:
    static std::vector<Path> find(const TemporalGraph& graph, const PathQuestion& q) {
        return PathFinder(graph, q.filter, q.options).best(q.query);
    }

    void print(const TemporalGraph& graph, const Graph& part, const std::vector<Path>& paths) const {
        if (format_ != "text" && format_ != "ndjson") return export_graph(part, choose_format(format_, "-"), output_);
        const TextStyle style = text_style(evidence_);
        std::string text;
        for (std::size_t i = 0; i < paths.size(); ++i) {
            const Path path = in_part(graph, part, paths[i]);
            if (format_ == "ndjson") {
                append_path_json(text, part, path, i + 1);
            } else {
                if (i > 0) text += '\n';
                append_path(text, part, path, i + 1, style);
            }
        }
        print_out(text, output_);
    }

    /// Which limit stands in the way: tries without each, then without all.
    void explain(const TemporalGraph& graph, const PathQuestion& question) const {
        std::string hints;
        PathQuestion free = question;
        const auto limits = arguments_.limits(question);
        const auto hint = [&](PathQuestion q, std::string_view what) {
            q.query.count = 1;
            if (const auto found = find(graph, q); !found.empty())
                hints += fmt::format("\n  without {} there is one of {}", what, counted(found[0].hops.size(), "hop"));
        };
        for (const PathLimit& limit : limits) {
            PathQuestion q = question;
            limit.lift(q);
            limit.lift(free);
            hint(std::move(q), limit.name);
        }
        if (hints.empty()) hint(free, "any of these limits");
        tell("entente: no path of at most {} leads from {} to {}{}\n", counted(arguments_.max_hops(), "hop"),
             printable(graph.actors()[question.query.from].label), printable(graph.actors()[question.query.to].label),
             hints.empty() ? ": nothing in this graph connects them" : hints);
    }

    std::string graph_;
    std::string from_;
    std::string to_;
    PathArguments arguments_;
    std::size_t evidence_ = 1;
    std::string output_ = "-";
    std::string format_;
    GraphOptions options_;
};

}  // namespace

std::unique_ptr<Command> make_path() { return std::make_unique<PathCommand>(); }

}  // namespace entente::cli
