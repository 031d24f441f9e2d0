// SPDX-License-Identifier: Apache-2.0
// Whatever the user names as INPUT, into a store: documents, triples, stores, graphs.
#pragma once

#include "cli/document_options.hpp"
#include "graph/store_writer.hpp"

namespace entente::cli {

/// Adds all inputs to `writer`. Documents that the store knows are not read again. With `batches` what was added
/// is made last a batch at a time, otherwise nothing is before the caller commits.
Tally ingest(const DocumentOptions& documents, StoreWriter& writer, bool batches);

}  // namespace entente::cli
