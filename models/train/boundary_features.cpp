// SPDX-License-Identifier: Apache-2.0
// What the sentence splitter sees, for boundaries.py to learn from: boundary_features WORDS < TEXT
// WORDS: the model's vocabulary, a word a line, commonest first. A line for each gap that may be a boundary: where the
// next word begins (byte), what the rules say (0 or 1), the numbers of the features.
#include <fmt/format.h>

#include <string>
#include <vector>

#include "core/io/input.hpp"
#include "core/io/utf8.hpp"
#include "extract/language/sentences.hpp"

using namespace entente;

namespace {

/// The words as a section of a model, as models/train/export.py writes it.
std::string section(std::string_view lines) {
    std::vector<std::uint32_t> offsets{0};
    std::string bytes;
    for (std::size_t at = 0; at < lines.size();) {
        const std::size_t end = std::min(lines.find('\n', at), lines.size());
        bytes += lines.substr(at, end - at);
        offsets.push_back(static_cast<std::uint32_t>(bytes.size()));
        at = end + 1;
    }
    const std::size_t count = offsets.size() - 1;
    std::size_t slots = 1;
    while (slots * 4 < count * 5) slots *= 2;
    std::vector<std::uint32_t> words{static_cast<std::uint32_t>(count), static_cast<std::uint32_t>(slots)};
    words.insert(words.end(), offsets.begin(), offsets.end());
    const std::size_t table = words.size();
    words.resize(table + slots);
    for (std::size_t i = 0; i < count; ++i) {
        std::size_t at =
            nn::fnv1a(std::string_view(bytes).substr(offsets[i], offsets[i + 1] - offsets[i])) & (slots - 1);
        while (words[table + at] != 0) at = (at + 1) & (slots - 1);
        words[table + at] = static_cast<std::uint32_t>(i + 1);
    }
    return std::string(reinterpret_cast<const char*>(words.data()), words.size() * 4) + bytes;
}

}  // namespace

int main(int argc, char** argv) {
    if (argc != 2) return 2;
    const std::string words = section(io::Input(argv[1]).rest());
    const nn::StringTable vocabulary(words, "words");
    std::string text = io::Input("-").rest();
    utf8::make_valid(text);
    std::vector<nn::Piece> pieces;
    nn::tokenize(text, pieces);
    nn::BoundaryFeatures features(text, pieces, vocabulary);
    std::vector<std::uint32_t> seen;
    for (std::size_t i = 1; i < pieces.size(); ++i) {
        const std::string_view gap(text.data() + pieces[i - 1].span.end, pieces[i].span.begin - pieces[i - 1].span.end);
        if (gap.find('\n') != gap.npos || !features.candidate(i)) continue;
        const bool rule = nn::rules_end_before(text, pieces, i);
        features.find(i, rule, seen);
        fmt::print("{} {:d} {}\n", pieces[i].span.begin, rule, fmt::join(seen, " "));
    }
}
