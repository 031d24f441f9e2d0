// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <algorithm>

#include "cli/commands.hpp"
#include "cli/graph_options.hpp"
#include "cli/report.hpp"
#include "core/error.hpp"
#include "core/io/output.hpp"
#include "export/change_drawing.hpp"
#include "export/changes.hpp"
#include "export/formats.hpp"
#include "export/sink.hpp"
#include "graph/builder.hpp"
#include "graph/patch.hpp"

namespace entente::cli {
namespace {

class Diff final : public Command {
public:
    void add_options(CLI::App& app) override {
        app.add_option("GRAPHS", graphs_,
                       "two graphs, or one with two --at or --during; each is " + std::string(k_graph_argument) + ". Lines begin with ' ' the same, '+' only after, '-' only "
                       "before, '*' both times but with other evidence; those that changed most come first")
            ->required()
            ->expected(1, 2);
        app.add_option("--at", dates_, "a date of the one graph: its state then (--window); twice")
            ->type_name("DATE")
            ->allow_extra_args(false);
        app.add_option("--during", periods_, "a period of the one graph, its end not included; twice")
            ->type_name("FROM..TO")
            ->allow_extra_args(false);
        app.add_flag("-c,--suppress-common", no_common_, "leave out relations that are the same");
        app.add_flag("-b,--brief", brief_, "one line a relation, without sentences");
        app.add_option("--top", top_, "only so many relations; 0: all")->type_name("N");
        app.add_flag("-s,--summary", summary_, "print what it comes to, by type and actor, to standard error");
        app.add_option("-n,--sentences", evidence_, "sentences per changed relation, the surest first; 0: all")
            ->type_name("N")
            ->capture_default_str();
        app.add_option("-o,--output", output_, "where it goes (default: standard output)")->type_name("FILE");
        app.add_option("-f,--format", format_,
                       "how to write it, else by the suffix of -o; text (the default); ndjson: operations that 'entente "
                       "apply' takes; graphml, gexf: what is in either state, coloured by change")
            ->check(CLI::IsMember({"text", "ndjson", "graphml", "gexf"}));
        app.add_option("--gexf", gexf_, "version of GEXF: 1.3, or 1.2 for NetworkX before 3.6")
            ->check(CLI::IsMember({"1.2", "1.3"}))
            ->type_name("VERSION")
            ->capture_default_str();
        options_.add_undated_to(app);
    }

    int run() override {
        check();
        if (format_.empty()) format_ = format_of(output_);
        io::check_writable(output_);
        if (graphs_.size() == 2) {
            const Filter filter = options_.undated_filter();
            const Graph before = restrict(options_.load(graphs_[0]), filter);
            const Graph after = restrict(options_.load(graphs_[1]), filter);
            return report(before, after, diff(before, after));
        }
        const Filter first = window(0);
        const Filter second = window(1);
        const Graph graph = among_top(options_.load(graphs_[0]));
        return report(graph, graph, diff(TemporalGraph(graph, first.clock), first, second));
    }

private:
    void check() const {
        const std::size_t times = dates_.size() + periods_.size();
        if (graphs_.size() == 2 && times > 0) throw UsageError("give two graphs, or one graph and two times, not both");
        if (graphs_.size() == 1 && (times != 2 || dates_.size() == 1))
            throw UsageError("give a second graph, or two dates: --at 2021-08-01 --at 2021-09-01");
    }

    /// By its suffix.
    static std::string format_of(const std::string& path) {
        for (const std::string_view format : {"ndjson", "graphml", "gexf"})
            if (path.ends_with(fmt::format(".{}", format))) return std::string(format);
        return "text";
    }

    /// Of both windows the same actors: who is little in the news for a while has not vanished.
    [[nodiscard]] Graph among_top(Graph&& graph) const {
        const Filter filter = options_.undated_filter();
        return filter.top > 0 ? restrict(std::move(graph), filter) : std::move(graph);
    }

    [[nodiscard]] Filter window(std::size_t i) const {
        Filter filter = dates_.empty() ? during(periods_[i]) : options_.filter_at(dates_[i]);
        filter.top = 0;  // see among_top()
        return filter;
    }

    [[nodiscard]] Filter during(const std::string& period) const {
        const auto dots = period.find("..");
        if (dots == std::string::npos)
            throw UsageError(fmt::format("--during: \"{}\" is no period; write it as 2021-08-01..2021-09-01", period));
        Filter filter = options_.undated_filter();
        filter.from = date_argument(period.substr(0, dots), "--during");
        filter.to = date_argument(period.substr(dots + 2), "--during");
        if (*filter.to <= *filter.from) throw UsageError(fmt::format("--during: \"{}\" ends before it begins", period));
        return filter;
    }

    int report(const Graph& before, const Graph& after, const GraphDiff& diff) const {
        if (is_drawing())
            draw(before, after, diff);
        else if (!options_.quiet || output_ != "-")
            print(before, after, diff);
        std::string summary;
        if (summary_) append_summary(summary, before, after, diff);
        if (summary_) tell("{}", summary);
        return diff.any() ? Exit::nothing : Exit::done;
    }

    [[nodiscard]] bool is_drawing() const { return format_ == "graphml" || format_ == "gexf"; }

    [[nodiscard]] std::vector<const EdgeChange*> shown_of(const GraphDiff& diff) const {
        std::vector<const EdgeChange*> shown;
        for (const EdgeChange& c : diff.changes)
            if ((!no_common_ || c.sign() != ' ') && (top_ == 0 || shown.size() < top_)) shown.push_back(&c);
        return shown;
    }

    /// Of one graph, its windows.
    void draw(const Graph& before, const Graph& after, const GraphDiff& diff) const {
        const bool is_one = graphs_.size() == 1;
        GraphBuilder both;
        both.merge(is_one ? restrict(before, window(0)) : before);
        both.merge(is_one ? restrict(after, window(1)) : after);
        ChangeDrawing drawing = draw_changes(both.finish(), before, after, diff, shown_of(diff));
        ExportOptions options;
        options.gexf_12 = gexf_ == "1.2";
        options.of_actors = std::move(drawing.of_actors);
        options.of_edges = std::move(drawing.of_edges);
        export_graph(drawing.graph, choose_format(format_, output_), output_, options);
    }

    void print(const Graph& before, const Graph& after, const GraphDiff& diff) const {
        const auto shown = shown_of(diff);
        ChangeStyle style{text_style(evidence_), 0, brief_};
        for (const EdgeChange* c : shown) style.pair_width = std::max(style.pair_width, change_width(before, after, *c));
        io::Output out(output_);
        Sink sink(out);
        for (const EdgeChange* c : shown) {
            if (format_ == "ndjson")
                append_operation(sink.text, before, after, diff, *c);
            else
                append_change(sink.text, before, after, diff, *c, style);
            sink.checkpoint();
        }
        sink.flush();
        out.close();
    }

    std::vector<std::string> graphs_;
    std::vector<std::string> dates_;
    std::vector<std::string> periods_;
    bool no_common_ = false;
    bool brief_ = false;
    bool summary_ = false;
    std::size_t top_ = 0;
    std::size_t evidence_ = 1;
    std::string output_ = "-";
    std::string format_;
    std::string gexf_ = "1.3";
    GraphOptions options_;
};

}  // namespace

std::unique_ptr<Command> make_diff() { return std::make_unique<Diff>(); }

}  // namespace entente::cli
