// SPDX-License-Identifier: Apache-2.0
// Checks of a relation lexicon that loading it does not make: classes without members, slots that are none, codes that
// the ontology lacks, rows that can never fire.
#pragma once

#include <span>
#include <string>

#include "core/diagnostics.hpp"
#include "extract/relate/cameo.hpp"

namespace entente {

struct LexiconFile {
    std::string path;
    std::string text;
};

/// Which table a file is tells its header. `context`: files that `files` may refer to (classes, operators) but that are
/// not checked themselves. In the order of files and lines. O(cells).
[[nodiscard]] Diagnostics lint_lexicon(std::span<const LexiconFile> files, std::span<const LexiconFile> context, const Cameo& codes);

}  // namespace entente
