// SPDX-License-Identifier: Apache-2.0
// A saved article made fit for reading, with the way back to its bytes.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/span.hpp"
#include "extract/repair/context.hpp"
#include "extract/repair/words.hpp"

namespace entente {

/// One thing that was done to a text.
struct Repair {
    Span original;       ///< the bytes that it touched; empty where a word was put in
    std::string what;    ///< "restored", or why a line was blanked: "advertisement", "caption", "dateline" …
    std::string before;  ///< of a word
    std::string after;
};

struct CleanText {
    std::string text;
    SpanMap map;                       ///< from bytes of `text` to bytes of the original
    std::vector<Repair> report;        ///< in the order of the text
    std::vector<std::string> deleted;  ///< the strings that had been deleted from the original throughout
};

/// What repair knows of English. Immutable.
struct RepairKnowledge {
    WordList words;
    repair::ContextModel context;
};

/// Blanks what is no part of the article (bytes stay in their places) and restores strings that a careless scraper
/// deleted throughout ("the" and "ad": "leers" was "leaders"). A text without such damage keeps every byte outside the
/// blanked lines. Any thread, deterministic. Some ms for an article, linear in its length.
[[nodiscard]] CleanText clean(std::string_view original, const RepairKnowledge& knowledge);

}  // namespace entente
