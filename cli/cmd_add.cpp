// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include "cli/commands.hpp"
#include "cli/ingest.hpp"
#include "cli/report.hpp"
#include "export/text.hpp"

namespace entente::cli {
namespace {

class Add final : public Command {
public:
    void add_options(CLI::App& app) override {
        app.add_option("STORE", store_, "the store's file, made where it is missing")->required();
        documents_.add_to(app);
    }

    int run() override {
        Store store(store_, Store::Use::write);
        StoreWriter writer(store, StoreWriter::Order::matters);
        const Tally tally = ingest(documents_, writer, true);
        writer.commit();
        if (!documents_.quiet) summarise(tally, writer.tally());
        return tally.documents + tally.known + tally.triples + writer.tally().documents > 0 ? Exit::done : Exit::nothing;
    }

private:
    void summarise(const Tally& tally, const AddTally& added) const {
        tell("entente: {}: {} and {} added", store_, counted(added.documents, "document"),
             counted(added.observations, "triple"));
        if (added.corrected > 0) tell(", {} of them corrected", added.corrected);
        if (tally.known + added.known > 0) tell(", {} known already", tally.known + added.known);
        if (tally.skipped > 0) tell(", {} skipped", counted(tally.skipped, "record"));
        tell("\n");
    }

    std::string store_;
    DocumentOptions documents_;
};

}  // namespace

std::unique_ptr<Command> make_add() { return std::make_unique<Add>(); }

}  // namespace entente::cli
