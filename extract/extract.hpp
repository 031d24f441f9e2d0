// SPDX-License-Identifier: Apache-2.0
// The facade of extraction: a document in, its triples out. Pure: no state but the scratch space.
#pragma once

#include <optional>
#include <vector>

#include "core/document.hpp"
#include "core/triple.hpp"
#include "extract/knowledge.hpp"
#include "extract/open/views.hpp"
#include "extract/relate/explain.hpp"

namespace entente {

struct ExtractOptions {
    bool repair = true;      ///< leave out layout lines and undo scraping damage before reading
    bool segmented = false;  ///< every line is a sentence whose words stand apart by blanks; it is taken as it is
    std::optional<open::View> open;  ///< every triple that the sentences state, printed in this view
    Explanation* explain = nullptr;  ///< told how each sentence was read, unless null; not shared between threads
};

/// The relations between actors that the document states, in the order of its sentences; or, asked openly, all that it
/// states. Safe to call from any thread with a scratch of its own. About 10,000 words a second.
[[nodiscard]] std::vector<Triple> extract(const Document& document, const Knowledge& knowledge, Language::Scratch& scratch,
                                          const ExtractOptions& options = {});

}  // namespace entente
