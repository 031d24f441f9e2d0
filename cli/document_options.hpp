// SPDX-License-Identifier: Apache-2.0
// Options of the commands that read documents, and the run that turns them into triples.
#pragma once

#include <CLI/CLI.hpp>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "cli/shard.hpp"
#include "core/diagnostics.hpp"
#include "core/document.hpp"
#include "core/io/input.hpp"
#include "core/triple.hpp"
#include "extract/extract.hpp"

namespace entente::cli {

struct DocumentOptions {
    std::vector<std::string> inputs;
    std::string kind;
    std::string date;
    KnowledgeFiles knowledge;
    std::size_t threads = 0;  ///< 0: all cores
    std::optional<Shard> shard;  ///< only these documents
    bool no_repair = false;
    bool segmented = false;          ///< set by the commands that offer it
    std::optional<open::View> open;  ///< the same
    bool strict = false;
    bool quiet = false;
    bool verbose = false;
    bool no_progress = false;
    bool explain = false;  ///< tell on stderr how each sentence was read; one thread then

    [[nodiscard]] std::size_t workers() const;  ///< threads to start
    void add_to(CLI::App& app);
    void add_shard_to(CLI::App& app);
};

/// What a run over documents came to.
struct Tally {
    std::size_t documents = 0;
    std::size_t triples = 0;
    std::size_t skipped = 0;
    std::size_t known = 0;  ///< documents that were not read
};

/// The triples of an article, or without a document some of a file of triples or an event table.
struct Extracted {
    std::optional<DocumentRecord> document;
    std::vector<Triple> triples;
};

/// What a run hands its findings to; all are called on the calling thread.
struct Takers {
    std::function<void(Extracted&&)> triples;  ///< in input order
    /// Before the first document: what documents are read with.
    std::function<void(const Fingerprints&)> reading = {};
    /// Whether a document need not be read because all of it is known.
    std::function<bool(const DocumentRecord&)> knows = {};
    /// Sees each input first; true: it was no document, and is dealt with.
    std::function<bool(io::Input&)> claim = {};
};

/// Extracts from all inputs on all threads, then hands through what inputs hold that are triples or event tables already.
/// Reports diagnostics and progress.
Tally run_documents(const DocumentOptions& options, const Takers& takers);

}  // namespace entente::cli
