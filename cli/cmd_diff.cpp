// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <algorithm>

#include "cli/commands.hpp"
#include "cli/graph_options.hpp"
#include "cli/report.hpp"
#include "core/error.hpp"
#include "core/io/output.hpp"
#include "export/json.hpp"
#include "export/sink.hpp"
#include "graph/diff.hpp"

namespace entente::cli {
namespace {

constexpr std::string_view k_names[] = {"same", "added", "removed", "changed"};

void append_list(std::string& out, std::string_view key, const std::vector<const Observation*>& list) {
    out += fmt::format(",\"{}\":[", key);
    for (std::size_t i = 0; i < list.size(); ++i) {
        if (i > 0) out += ',';
        append_observation_json(out, *list[i]);
    }
    out += ']';
}

/// {"change":"changed","before":{edge}|null,"after":{edge}|null,"lost":[evidence],"gained":[evidence]}
void append_change_json(std::string& out, const Graph& a, const Graph& b, const EdgeChange& c) {
    out += fmt::format("{{\"change\":\"{}\",\"before\":", k_names[static_cast<std::size_t>(c.change)]);
    c.before ? append_edge_json(out, a, *c.before, false) : static_cast<void>(out += "null");
    out += ",\"after\":";
    c.after ? append_edge_json(out, b, *c.after, false) : static_cast<void>(out += "null");
    append_list(out, "lost", c.lost);
    append_list(out, "gained", c.gained);
    out += "}\n";
}

class Diff final : public Command {
public:
    void add_options(CLI::App& app) override {
        app.add_option("GRAPHS", graphs_,
                       "two graphs, or one with two --at. Lines begin with ' ' the same, '+' only in the second, "
                       "'-' only in the first, '*' in both but with other evidence")
            ->required()
            ->expected(1, 2);
        app.add_option("--at", dates_, "a date of the one graph: its state then (--window); twice")
            ->type_name("DATE")
            ->allow_extra_args(false);
        app.add_flag("-c,--suppress-common", no_common_, "leave out relations that are the same");
        app.add_flag("-s,--summary", summary_, "print counts to standard error");
        app.add_option("-n,--sentences", evidence_, "sentences per changed relation, the surest first; 0: all")
            ->type_name("N")
            ->capture_default_str();
        add_format(app, format_, {"text", "ndjson"});
        options_.add_undated_to(app);
    }

    int run() override {
        check();
        const Filter first = dates_.empty() ? options_.filter() : options_.filter_at(dates_[0]);
        const Filter second = dates_.empty() ? options_.filter() : options_.filter_at(dates_[1]);
        const Graph whole = options_.load(graphs_[0]);
        const Graph before = restrict(whole, first);
        const Graph after = restrict(graphs_.size() == 2 ? options_.load(graphs_[1]) : whole, second);
        const auto changes = diff(before, after);
        const DiffSummary counts = summarise(changes, before, after);
        if (!options_.quiet) print(changes, before, after);
        if (summary_) print_summary(counts);
        return counts.any() ? Exit::nothing : Exit::done;
    }

private:
    void check() const {
        if (graphs_.size() == 2 && !dates_.empty())
            throw UsageError("give two graphs, or one graph and two --at, not both");
        if (graphs_.size() == 1 && dates_.size() != 2)
            throw UsageError("give a second graph, or two dates: --at 2021-08-01 --at 2021-09-01");
    }

    void print(const std::vector<EdgeChange>& changes, const Graph& before, const Graph& after) const {
        const TextStyle style = text_style(evidence_);
        std::size_t width = 0;
        for (const EdgeChange& c : changes)
            if (!no_common_ || c.change != Change::same)
                width = std::max(width, c.after ? pair_width(after, *c.after) : pair_width(before, *c.before));
        io::Output out("-");
        Sink sink(out);
        for (const EdgeChange& c : changes) {
            if (no_common_ && c.change == Change::same) continue;
            if (format_ == "ndjson")
                append_change_json(sink.text, before, after, c);
            else
                append_change(sink.text, before, after, c, width, style);
            sink.checkpoint();
        }
        sink.flush();
        out.close();
    }

    static void print_summary(const DiffSummary& s) {
        tell(
            "relations: {} before, {} after; {} same, {} added, {} removed, {} changed\nactors: {} added, {} removed\n",
            s.before, s.after, s.same, s.added, s.removed, s.changed, s.actors_added, s.actors_removed);
    }

    std::vector<std::string> graphs_;
    std::vector<std::string> dates_;
    bool no_common_ = false;
    bool summary_ = false;
    std::size_t evidence_ = 1;
    std::string format_;
    GraphOptions options_;
};

}  // namespace

std::unique_ptr<Command> make_diff() { return std::make_unique<Diff>(); }

}  // namespace entente::cli
