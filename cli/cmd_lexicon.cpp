// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>
#include <fmt/ranges.h>

#include <CLI/CLI.hpp>

#include "cli/commands.hpp"
#include "cli/report.hpp"
#include "core/error.hpp"
#include "core/io/input.hpp"
#include "core/io/output.hpp"
#include "extract/cases.hpp"
#include "extract/embedded.hpp"
#include "extract/relate/lint.hpp"

namespace entente::cli {
namespace {

constexpr std::string_view k_folder = "data/relations/";

/// The tables that are linked into the program.
std::vector<LexiconFile> own_tables() {
    std::vector<LexiconFile> out;
    for (const EmbeddedFile& f : embedded_files())
        if (f.path.starts_with(k_folder)) out.push_back({std::string(f.path), std::string(f.bytes)});
    return out;
}

class LexiconCommand final : public Command {
public:
    void add_options(CLI::App& app) override {
        app.add_option("ACTION", action_,
                       "lint: check tables (classes, slots, codes, rows that repeat each other); "
                       "test: read sentences and check what they state")
            ->required()
            ->check(CLI::IsMember({"lint", "test"}));
        app.add_option("FILE", files_,
                       "for lint, tables like those of data/relations (none: the program's own); for test, files of cases: "
                       "sentences, ----, the triples that they state, ====");
        app.add_option("--lexicon", knowledge_.lexicon, "test with the relation lexicon in this folder instead of the built-in one");
        app.add_option("--actors", knowledge_.actors, "test with this actor table added to the built-in one; may be given again")
            ->expected(1)
            ->take_all();
    }

    int run() override {
        if (action_ == "lint") return lint();
        if (files_.empty()) throw UsageError("lexicon test: name a file of cases");
        return test();
    }

private:
    int lint() {
        const auto own = own_tables();
        std::vector<LexiconFile> files;
        for (const std::string& path : files_) files.push_back({path, io::Input(path).rest()});
        Cameo codes;
        for (const EmbeddedFile& f : embedded_files())
            if (f.path == "data/ontology/cameo.tsv") codes.add(f.path, f.bytes);
        const Diagnostics found = files.empty() ? lint_lexicon(own, {}, codes) : lint_lexicon(files, own, codes);
        io::Output out("-");
        for (const Diagnostic& d : found) out.write(d.source.empty() ? d.message + "\n" : fmt::format("{}:{}: {}\n", d.source, d.line, d.message));
        out.close();
        return found.empty() ? Exit::done : Exit::nothing;
    }

    int test() {
        const auto knowledge = Knowledge::load(knowledge_);
        Language::Scratch scratch;
        io::Output out("-");
        std::size_t passed = 0;
        std::size_t all = 0;
        for (const std::string& path : files_)
            for (const TextCase& c : read_cases(io::Input(path).rest())) {
                ++all;
                const auto got = stated(c, *knowledge, scratch);
                if (got == c.expected) {
                    ++passed;
                    continue;
                }
                out.write(fmt::format("{}:{}: {}\n  {}", path, c.line, c.title, c.text));
                for (const std::string& e : c.expected)
                    if (std::ranges::find(got, e) == got.end()) out.write(fmt::format("  missing: {}\n", e));
                for (const std::string& g : got)
                    if (std::ranges::find(c.expected, g) == c.expected.end()) out.write(fmt::format("  too much: {}\n", g));
            }
        out.write(fmt::format("{} of {} cases hold\n", passed, all));
        out.close();
        return passed == all ? Exit::done : Exit::nothing;
    }

    std::vector<std::string> files_;
    KnowledgeFiles knowledge_;
    std::string action_;
};

}  // namespace

std::unique_ptr<Command> make_lexicon() { return std::make_unique<LexiconCommand>(); }

}  // namespace entente::cli
