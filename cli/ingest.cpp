// SPDX-License-Identifier: Apache-2.0
#include "cli/ingest.hpp"

#include <fmt/format.h>

#include "cli/report.hpp"
#include "core/error.hpp"
#include "export/text.hpp"
#include "graph/load.hpp"

namespace entente::cli {
namespace {

/// Stores and graphs go in as they are; false for all else.
bool add_graph(io::Input& input, const DocumentOptions& options, StoreWriter& writer, const std::function<void()>& done) {
    const GraphKind kind = graph_kind(input);
    if (options.shard && (kind == GraphKind::store || kind == GraphKind::file))
        throw UsageError(fmt::format("{}: --shard divides documents and triples, not stores and graphs", input.path()));
    switch (kind) {
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
    takers.claim = [&](io::Input& input) { return add_graph(input, documents, writer, done); };
    const Tally tally = run_documents(documents, takers);
    if (const std::size_t others = documents.quiet ? 0 : writer.read_otherwise(); others > 0)
        tell("entente: {} in the store read with another model or other tables ('entente info' says which): give their files "
             "again to read them anew\n",
             counted(others, "document"));
    return tally;
}

}  // namespace entente::cli
