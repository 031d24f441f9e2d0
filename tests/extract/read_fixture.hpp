// SPDX-License-Identifier: Apache-2.0
// What tests of reading share: all articles of some inputs, and what was said of them.
#pragma once

#include <algorithm>
#include <string>
#include <vector>

#include "extract/read/reader.hpp"
#include "tests/catch.hpp"
#include "tests/core/temp_folder.hpp"

namespace entente::test {

struct Read {
    std::vector<Document> documents;
    Diagnostics diagnostics;
    [[nodiscard]] bool says(const std::string& words) const {
        return std::ranges::any_of(diagnostics,
                                   [&](const Diagnostic& d) { return format(d).find(words) != std::string::npos; });
    }
};

inline Read articles_of(const std::vector<std::string>& inputs, const ReadOptions& options = {}) {
    Read out;
    DocumentSource source(inputs, options);
    while (auto document = source.next(out.diagnostics)) out.documents.push_back(std::move(*document));
    CHECK(source.files_done() == source.files());
    CHECK(source.bytes_done() == source.bytes());
    return out;
}

inline Document only(const Read& r) {
    for (const Diagnostic& d : r.diagnostics) INFO(format(d));
    REQUIRE(r.documents.size() == 1);
    return r.documents[0];
}

}  // namespace entente::test
