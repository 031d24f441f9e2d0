// SPDX-License-Identifier: Apache-2.0
// Inputs that hold relations instead of articles: triples, and the event tables of others. They go round extraction,
// after all documents, so that the order does not depend on the threads.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "cli/document_options.hpp"
#include "cli/report.hpp"
#include "core/io/input.hpp"

namespace entente::cli {

class RelationInputs {
public:
    /// Takes an input whose kind is a name of relation_names(). Only standard input stays open.
    void add(io::Input&& input, const std::string& kind);
    /// Hands on what they hold: triples and tables in their order, then GDELT's mentions, which need the tables. One
    /// batch a thread in memory, and an index of GDELT's events where there are mentions.
    void read(const DocumentOptions& options, Report& report, Tally& tally, const Takers& takers);

private:
    struct Held {
        std::string path;
        std::string kind;
        std::optional<io::Input> open;
    };
    std::vector<Held> held_;
};

}  // namespace entente::cli
