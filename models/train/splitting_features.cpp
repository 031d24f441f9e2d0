// SPDX-License-Identifier: Apache-2.0
// What the tokenizer and the sentence splitter see, for splitting.py to learn from:
//   splitting_features cuts MODEL < TEXT    the gaps within runs without blanks that may part two words
//   splitting_features ends MODEL < TEXT    the gaps between words that may end a sentence
// A line for each gap: the byte after it, what the rules say (0 or 1), the places of the features. MODEL need not hold
// the weights yet that are to be learned.
#include <fmt/format.h>

#include <string>
#include <vector>

#include "core/io/input.hpp"
#include "core/io/utf8.hpp"
#include "extract/language/cuts.hpp"
#include "extract/language/sentences.hpp"

using namespace entente;

namespace {

void print(std::uint32_t at, bool rule, const std::vector<std::uint32_t>& seen) {
    fmt::print("{} {:d} {}\n", at, rule, fmt::join(seen, " "));
}

void cuts(const nn::ModelFile& model, std::string_view text) {
    const nn::StringTable vocabulary = model.strings("vectors.strings");
    const nn::PartedWords parted{model.strings("parted.keys"), model.strings("parted.values")};
    std::vector<nn::Piece> pieces;
    nn::tokenize(text, pieces);
    nn::CutFeatures features(text, pieces, vocabulary);
    std::vector<nn::CutFeatures::Gap> gaps;
    std::vector<std::uint32_t> seen;
    for (std::size_t first = 0, last = 0; first < pieces.size(); first = last) {
        last = nn::run_end(pieces, first);
        features.gaps(first, last, parted, gaps);
        for (const nn::CutFeatures::Gap& gap : gaps) {
            features.find(gap, first, last, seen);
            print(gap.at, gap.rule, seen);
        }
    }
}

void ends(const nn::ModelFile& model, std::string_view text) {
    const nn::StringTable vocabulary = model.strings("vectors.strings");
    std::vector<nn::Piece> by_rules, pieces;
    nn::tokenize(text, by_rules);
    nn::Cuts(model).apply(text, by_rules, pieces);
    nn::BoundaryFeatures features(text, pieces, vocabulary);
    std::vector<std::uint32_t> seen;
    for (std::size_t i = 1; i < pieces.size(); ++i) {
        const std::string_view gap(text.data() + pieces[i - 1].span.end, pieces[i].span.begin - pieces[i - 1].span.end);
        if (gap.find('\n') != gap.npos || !features.candidate(i)) continue;
        const bool rule = nn::rules_end_before(text, pieces, i);
        features.find(i, rule, seen);
        print(pieces[i].span.begin, rule, seen);
    }
}

}  // namespace

int main(int argc, char** argv) {
    if (argc != 3) return 2;
    const std::string bytes = io::Input(argv[2]).rest();
    const nn::ModelFile model(bytes);
    std::string text = io::Input("-").rest();
    utf8::make_valid(text);
    std::string_view(argv[1]) == "cuts" ? cuts(model, text) : ends(model, text);
}
