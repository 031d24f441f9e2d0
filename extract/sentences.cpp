// SPDX-License-Identifier: Apache-2.0
#include "extract/sentences.hpp"

#include "extract/language/segmented.hpp"

namespace entente {
namespace {

/// A huge article is read in pieces, so that its trees are not all in memory at once: this many bytes, and on to the end
/// of the line (or of the word, where a line is as long again).
constexpr std::size_t k_piece = 1u << 18;

std::size_t end_of_piece(std::string_view text, std::size_t begin) {
    if (text.size() - begin <= 2 * k_piece) return text.size();
    for (const char end : {'\n', ' '})
        if (const auto at = text.find(end, begin + k_piece); at < begin + 2 * k_piece) return at + 1;
    return begin + 2 * k_piece;
}

void shift(Sentence& sentence, std::size_t by) {
    const auto move = [by](Span& span) {
        span.begin += static_cast<std::uint32_t>(by);
        span.end += static_cast<std::uint32_t>(by);
    };
    move(sentence.span);
    for (Token& t : sentence.tokens) move(t.span);
}

CleanText as_it_is(const std::string& text) {
    CleanText clean;
    clean.text = text;
    return clean;
}

std::vector<Sentence> analyse(const Language& language, std::string_view text, bool segmented, Language::Scratch& scratch) {
    if (!segmented) return language.analyse(text, scratch);
    std::vector<Sentence> sentences = entente::segmented(text);
    language.parse(sentences, scratch);
    return sentences;
}

}  // namespace

void for_each_sentence(const Document& document, const Knowledge& knowledge, Language::Scratch& scratch, const SentenceOptions& options,
                       const std::function<void(const CleanText&, Sentence&&, std::uint32_t)>& take) {
    const bool repair = options.repair && !options.segmented;
    const CleanText clean = repair ? entente::clean(document.text, *knowledge.repair) : as_it_is(document.text);
    const std::string_view text = clean.text;
    std::uint32_t index = 0;
    for (std::size_t begin = 0; begin < text.size();) {
        const std::size_t end = end_of_piece(text, begin);
        for (Sentence& sentence : analyse(*knowledge.language, text.substr(begin, end - begin), options.segmented, scratch)) {
            shift(sentence, begin);
            take(clean, std::move(sentence), index++);
        }
        begin = end;
    }
}

}  // namespace entente
