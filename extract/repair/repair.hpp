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
    Span original;       ///< the bytes that it touched; empty where something was put in
    std::string what;    ///< "restored" or repair::Edit::what
    std::string before;  ///< a word or some bytes
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

/// Undoes, in this order: characters misread (encoding), words divided (hyphens), blanks lost (stops); then takes out
/// what is no part of the article (layout) and restores strings that a careless scraper deleted throughout ("the" and
/// "ad": "leers" was "leaders"). A sound text keeps every byte outside its layout. Any thread, deterministic. Some ms
/// for an article, linear in its length.
[[nodiscard]] CleanText clean(std::string_view original, const RepairKnowledge& knowledge);

}  // namespace entente
