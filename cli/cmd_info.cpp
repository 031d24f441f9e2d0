// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <algorithm>
#include <iterator>

#include "cli/commands.hpp"
#include "cli/graph_options.hpp"
#include "export/json.hpp"
#include "export/look.hpp"
#include "export/metrics.hpp"
#include "graph/load.hpp"
#include "graph/statistics.hpp"
#include "graph/store.hpp"
#include "graph/store_schema.hpp"

namespace entente::cli {
namespace {

std::string as_text(const Graph& graph, const Statistics& s) {
    std::string out;
    const auto line = [&](std::string_view what, const std::string& value) {
        out += fmt::format("{:<14}{}\n", what, value);
    };
    line("actors", fmt::format("{}", s.actors));
    line("relations", fmt::format("{}", s.edges));
    line("observations", fmt::format("{}  ({} negated, {} undated)", s.observations, s.negated, s.undated));
    line("documents", fmt::format("{}  ({} sources)", s.documents, s.sources));
    line("dates", s.first ? to_string(*s.first) + " .. " + to_string(*s.last) : "none");
    std::size_t width = 5;
    for (const auto i : s.top_actors)
        width = std::clamp(columns(printable(graph.actors()[i].label)), width, std::size_t{36});
    out += fmt::format("\n{} {:>8}  {:<12} {:<24} id\n", fitted("actor", width), "mentions", "kind", "seen");
    for (const auto i : s.top_actors) {
        const Actor& a = graph.actors()[i];
        const std::string seen = a.first ? to_string(*a.first) + " .. " + to_string(*a.last) : "undated";
        out += fmt::format("{} {:>8}  {:<12} {:<24} {}\n", fitted(printable(a.label), width), a.mentions, name(a.kind),
                           seen, printable(a.id));
    }
    out += fmt::format("\n{:<12} {:>9} {:>12}\n", "type", "relations", "observations");
    for (const TypeCount& t : s.types)
        out += fmt::format("{:<12} {:>9} {:>12}\n", type_name(t.type), t.edges, t.observations);
    return out;
}

std::string as_json(const Graph& graph, const Statistics& s) {
    const auto date = [](std::optional<Date> d) { return d ? "\"" + to_string(*d) + "\"" : std::string("null"); };
    std::string out = fmt::format(
        "{{\"actors\":{},\"relations\":{},\"observations\":{},\"documents\":{},\"sources\":{},\"negated\":{},"
        "\"undated\":{},"
        "\"first\":{},\"last\":{},\"kinds\":{{",
        s.actors, s.edges, s.observations, s.documents, s.sources, s.negated, s.undated, date(s.first), date(s.last));
    for (std::size_t i = 0; i < s.kinds.size(); ++i)
        out += fmt::format("{}\"{}\":{}", i ? "," : "", name(static_cast<Kind>(i)), s.kinds[i]);
    out += "},\"top_actors\":[";
    for (const auto i : s.top_actors) {
        if (i != s.top_actors.front()) out += ',';
        append_actor_json(out, graph.actors()[i]);
    }
    out += "],\"types\":[";
    for (const TypeCount& t : s.types)
        out += fmt::format("{}{{\"type\":\"{}\",\"relations\":{},\"observations\":{}}}",
                           &t == s.types.data() ? "" : ",", type_name(t.type), t.edges, t.observations);
    return out += ']';
}

std::string store_as_text(const StoreSummary& s) {
    std::string out = fmt::format("\nstore         version {}, {:.1f} MB, {} documents, {} earlier texts\n", k_store_schema,
                                  static_cast<double>(s.bytes) / 1e6, s.documents, s.superseded);
    for (const auto& [with, documents] : s.readings)
        out += fmt::format("{} read with model {}, lexicon {}, actors {}\n", counted(documents, "document"), with.model,
                           with.lexicon, with.actors);
    return out;
}

std::string store_as_json(const StoreSummary& s) {
    std::string out = fmt::format(",\"store\":{{\"version\":{},\"bytes\":{},\"documents\":{},\"earlier_texts\":{},\"read_with\":[",
                                  k_store_schema, s.bytes, s.documents, s.superseded);
    for (const auto& [with, documents] : s.readings)
        out += fmt::format("{}{{\"model\":\"{}\",\"lexicon\":\"{}\",\"actors\":\"{}\",\"documents\":{}}}",
                           out.back() == '[' ? "" : ",", with.model, with.lexicon, with.actors, documents);
    return out += "]}";
}

bool is_store(const std::string& path) {
    if (path == "-") return false;
    io::Input input(path);
    return graph_kind(input) == GraphKind::store;
}

class Info final : public Command {
public:
    void add_options(CLI::App& app) override {
        app.add_option("GRAPH", graph_, std::string(k_graph_argument))->required();
        app.add_flag("--metrics", metrics_,
                     "who matters and who belongs together: PageRank, betweenness, weighted degree, k-core, communities");
        app.add_option("-n,--top", top_, "how many actors to list")->type_name("N")->capture_default_str();
        add_format(app, format_, {"text", "json"});
        options_.add_to(app);
    }

    int run() override {
        const Filter filter = options_.filter();
        const Graph graph = restrict(options_.load(graph_), filter);
        const Statistics s = statistics(graph, top_);
        std::string out = format_ == "json" ? as_json(graph, s) : as_text(graph, s);
        if (is_store(graph_)) {
            const StoreSummary store = Store(graph_, Store::Use::read).summary();
            out += format_ == "json" ? store_as_json(store) : store_as_text(store);
        }
        if (metrics_) append_metrics(out, graph, filter.clock);
        print_out(out += format_ == "json" ? "}\n" : "");
        return graph.edges().empty() ? Exit::nothing : Exit::done;
    }

private:
    void append_metrics(std::string& out, const Graph& graph, Clock clock) const {
        const Metrics m = metrics(TemporalGraph(graph, clock), {});
        if (format_ == "json") {
            append_metrics_json(out += ",\"metrics\":", graph, m);
        } else {
            entente::append_metrics(out += '\n', graph, m, top_);
        }
    }

    std::string graph_;
    bool metrics_ = false;
    std::size_t top_ = 10;
    std::string format_;
    GraphOptions options_;
};

}  // namespace

std::unique_ptr<Command> make_info() { return std::make_unique<Info>(); }

}  // namespace entente::cli
