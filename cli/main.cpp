// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <csignal>
#include <string>
#include <vector>

#include "cli/command.hpp"
#include "core/error.hpp"
#include "core/io/output.hpp"

namespace {

using namespace entente;
using namespace entente::cli;

/// `entente INPUT... -o OUT` without a command means `build`.
std::vector<std::string> with_command(int argc, char** argv) {
    std::vector<std::string> args(argv + 1, argv + argc);
    if (args.empty()) return {"--help"};
    const auto known = [&](const std::string& a) {
        return std::ranges::any_of(commands(), [&](const CommandRow& row) { return row.name == a; });
    };
    const bool plain_help = args[0] == "--help" || args[0] == "-h" || args[0] == "--version";
    if (args[0] == "help") {
        args.erase(args.begin());
        args.emplace_back("--help");
        return args;
    }
    if (!plain_help && !known(args[0])) args.insert(args.begin(), "build");
    return args;
}

int run(int argc, char** argv) {
    CLI::App app("entente: news articles in, a dated graph of who did what to whom out", "entente");
    app.set_version_flag("--version", "entente " ENTENTE_VERSION);
    app.require_subcommand(1);
    app.footer("entente COMMAND --help shows a command's options and examples.");
    int status = Exit::failed;
    std::vector<std::unique_ptr<Command>> made;
    for (const CommandRow& row : commands()) {
        CLI::App* sub = app.add_subcommand(std::string(row.name), std::string(row.summary));
        sub->footer(std::string(row.examples));
        Command* command = made.emplace_back(row.make()).get();
        command->add_options(*sub);
        sub->callback([command, &status] { status = command->run(); });
    }
    std::vector<std::string> args = with_command(argc, argv);
    std::ranges::reverse(args);  // CLI11 takes them last first
    try {
        app.parse(args);
    } catch (const CLI::ParseError& e) {
        if (e.get_exit_code() == 0) return app.exit(e);
        fmt::print(stderr, "entente: {}\nRun 'entente --help' or 'entente COMMAND --help'.\n", e.what());
        return Exit::failed;
    }
    return status;
}

}  // namespace

int main(int argc, char** argv) {
    std::signal(SIGPIPE, SIG_IGN);  // a closed pipe is a write error, and ends the program quietly
    try {
        return run(argc, argv);
    } catch (const io::ClosedPipe&) {
        return Exit::done;
    } catch (const std::bad_alloc&) {
        fmt::print(stderr, "entente: out of memory\n");
    } catch (const std::exception& e) {
        fmt::print(stderr, "entente: {}\n", e.what());
    }
    return Exit::failed;
}
