// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include "cli/commands.hpp"
#include "cli/document_options.hpp"
#include "cli/report.hpp"
#include "core/io/output.hpp"
#include "export/formats.hpp"
#include "export/text.hpp"
#include "graph/builder.hpp"

namespace entente::cli {
namespace {

class Build final : public Command {
public:
    void add_options(CLI::App& app) override {
        documents_.add_to(app);
        app.add_option("-o,--output", output_, "the graph's file (default: standard output)");
        app.add_option("-f,--format", format_, "its format, where the suffix does not say: " + format_names());
    }

    int run() override {
        const Format& format = choose_format(format_, output_);
        io::check_writable(output_);
        GraphBuilder builder;
        const Tally tally = run_documents(documents_, [&](std::vector<Triple>&& triples) {
            for (const Triple& t : triples) builder.add(t);
        });
        const Graph graph = builder.finish();
        export_graph(graph, format, output_);
        if (!documents_.quiet) summarise(tally, graph);
        return graph.edges().empty() ? Exit::nothing : Exit::done;
    }

private:
    static std::string format_names() {
        std::string names;
        for (const Format& f : formats()) (names += names.empty() ? "" : " ") += f.name;
        return names;
    }

    void summarise(const Tally& tally, const Graph& graph) const {
        tell("entente: {}, {}: {}, {}{}{}\n", counted(tally.documents, "document"), counted(tally.triples, "triple"),
             counted(graph.actors().size(), "actor"), counted(graph.edges().size(), "relation"),
             output_ == "-" ? "" : " in ", output_ == "-" ? "" : output_);
        if (tally.skipped > 0) tell("entente: skipped {}\n", counted(tally.skipped, "record"));
    }

    DocumentOptions documents_;
    std::string output_ = "-";
    std::string format_;
};

}  // namespace

std::unique_ptr<Command> make_build() { return std::make_unique<Build>(); }

}  // namespace entente::cli
