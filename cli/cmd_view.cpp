// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <chrono>
#include <cstdlib>
#include <filesystem>
#include <thread>

#include "cli/commands.hpp"
#include "cli/graph_options.hpp"
#include "cli/report.hpp"
#include "core/error.hpp"
#include "core/io/output.hpp"
#include "export/formats.hpp"
#include "export/html.hpp"

extern char** environ;

namespace entente::cli {
namespace {

/// A place of its own for the page, which only this user can read: "/tmp/entente-X2b9aQ/news.html".
std::string temporary_page(const std::string& graph) {
    std::string folder = (std::filesystem::temp_directory_path() / "entente-XXXXXX").string();
    if (!mkdtemp(folder.data()))
        throw InputError(fmt::format("{}: can't make a folder for the page; give a file with -o", folder));
    const std::string stem = graph == "-" ? "graph" : std::filesystem::path(graph).stem().string();
    return fmt::format("{}/{}.html", folder, stem);
}

/// Hands `path` to the desktop's browser. False where there is no desktop, no xdg-open, or it says no within two
/// seconds; a browser that stays in the foreground longer has opened it.
bool open_in_browser(const std::string& path) {
    if (!std::getenv("DISPLAY") && !std::getenv("WAYLAND_DISPLAY")) return false;
    posix_spawn_file_actions_t quiet;
    posix_spawn_file_actions_init(&quiet);
    for (const int fd : {0, 1, 2}) posix_spawn_file_actions_addopen(&quiet, fd, "/dev/null", fd ? 1 : 0, 0);
    std::string program = "xdg-open";
    std::string file = path;
    char* arguments[] = {program.data(), file.data(), nullptr};
    pid_t child = 0;
    const int failed = posix_spawnp(&child, program.c_str(), &quiet, nullptr, arguments, environ);
    posix_spawn_file_actions_destroy(&quiet);
    if (failed) return false;
    int status = 0;
    for (int tenths = 0; tenths < 20; ++tenths) {
        if (waitpid(child, &status, WNOHANG) == child) return WIFEXITED(status) && WEXITSTATUS(status) == 0;
        std::this_thread::sleep_for(std::chrono::milliseconds(100));
    }
    return true;
}

class ViewCommand final : public Command {
public:
    void add_options(CLI::App& app) override {
        app.add_option("GRAPH", graph_, std::string(k_graph_argument))->required();
        app.add_option("-o,--output", output_, "write the page there and don't open it")->type_name("FILE");
        options_.add_to(app);
    }

    int run() override {
        check_page();
        const Filter filter = options_.filter();
        if (!output_.empty()) io::check_writable(output_);
        const Graph graph = restrict(options_.load(graph_), filter);
        const std::string path = output_.empty() ? temporary_page(graph_) : output_;
        export_graph(graph, choose_format("html", path), path);
        if (output_.empty() && !open_in_browser(path)) tell("The page is {}; open it in a browser.\n", path);
        return graph.edges().empty() ? Exit::nothing : Exit::done;
    }

private:
    std::string graph_;
    std::string output_;
    GraphOptions options_;
};

}  // namespace

std::unique_ptr<Command> make_view() { return std::make_unique<ViewCommand>(); }

}  // namespace entente::cli
