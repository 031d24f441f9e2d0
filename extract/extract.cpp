// SPDX-License-Identifier: Apache-2.0
#include "extract/extract.hpp"

#include <algorithm>

#include "extract/relate/relate.hpp"
#include "extract/repair/repair.hpp"

namespace entente {
namespace {

CleanText as_it_is(const std::string& text) {
    CleanText clean;
    clean.text = text;
    return clean;
}

}  // namespace

std::vector<Triple> extract(const Document& document, const Knowledge& knowledge, Language::Scratch& scratch,
                            const ExtractOptions& options) {
    const CleanText clean = options.repair ? entente::clean(document.text, *knowledge.words) : as_it_is(document.text);
    const Reading reading{&document, clean.text, &clean.map};
    const RelationTables tables{&knowledge.actors, &knowledge.lexicon, &knowledge.goldstein};
    DocumentContext context;
    context.articles_lost = std::ranges::find(clean.deleted, "the") != clean.deleted.end();
    std::vector<Triple> triples;
    std::uint32_t index = 0;
    for (const Sentence& sentence : knowledge.language->analyse(clean.text, scratch))
        relate(tables, reading, sentence, index++, context, triples);
    return triples;
}

}  // namespace entente
