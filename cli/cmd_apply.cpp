// SPDX-License-Identifier: Apache-2.0
#include "cli/commands.hpp"
#include "cli/export_options.hpp"
#include "cli/graph_options.hpp"
#include "core/error.hpp"
#include "graph/patch.hpp"

namespace entente::cli {
namespace {

class Apply final : public Command {
public:
    void add_options(CLI::App& app) override {
        app.add_option("PATCH", patch_, "what 'entente diff -f ndjson' printed; - is standard input")->required();
        app.add_option("GRAPH", graph_, "the first graph of that diff: " + std::string(k_graph_argument))->required();
        file_.add_to(app);
        app.add_flag("--strict", options_.strict, "stop at the first bad record of GRAPH");
        app.add_flag("-q,--quiet", options_.quiet, "say nothing about bad records");
    }

    int run() override {
        file_.check();
        if (patch_ == "-" && graph_ == "-") throw UsageError("PATCH and GRAPH can't both be standard input");
        const Graph graph = options_.load(graph_);
        io::Input patch(patch_);
        const Graph patched = apply_patch(patch, graph);
        file_.write(patched);
        return patched.edges().empty() ? Exit::nothing : Exit::done;
    }

private:
    std::string patch_;
    std::string graph_;
    FileOptions file_;
    GraphOptions options_;
};

}  // namespace

std::unique_ptr<Command> make_apply() { return std::make_unique<Apply>(); }

}  // namespace entente::cli
