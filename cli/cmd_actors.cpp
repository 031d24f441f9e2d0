// SPDX-License-Identifier: Apache-2.0
// entente actors lint: checks tables of actors, the user's own or the program's.
#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include "cli/commands.hpp"
#include "cli/report.hpp"
#include "core/io/input.hpp"
#include "core/io/output.hpp"
#include "extract/actors/lint.hpp"
#include "extract/embedded.hpp"

namespace entente::cli {
namespace {

class Actors final : public Command {
public:
    void add_options(CLI::App& app) override {
        app.add_option("ACTION", action_, "lint: report what is wrong in the tables")->required()->check(CLI::IsMember({"lint"}));
        app.add_option("FILE", files_, "tables of your own, as --actors takes them; none: the tables in the program");
    }

    int run() override {
        std::vector<TableText> own;
        for (const EmbeddedFile& f : embedded_files())
            if (f.path.starts_with("data/actors/")) own.push_back({std::string(f.path), std::string(f.bytes)});
        std::vector<TableText> files;
        for (const std::string& path : files_) files.push_back({path, io::Input(path).rest()});
        const Diagnostics found = files.empty() ? lint_actors(own, {}) : lint_actors(files, own);
        io::Output out("-");
        for (const Diagnostic& d : found) out.write(fmt::format("{}:{}: {}\n", d.source, d.line, d.message));
        out.close();
        if (found.empty()) tell("entente: nothing wrong in {}\n", files_.empty() ? "the program's own tables" : fmt::format("{}", fmt::join(files_, ", ")));
        return found.empty() ? Exit::done : Exit::nothing;
    }

private:
    std::string action_;
    std::vector<std::string> files_;
};

}  // namespace

std::unique_ptr<Command> make_actors() { return std::make_unique<Actors>(); }

}  // namespace entente::cli
