// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <optional>

#include "cli/commands.hpp"
#include "cli/export_options.hpp"
#include "cli/ingest.hpp"
#include "cli/report.hpp"
#include "core/error.hpp"
#include "core/io/output.hpp"
#include "export/formats.hpp"
#include "export/text.hpp"
#include "graph/store_build.hpp"

namespace entente::cli {
namespace {

class Build final : public Command {
public:
    void add_options(CLI::App& app) override {
        documents_.add_to(app);
        documents_.add_shard_to(app);
        app.add_option("-o,--output", output_, "the graph's file (default: standard output)");
        app.add_option("-f,--format", format_, "its format, where the suffix does not say: " + format_names());
        add_metrics(app, file_.metrics);
    }

    int run() override {
        const bool to_store = is_store(output_);
        const Format* format = to_store ? nullptr : &choose_format(format_, output_);
        if (format)
            check_options(*format, file_);
        else if (file_.metrics)
            throw UsageError("--metrics: a store has no place for them; give them to 'entente export', or see 'entente info'");
        io::check_writable(output_);
        // A temporary file beside the store, as what it takes may be large; for a graph, which fits in memory, one that
        // is rarely needed.
        std::optional<ScratchFile> scratch;
        if (to_store) scratch.emplace(output_ + ".scratch");
        Store merged(scratch ? scratch->path() : "", Store::Use::fresh);
        StoreWriter writer(merged, StoreWriter::Order::does_not);
        const Tally tally = ingest(documents_, writer, false);
        writer.commit();
        if (to_store) {
            write_store(merged, output_);
            const StoreSummary s = merged.summary();
            summarise(tally, fmt::format("{}, {}", counted(s.documents, "document"), counted(s.observations, "triple")));
            return s.observations == 0 && !documents_.shard ? Exit::nothing : Exit::done;
        }
        const Graph graph = merged.graph();
        export_graph(graph, *format, output_, file_);
        summarise(tally, fmt::format("{}, {}", counted(graph.actors().size(), "actor"),
                                     counted(graph.edges().size(), "relation")));
        return graph.edges().empty() ? Exit::nothing : Exit::done;
    }

private:
    static std::string format_names() {
        std::string names = "db";
        for (const Format& f : formats()) (names += " ") += f.name;
        return names;
    }

    [[nodiscard]] bool is_store(const std::string& path) const {
        return format_ == "db" || (format_.empty() && path.ends_with(".db"));
    }

    void summarise(const Tally& tally, const std::string& result) const {
        if (documents_.quiet) return;
        const std::string read = tally.triples == 0 ? "" : fmt::format("{}, {}: ", counted(tally.documents, "document"), counted(tally.triples, "triple"));
        tell("entente: {}{}{}{}\n", read, result, output_ == "-" ? "" : " in ", output_ == "-" ? "" : output_);
        if (tally.skipped > 0) tell("entente: skipped {}\n", counted(tally.skipped, "record"));
    }

    DocumentOptions documents_;
    std::string output_ = "-";
    std::string format_;
    ExportOptions file_;
};

}  // namespace

std::unique_ptr<Command> make_build() { return std::make_unique<Build>(); }

}  // namespace entente::cli
