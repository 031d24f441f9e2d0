// SPDX-License-Identifier: Apache-2.0
#include <CLI/CLI.hpp>

#include "cli/commands.hpp"
#include "cli/report.hpp"
#include "graph/store.hpp"

namespace entente::cli {
namespace {

class Vacuum final : public Command {
public:
    void add_options(CLI::App& app) override {
        app.add_option("STORE", store_, "the store's file")->required()->check(CLI::ExistingFile);
        app.add_flag("-q,--quiet", quiet_, "say nothing but errors");
    }

    int run() override {
        Store store(store_, Store::Use::write);
        const auto megabytes = [&] { return static_cast<double>(store.summary().bytes) / 1e6; };
        const double before = megabytes();
        store.vacuum();
        if (!quiet_) tell("entente: {}: {:.1f} MB, it was {:.1f} MB\n", store_, megabytes(), before);
        return Exit::done;
    }

private:
    std::string store_;
    bool quiet_ = false;
};

}  // namespace

std::unique_ptr<Command> make_vacuum() { return std::make_unique<Vacuum>(); }

}  // namespace entente::cli
