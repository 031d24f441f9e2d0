// SPDX-License-Identifier: Apache-2.0
#include "cli/commands.hpp"
#include "cli/export_options.hpp"
#include "cli/graph_options.hpp"

namespace entente::cli {
namespace {

class Export final : public Command {
public:
    void add_options(CLI::App& app) override {
        app.add_option("GRAPH", graph_, std::string(k_graph_argument))->required();
        file_.add_to(app);
        options_.add_to(app);
    }

    int run() override {
        file_.check();
        const Filter filter = options_.filter();
        const Graph graph = restrict(options_.load(graph_), filter);
        file_.write(graph);
        return graph.edges().empty() ? Exit::nothing : Exit::done;
    }

private:
    std::string graph_;
    FileOptions file_;
    GraphOptions options_;
};

}  // namespace

std::unique_ptr<Command> make_export() { return std::make_unique<Export>(); }

}  // namespace entente::cli
