// SPDX-License-Identifier: Apache-2.0
// One article, as a reader hands it on.
#pragma once

#include <optional>
#include <string>

#include "core/date.hpp"

namespace entente {

struct Document {
    std::string id;      ///< the article's own id, else a hash of its text
    std::string source;  ///< path or URL; of a record in an NDJSON file: file#id
    std::string title;   ///< from metadata; a title that is part of `text` stays there
    std::string publisher;
    std::string url;
    std::optional<Timestamp> published;
    std::string text;  ///< valid UTF-8; every offset of a triple counts its bytes (at most 4 GiB)
};

/// What a graph keeps of an article beside its evidence.
struct DocumentRecord {
    std::string id;
    std::string source;
    std::string publisher;
    std::string url;
    std::string title;
    std::optional<Timestamp> published;
    std::string text;       ///< hash of the text that was read; empty where only triples are known
    std::string knowledge;  ///< Fingerprints::all() of what it was read with; empty where that is unknown
};

}  // namespace entente
