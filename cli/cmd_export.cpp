// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include "cli/commands.hpp"
#include "cli/graph_options.hpp"
#include "core/io/output.hpp"
#include "export/formats.hpp"

namespace entente::cli {
namespace {

std::string format_list() {
    std::string out = "format, else by the suffix of -o:";
    for (const Format& f : formats()) out += fmt::format("\n{} ({})", f.name, f.description);
    return out;
}

class Export final : public Command {
public:
    void add_options(CLI::App& app) override {
        app.add_option("GRAPH", graph_, "a store, a .graphml that entente wrote, or triples (NDJSON)")->required();
        app.add_option("-o,--output", output_, "where it goes (default: standard output)")->type_name("FILE");
        app.add_option("-f,--format", format_, format_list())->type_name("FORMAT");
        options_.add_to(app);
    }

    int run() override {
        const Format& format = choose_format(format_, output_);
        const Filter filter = options_.filter();
        io::check_writable(output_);
        const Graph graph = restrict(options_.load(graph_), filter);
        export_graph(graph, format, output_);
        return graph.edges().empty() ? Exit::nothing : Exit::done;
    }

private:
    std::string graph_;
    std::string output_ = "-";
    std::string format_;
    GraphOptions options_;
};

}  // namespace

std::unique_ptr<Command> make_export() { return std::make_unique<Export>(); }

}  // namespace entente::cli
