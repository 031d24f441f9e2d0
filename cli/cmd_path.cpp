// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include "cli/actor_names.hpp"
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
        app.add_option("FROM", from_, std::string(k_actor_argument))->required();
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
        names_.add_to(app);
        options_.add_to(app);
    }

    int run() override {
        const Filter filter = options_.filter();
        const Chronicle chronicle = options_.load_over_time(graph_, filter.clock);
        const TemporalGraph& graph = chronicle.over_time();
        const auto from = names_.find(graph.actors(), from_);
        const auto to = names_.find(graph.actors(), to_);
        if (!from || !to) return Exit::nothing;
        if (*from == *to) throw UsageError(fmt::format("\"{}\" and \"{}\" are the same actor", from_, to_));
        const PathQuestion question = arguments_.question(graph, filter, *from, *to, names_);
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

    /// Hops of the best path without some limits; 0 where there is none.
    static std::size_t hops_without(const TemporalGraph& graph, PathQuestion question, const std::vector<PathLimit>& lifted) {
        for (const PathLimit& limit : lifted) limit.lift(question);
        question.query.count = 1;
        const auto found = find(graph, question);
        return found.empty() ? 0 : found[0].hops.size();
    }

    static std::string hint(const std::vector<PathLimit>& lifted, std::size_t hops) {
        std::string names;
        for (const PathLimit& limit : lifted)
            names += fmt::format("{}{}", names.empty() ? "" : &limit == &lifted.back() ? " and " : ", ", limit.name);
        return fmt::format("\n  without {} there is one of {}", names, counted(hops, "hop"));
    }

    /// Which limit stands in the way: tries without each, else which of them do together.
    void explain(const TemporalGraph& graph, const PathQuestion& question) const {
        std::string hints;
        auto limits = arguments_.limits(question);
        for (const PathLimit& limit : limits)
            if (const std::size_t hops = hops_without(graph, question, {limit})) hints += hint({limit}, hops);
        if (hints.empty() && hops_without(graph, question, limits) > 0) {
            for (std::size_t i = limits.size(); i-- > 0;) {  // the unlikeliest first: is there a path in spite of it?
                auto fewer = limits;
                fewer.erase(fewer.begin() + static_cast<std::ptrdiff_t>(i));
                if (hops_without(graph, question, fewer) > 0) limits = std::move(fewer);
            }
            hints = hint(limits, hops_without(graph, question, limits));
        }
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
    ActorNames names_;
    GraphOptions options_;
};

}  // namespace

std::unique_ptr<Command> make_path() { return std::make_unique<PathCommand>(); }

}  // namespace entente::cli
