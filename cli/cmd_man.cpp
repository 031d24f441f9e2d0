// SPDX-License-Identifier: Apache-2.0
#include <filesystem>

#include "cli/commands.hpp"
#include "cli/graph_options.hpp"
#include "cli/manual.hpp"
#include "core/error.hpp"
#include "core/io/output.hpp"

namespace entente::cli {
namespace {

const CLI::App* command_named(const CLI::App& whole, const std::string& name) {
    for (const CLI::App* sub : whole.get_subcommands([](const CLI::App*) { return true; }))
        if (sub->get_name() == name) return sub;
    throw UsageError("there is no command \"" + name + "\"");
}

class Man final : public Command {
public:
    void add_options(CLI::App& app) override {
        whole_ = app.get_parent();
        app.add_option("COMMAND", command_, "a command; without one the page of the program");
        app.add_option("--all", folder_, "write all pages into this folder: entente.1, entente-build.1 …")
            ->type_name("FOLDER");
    }

    int run() override {
        if (folder_.empty()) {
            print_out(man_page(command_.empty() ? *whole_ : *command_named(*whole_, command_)));
            return Exit::done;
        }
        std::filesystem::create_directories(folder_);
        save("entente.1", man_page(*whole_));
        for (const CLI::App* sub : whole_->get_subcommands([](const CLI::App*) { return true; }))
            if (!sub->get_name().empty()) save("entente-" + sub->get_name() + ".1", man_page(*sub));
        return Exit::done;
    }

private:
    void save(const std::string& leaf, const std::string& page) const {
        io::Output out((std::filesystem::path(folder_) / leaf).string());
        out.write(page);
        out.close();
    }

    const CLI::App* whole_ = nullptr;
    std::string command_;
    std::string folder_;
};

class Completion final : public Command {
public:
    void add_options(CLI::App& app) override {
        whole_ = app.get_parent();
        app.add_option("SHELL", shell_, "bash, zsh or fish")->required();
    }

    int run() override {
        print_out(completion(*whole_, shell_));
        return Exit::done;
    }

private:
    const CLI::App* whole_ = nullptr;
    std::string shell_;
};

}  // namespace

std::unique_ptr<Command> make_man() { return std::make_unique<Man>(); }
std::unique_ptr<Command> make_completion() { return std::make_unique<Completion>(); }

}  // namespace entente::cli
