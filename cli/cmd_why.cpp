// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <algorithm>

#include "cli/actor_names.hpp"
#include "cli/commands.hpp"
#include "cli/end_reasons.hpp"
#include "cli/graph_options.hpp"
#include "cli/report.hpp"
#include "core/io/output.hpp"
#include "export/json.hpp"
#include "export/sink.hpp"
#include "export/surest.hpp"
#include "graph/evidence_json.hpp"

namespace entente::cli {
namespace {

class Why final : public Command {
public:
    void add_options(CLI::App& app) override {
        app.add_option("GRAPH", graph_, std::string(k_graph_argument))->required();
        app.add_option("A", a_, std::string(k_actor_argument))->required();
        app.add_option("B", b_, "another: only the relations between the two, either way");
        app.add_option("-n,--sentences", evidence_, "sentences per relation, the surest first; 0: all")
            ->type_name("N")
            ->capture_default_str();
        app.add_flag("--explain", explain_,
                     "tell of each sentence how its two ends were found to be these actors (name, alias, office, apposition, "
                     "whom a pronoun means …), as 'entente resolve' does: it is read again, or its article, where that is still "
                     "there");
        add_format(app, format_, {"text", "ndjson"});
        names_.add_to(app);
        options_.add_to(app);
    }

    int run() override {
        const Filter filter = options_.filter();
        const Graph whole = options_.load(graph_);
        const auto a = names_.find(whole.actors(), a_);
        const auto b = b_.empty() ? a : names_.find(whole.actors(), b_);
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

    /// Moscow = Russia (RUS): metonym …
    static void append_end(std::string& out, const Party& end, const std::string& reason) {
        out += fmt::format("    {} = {} ({}): {}\n", printable(end.text), printable(end.label), printable(end.id), printable(reason));
    }

    static void append_explained(std::string& out, const Observation& o, EndReasons& reasons, const TextStyle& style) {
        append_evidence(out, {o}, 2, "", style);
        const auto [subject, object] = reasons.of(o);
        append_end(out, o.subject, subject);
        append_end(out, o.object, object);
    }

    /// {"ID of an observation":{"subject":"…","object":"…"},…}
    static void append_reasons_json(std::string& out, const std::vector<Observation>& evidence, EndReasons& reasons) {
        out += '{';
        for (const Observation& o : evidence) {
            if (out.back() != '{') out += ',';
            append_json_string(out, o.id);
            const auto [subject, object] = reasons.of(o);
            append_json_string(out += ":{\"subject\":", subject);
            append_json_string(out += ",\"object\":", object);
            out += '}';
        }
        out += '}';
    }

    void append(std::string& out, const Graph& graph, const Edge& edge, const TextStyle& style, EndReasons* reasons) const {
        const Observations all = graph.evidence(edge);
        if (format_ == "ndjson") {
            append_edge_json(out, graph, edge, true);
            if (!reasons) return;
            out.back() = ',';
            append_reasons_json(out += "\"reasons\":", {all.begin(), all.end()}, *reasons);
            out += '}';
        } else if (reasons) {
            const auto shown = surest({all.begin(), all.end()}, evidence_);
            for (const Observation& o : shown) append_explained(out, o, *reasons, style);
        } else {
            append_evidence(out, graph, edge, 2, style);
        }
    }

    void print(const Graph& graph, const std::vector<const Edge*>& edges) const {
        const TextStyle style = text_style(evidence_);
        std::optional<EndReasons> reasons;
        if (explain_) reasons.emplace(KnowledgeFiles{"", names_.overlays(), ""});
        std::size_t width = 0;
        for (const Edge* edge : edges) width = std::max(width, pair_width(graph, *edge));
        io::Output out("-");
        Sink sink(out);
        for (const Edge* edge : edges) {
            if (format_ == "text") sink.print("{}  {}\n", pair_line(graph, *edge, style, width), relation_line(*edge, style));
            append(sink.text, graph, *edge, style, reasons ? &*reasons : nullptr);
            if (format_ == "ndjson") sink.text += '\n';
            sink.checkpoint();
        }
        sink.flush();
        out.close();
    }

    std::string graph_;
    std::string a_;
    std::string b_;
    std::size_t evidence_ = 0;
    bool explain_ = false;
    std::string format_;
    ActorNames names_;
    GraphOptions options_;
};

}  // namespace

std::unique_ptr<Command> make_why() { return std::make_unique<Why>(); }

}  // namespace entente::cli
