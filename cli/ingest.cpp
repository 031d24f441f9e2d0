// SPDX-License-Identifier: Apache-2.0
#include "cli/ingest.hpp"

#include "core/error.hpp"
#include "graph/load.hpp"

namespace entente::cli {
namespace {

/// Stores and graphs go in as they are; false for all else.
bool add_graph(io::Input& input, StoreWriter& writer, const std::function<void()>& done) {
    switch (graph_kind(input)) {
        case GraphKind::store: {
            if (input.path() == "-") throw InputError("standard input: a store can't be read from a pipe: name its file");
            Store other(input.path(), Store::Use::read);
            writer.add(other);
            break;
        }
        case GraphKind::file: {
            Diagnostics none;
            const Graph graph = load_graph(std::move(input), none);
            for (const Observation& o : graph.observations()) writer.add(o);
            break;
        }
        default: return false;
    }
    done();
    return true;
}

}  // namespace

Tally ingest(const DocumentOptions& documents, StoreWriter& writer, bool batches) {
    const auto done = [&] {
        if (batches) writer.commit_batch();
    };
    Takers takers;
    takers.triples = [&](Extracted&& found) {
        if (found.document) {
            writer.add(*found.document, found.triples);
        } else {
            for (const Triple& t : found.triples) writer.add(t);
        }
        done();
    };
    takers.reading = [&](const Fingerprints& f) { writer.read_with(f); };
    takers.knows = [&](const DocumentRecord& d) { return writer.knows(d); };
    takers.claim = [&](io::Input& input) { return add_graph(input, writer, done); };
    return run_documents(documents, takers);
}

}  // namespace entente::cli
