// SPDX-License-Identifier: Apache-2.0
#include "cli/export_options.hpp"

#include <fmt/format.h>

#include "core/error.hpp"
#include "export/slices.hpp"

namespace entente::cli {
namespace {

std::string format_list() {
    std::string out = "format, else by the suffix of -o:";
    for (const Format& f : formats()) out += fmt::format("\n{} ({})", f.name, f.description);
    return out;
}

template <class Value>
Value choice(const std::string& text, std::initializer_list<std::pair<std::string_view, Value>> values) {
    for (const auto& [name, value] : values)
        if (name == text) return value;
    throw UsageError(fmt::format("unknown choice \"{}\"", text));
}

}  // namespace

void add_metrics(CLI::App& app, bool& metrics) {
    app.add_flag("--metrics", metrics,
                 "GraphML, GEXF, CSV, JSON, NDJSON: each actor's degree, strength, pagerank, betweenness, core and community, as "
                 "'info --metrics' has them");
}

void FileOptions::add_to(CLI::App& app) {
    app.add_option("-o,--output", output, "where it goes (default: standard output)")->type_name("FILE");
    app.add_option("-f,--format", format, format_list())->type_name("FORMAT");
    app.add_option("--dialect", dialect, "whom GraphML is for: gephi (and all others), yed, neo4j (APOC), strict (schema); CSV: neo4j (neo4j-admin)")
        ->check(CLI::IsMember({"gephi", "yed", "neo4j", "strict"}))
        ->type_name("NAME")
        ->capture_default_str();
    app.add_option("--gexf", gexf, "version of GEXF: 1.3, or 1.2 for NetworkX before 3.6")
        ->check(CLI::IsMember({"1.2", "1.3"}))
        ->type_name("VERSION")
        ->capture_default_str();
    app.add_option("--json", json, "shape of JSON: node-link (NetworkX, D3) or cytoscape (Cytoscape.js)")
        ->check(CLI::IsMember({"node-link", "cytoscape"}))
        ->type_name("SHAPE")
        ->capture_default_str();
    app.add_option("--aggregate", aggregate,
                   "an edge is: type (all of one relation type between two actors), pair (all between them), none "
                   "(a single observation); only files of the first can be read back")
        ->check(CLI::IsMember({"type", "pair", "none"}))
        ->type_name("HOW")
        ->capture_default_str();
    app.add_flag("--no-evidence", no_evidence,
                 "GraphML, GEXF, JSON, NDJSON: without the observations in full, for viewers; such a file can't be read back");
    add_metrics(app, metrics);
    app.add_option("--split", split, "a file per day, week or month: NAME.2021-08.gexf")
        ->check(CLI::IsMember({"day", "week", "month"}))
        ->type_name("PERIOD");
}

ExportOptions FileOptions::options() const {
    ExportOptions out;
    out.dialect = choice<Dialect>(dialect, {{"gephi", Dialect::gephi},
                                            {"yed", Dialect::yed},
                                            {"neo4j", Dialect::neo4j},
                                            {"strict", Dialect::strict}});
    out.aggregate = choice<Aggregate>(
        aggregate, {{"type", Aggregate::type}, {"pair", Aggregate::pair}, {"none", Aggregate::none}});
    out.evidence = !no_evidence;
    out.metrics = metrics;
    out.gexf_12 = gexf == "1.2";
    out.cytoscape = json == "cytoscape";
    return out;
}

void FileOptions::check() const {
    check_options(choose_format(format, output), options());
    io::check_writable(output);
}

void FileOptions::write(const Graph& graph) const {
    const Format& f = choose_format(format, output);
    if (split.empty()) return export_graph(graph, f, output, options());
    const auto period =
        choice<Period>(split, {{"day", Period::day}, {"week", Period::week}, {"month", Period::month}});
    export_slices(graph, f, output, period, options());
}

}  // namespace entente::cli
