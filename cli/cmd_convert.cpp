// SPDX-License-Identifier: Apache-2.0
#include "cli/commands.hpp"
#include "cli/export_options.hpp"
#include "cli/graph_options.hpp"
#include "cli/report.hpp"
#include "core/error.hpp"
#include "graph/load.hpp"

namespace entente::cli {
namespace {

/// From one of the formats that we read back to another: export without a choice of what counts.
class Convert final : public Command {
public:
    void add_options(CLI::App& app) override {
        app.add_option("INPUT", input_, std::string(k_graph_argument))
            ->required();
        file_.add_to(app);
    }

    int run() override {
        file_.check();
        Diagnostics diagnostics;
        const Graph graph = load_graph(input_, diagnostics);
        Report(false, false).diagnostics(diagnostics);
        file_.write(graph);
        return graph.edges().empty() ? Exit::nothing : Exit::done;
    }

private:
    std::string input_;
    FileOptions file_;
};

}  // namespace

std::unique_ptr<Command> make_convert() { return std::make_unique<Convert>(); }

}  // namespace entente::cli
