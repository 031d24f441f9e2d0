// SPDX-License-Identifier: Apache-2.0
#include "extract/mentions.hpp"

#include <algorithm>

#include "extract/actors/resolver.hpp"
#include "extract/sentences.hpp"

namespace entente {

std::vector<FoundActor> find_actors(const Document& document, const Knowledge& knowledge, Language::Scratch& scratch, bool repair) {
    std::vector<FoundActor> out;
    DocumentContext context;
    const Date day = document.published ? document.published->local_date() : k_no_day;
    for_each_sentence(document, knowledge, scratch, {repair, false}, [&](const CleanText& clean, Sentence&& sentence, std::uint32_t index) {
        context.articles_lost = std::ranges::find(clean.deleted, "the") != clean.deleted.end();
        context.enter(document.text, clean.map.to_original(sentence.span).begin, index);
        const Tree tree(sentence);
        Resolver resolver(knowledge.actors, context, tree, day, index);
        for (int w = 0; w < tree.size(); ++w) {
            if (!resolver.is_mention(w)) continue;
            const Span span = clean.map.to_original(tree.span(tree.phrase(w)));
            for (ActorRef& actor : resolver.resolve_all(w)) out.push_back({span, index, std::move(actor)});
        }
        resolver.remember();
    });
    return out;
}

}  // namespace entente
