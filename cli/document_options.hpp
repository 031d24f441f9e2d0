// SPDX-License-Identifier: Apache-2.0
// Options of the commands that read documents, and the run that turns them into triples.
#pragma once

#include <CLI/CLI.hpp>
#include <functional>
#include <string>
#include <vector>

#include "core/diagnostics.hpp"
#include "core/triple.hpp"
#include "extract/extract.hpp"

namespace entente::cli {

struct DocumentOptions {
    std::vector<std::string> inputs;
    std::string kind;
    std::string date;
    KnowledgeFiles knowledge;
    std::size_t threads = 0;  ///< 0: all cores
    bool no_repair = false;
    bool strict = false;
    bool quiet = false;
    bool verbose = false;
    bool no_progress = false;

    void add_to(CLI::App& app);
};

/// What a run over documents came to.
struct Tally {
    std::size_t documents = 0;
    std::size_t triples = 0;
    std::size_t skipped = 0;
};

/// Extracts from all inputs on all threads; `take` gets the triples of one document after the other, in input order,
/// on the calling thread. Inputs that hold triples already are handed through. Reports diagnostics and progress.
Tally run_documents(const DocumentOptions& options, const std::function<void(std::vector<Triple>&&)>& take);

}  // namespace entente::cli
