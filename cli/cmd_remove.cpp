// SPDX-License-Identifier: Apache-2.0
#include <CLI/CLI.hpp>

#include "cli/commands.hpp"
#include "cli/report.hpp"
#include "export/text.hpp"
#include "graph/store_writer.hpp"

namespace entente::cli {
namespace {

class Remove final : public Command {
public:
    void add_options(CLI::App& app) override {
        app.add_option("STORE", store_, "the store's file")->required()->check(CLI::ExistingFile);
        app.add_option("DOC", documents_, "ids of documents, as `why` and `export -f ndjson` print them")->required();
        app.add_flag("-q,--quiet", quiet_, "say nothing but errors");
    }

    int run() override {
        Store store(store_, Store::Use::write);
        StoreWriter writer(store, StoreWriter::Order::matters);
        std::size_t removed = 0;
        for (const std::string& id : documents_) {
            const bool found = writer.remove(id) > 0;
            removed += found;
            if (!found && !quiet_) tell("entente: {}: there is no document \"{}\"\n", store_, id);
        }
        writer.commit();
        if (!quiet_) tell("entente: {}: {} removed\n", store_, counted(removed, "document"));
        return removed > 0 ? Exit::done : Exit::nothing;
    }

private:
    std::string store_;
    std::vector<std::string> documents_;
    bool quiet_ = false;
};

}  // namespace

std::unique_ptr<Command> make_remove() { return std::make_unique<Remove>(); }

}  // namespace entente::cli
