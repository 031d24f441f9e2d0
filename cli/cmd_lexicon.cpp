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
        CLI::App* lint = app.add_subcommand("lint", "check tables: classes, slots, codes, rows that repeat each other");
        lint->add_option("FILE", files_, "tables like those of data/relations (default: the program's own)");
        CLI::App* test = app.add_subcommand("test", "read sentences and check what they state");
        test->add_option("FILE", files_, "files of cases: sentences, ----, the triples that they state, ====")->required();
        test->add_option("--lexicon", knowledge_.lexicon, "folder with a relation lexicon to use instead of the built-in one");
        test->add_option("--actors", knowledge_.actors, "actor table to add to the built-in one; may be given again")->expected(1)->take_all();
        app.require_subcommand(1);
        lint->callback([this] { lint_ = true; });
    }

    int run() override { return lint_ ? lint() : test(); }

private:
    int lint() {
        const auto own = own_tables();
        std::vector<LexiconFile> files;
        for (const std::string& path : files_) files.push_back({path, io::Input(path).rest()});
        Goldstein codes;
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
    bool lint_ = false;
};

}  // namespace

std::unique_ptr<Command> make_lexicon() { return std::make_unique<LexiconCommand>(); }

}  // namespace entente::cli
