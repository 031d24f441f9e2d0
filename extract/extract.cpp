// SPDX-License-Identifier: Apache-2.0
#include "extract/extract.hpp"

#include <algorithm>

#include "extract/open/open.hpp"
#include "extract/relate/relate.hpp"
#include "extract/sentences.hpp"

namespace entente {

std::vector<Triple> extract(const Document& document, const Knowledge& knowledge, Language::Scratch& scratch,
                            const ExtractOptions& options) {
    Speech speech;
    const RelationTables tables{&knowledge.actors, &knowledge.lexicon, &knowledge.cameo, knowledge.similar.get()};
    DocumentContext context;
    std::vector<Triple> triples;
    for_each_sentence(document, knowledge, scratch, {options.repair, options.segmented},
                      [&](const CleanText& clean, Sentence&& sentence, std::uint32_t index) {
                          context.articles_lost = std::ranges::find(clean.deleted, "the") != clean.deleted.end();
                          context.enter(document.text, clean.map.to_original(sentence.span).begin, index);
                          const Reading reading{&document, clean.text, &clean.map, &speech, options.explain};
                          if (options.open)
                              relate_openly(knowledge.actors, reading, sentence, index, *options.open, context, triples);
                          else
                              relate(tables, reading, sentence, index, context, triples);
                      });
    return triples;
}

}  // namespace entente
