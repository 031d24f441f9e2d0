// SPDX-License-Identifier: Apache-2.0
// A graph's evidence on the disk, in one SQLite file: grows by a batch at a time, survives a kill at any moment, and
// may be read while it is written.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "core/fingerprints.hpp"
#include "graph/database.hpp"
#include "graph/graph.hpp"

namespace entente {

/// What is in a store, in figures.
struct StoreSummary {
    std::uint64_t bytes = 0;
    std::size_t documents = 0;   ///< that count
    std::size_t superseded = 0;  ///< earlier versions of corrected documents, kept but not counted
    std::size_t observations = 0;
    struct Reading {
        Fingerprints fingerprints;
        std::size_t documents = 0;
    };
    std::vector<Reading> readings;  ///< what the documents were read with, the most documents first
};

class Store {
public:
    enum class Use {
        read,   ///< the file exists
        write,  ///< made where it is missing; every commit() is on the disk when it returns
        fresh,  ///< a new file, or a temporary one where the path is empty: fast, and nothing if interrupted
    };

    /// Throws InputError for what is no store, or can't be used so.
    Store(const std::string& path, Use use);

    [[nodiscard]] Database& database() { return db_; }
    [[nodiscard]] StoreSummary summary();

    /// Gives back the room of what was removed, and of the evidence of earlier texts, which are still known as such. Readers
    /// may go on meanwhile. Takes as much room again until it is done.
    void vacuum();

    /// The graph of all that counts, copies of a report folded.
    [[nodiscard]] Graph graph();

private:
    Database db_;
};

}  // namespace entente
