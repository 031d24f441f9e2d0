// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <algorithm>

#include "cli/commands.hpp"
#include "cli/graph_options.hpp"
#include "cli/report.hpp"
#include "core/io/output.hpp"
#include "export/json.hpp"
#include "export/sink.hpp"

namespace entente::cli {
namespace {

class Why final : public Command {
public:
    void add_options(CLI::App& app) override {
        app.add_option("GRAPH", graph_, std::string(k_graph_argument))->required();
        app.add_option("A", a_, "an actor: its id or name, or a part of it that is unique")->required();
        app.add_option("B", b_, "another: only the relations between the two, either way");
        app.add_option("-n,--sentences", evidence_, "sentences per relation, the surest first; 0: all")
            ->type_name("N")
            ->capture_default_str();
        add_format(app, format_, {"text", "ndjson"});
        options_.add_to(app);
    }

    int run() override {
        const Filter filter = options_.filter();
        const Graph whole = options_.load(graph_);
        const auto a = actor_argument(whole.actors(), a_);
        const auto b = b_.empty() ? a : actor_argument(whole.actors(), b_);
        if (!a || !b) return Exit::nothing;
        const Graph graph = restrict(whole, filter);
        const auto edges = between(graph, graph.find(whole.actors()[*a].id), graph.find(whole.actors()[*b].id));
        if (edges.empty()) {
            tell("entente: no relation of {}{}{} in this graph{}\n", printable(whole.actors()[*a].label),
                 b_.empty() ? "" : " with ", b_.empty() ? "" : printable(whole.actors()[*b].label),
                 filter.any() ? " within these limits of date, type and strength"
                              : ": 'entente path' finds indirect ones");
            return Exit::nothing;
        }
        print(graph, edges);
        return Exit::done;
    }

private:
    /// The relations of `a` with `b`, or of `a` with anyone where they are the same; the weightiest first.
    std::vector<const Edge*> between(const Graph& graph, std::optional<std::uint32_t> a,
                                     std::optional<std::uint32_t> b) const {
        std::vector<const Edge*> out;
        if (!a || !b) return out;
        for (const Edge& e : graph.edges()) {
            const bool has_a = e.subject == *a || e.object == *a;
            const bool has_pair = (e.subject == *a && e.object == *b) || (e.subject == *b && e.object == *a);
            if (b_.empty() ? has_a : has_pair) out.push_back(&e);
        }
        std::ranges::stable_sort(out, std::greater<>{}, &Edge::weight);
        return out;
    }

    void print(const Graph& graph, const std::vector<const Edge*>& edges) const {
        const TextStyle style = text_style(evidence_);
        std::size_t width = 0;
        for (const Edge* edge : edges) width = std::max(width, pair_width(graph, *edge));
        io::Output out("-");
        Sink sink(out);
        for (const Edge* edge : edges) {
            if (format_ == "ndjson") {
                append_edge_json(sink.text, graph, *edge, true);
                sink.text += '\n';
            } else {
                sink.print("{}  {}\n", pair_line(graph, *edge, style, width), relation_line(*edge, style));
                append_evidence(sink.text, graph, *edge, 2, style);
            }
            sink.checkpoint();
        }
        sink.flush();
        out.close();
    }

    std::string graph_;
    std::string a_;
    std::string b_;
    std::size_t evidence_ = 0;
    std::string format_;
    GraphOptions options_;
};

}  // namespace

std::unique_ptr<Command> make_why() { return std::make_unique<Why>(); }

}  // namespace entente::cli
