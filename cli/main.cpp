// SPDX-License-Identifier: Apache-2.0
#include <fcntl.h>
#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <csignal>
#include <filesystem>
#include <sstream>
#include <string>
#include <vector>

#include "cli/command.hpp"
#include "cli/report.hpp"
#include "core/error.hpp"
#include "core/io/output.hpp"
#include "extract/knowledge.hpp"

namespace {

using namespace entente;
using namespace entente::cli;

/// A stream that the caller closed would hand its number to the next file that is opened, and messages would be written
/// into a graph. /dev/null takes the place, opened so that using it fails.
void keep_standard_streams() {
    for (const int fd : {0, 1, 2})
        if (fcntl(fd, F_GETFD) < 0) static_cast<void>(open("/dev/null", fd == 0 ? O_WRONLY : O_RDONLY));
}

/// A first word that is no command should be an input; says so where it is neither.
void check_input(const std::string& word) {
    std::error_code ignored;
    if (word.starts_with('-') || std::filesystem::exists(word, ignored)) return;
    std::string names;
    for (const CommandRow& row : commands()) names += fmt::format(" {}", row.name);
    throw UsageError(fmt::format("there is neither a command nor a file \"{}\"; the commands are{}", word, names));
}

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
        if (!args.empty() && !known(args[0]))
            throw UsageError(fmt::format("help: there is no command \"{}\"", args[0]));
        args.emplace_back("--help");
        return args;
    }
    if (!plain_help && !known(args[0])) {
        check_input(args[0]);
        args.insert(args.begin(), "build");
    }
    return args;
}

/// With fingerprints: the same three read the same articles to the same bytes.
std::string version() {
    const Fingerprints f = Knowledge::load({})->fingerprints;
    return fmt::format("entente {}\nmodel    {}\nlexicon  {}\nactors   {}", ENTENTE_VERSION, f.model, f.lexicon, f.actors);
}

int run(int argc, char** argv) {
    CLI::App app("entente: news articles in, a dated graph of who did what to whom out", "entente");
    app.set_version_flag("--version", version);
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
        if (e.get_exit_code() == 0) {
            std::ostringstream help;
            app.exit(e, help, help);
            io::Output out("-");
            out.write(help.str());
            out.close();
            return Exit::done;
        }
        tell("entente: {}\nRun 'entente --help' or 'entente COMMAND --help'.\n", e.what());
        return Exit::failed;
    }
    return status;
}

}  // namespace

int main(int argc, char** argv) {
    keep_standard_streams();
    std::signal(SIGPIPE, SIG_IGN);  // a closed pipe is a write error, and ends the program quietly
    try {
        return run(argc, argv);
    } catch (const io::ClosedPipe&) {
        return Exit::done;
    } catch (const std::bad_alloc&) {
        tell("entente: out of memory\n");
    } catch (const std::exception& e) {
        tell("entente: {}\n", e.what());
    }
    return Exit::failed;
}
