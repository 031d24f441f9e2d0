// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include "cli/commands.hpp"
#include "cli/document_options.hpp"
#include "cli/report.hpp"
#include "cli/sorted_lines.hpp"
#include "core/io/output.hpp"
#include "export/text.hpp"

namespace entente::cli {
namespace {

class Extract final : public Command {
public:
    void add_options(CLI::App& app) override {
        documents_.add_to(app);
        documents_.add_shard_to(app);
        auto* open = app.add_flag("--open", open_, "print all that the sentences state, in their own words, not only "
                                                    "relations between actors");
        app.add_option("--view", view_,
                       "with --open: full (the default: one triple a clause, with all its arguments) or graph (short "
                       "arguments, conjuncts apart)")
            ->needs(open)
            ->type_name("VIEW")
            ->check(CLI::IsMember({"full", "graph"}));
        app.add_flag("--segmented", documents_.segmented,
                     "every line or record is one sentence whose words stand apart by blanks: take them as they are");
        app.add_flag("--explain", documents_.explain,
                     "show on stderr how each sentence was read: its tree, its clauses, the rows of the lexicon that fit "
                     "and why others did not");
        app.add_option("-o,--output", output_,
                       "where the triples go, one JSON object a line (default: standard output)");
    }

    int run() override {
        if (open_) documents_.open = view_ == "graph" ? open::View::graph : open::View::full;
        io::Output out(output_);
        const Tally tally = documents_.shard ? print_sorted(out) : print(out);
        out.close();
        if (documents_.verbose)
            tell("entente: {}, {}, skipped {}\n", counted(tally.documents, "document"),
                 counted(tally.triples, "triple"), counted(tally.skipped, "record"));
        // A shard may be empty: its neighbours have the documents.
        return tally.triples > 0 || documents_.shard ? Exit::done : Exit::nothing;
    }

private:
    Tally print(io::Output& out) const {
        return run_documents(documents_, {[&](Extracted&& found) {
            for (const Triple& t : found.triples) {
                out.write(to_json(t));
                out.write("\n");
            }
        }});
    }

    Tally print_sorted(io::Output& out) const {
        SortedLines lines;
        const Tally tally = run_documents(documents_, {[&](Extracted&& found) {
            for (const Triple& t : found.triples) lines.add(to_json(t));
        }});
        lines.for_each([&](std::string_view line) {
            out.write(line);
            out.write("\n");
        });
        return tally;
    }

    DocumentOptions documents_;
    std::string output_ = "-";
    std::string view_ = "full";
    bool open_ = false;
};

}  // namespace

std::unique_ptr<Command> make_extract() { return std::make_unique<Extract>(); }

}  // namespace entente::cli
