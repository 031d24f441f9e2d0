// SPDX-License-Identifier: Apache-2.0
#include "extract/repair/options.hpp"

#include <algorithm>
#include <bit>

namespace entente::repair {
namespace {

/// 1 + twice the binary logarithm, the mantissa's first bit told.
std::uint64_t frequency(std::uint32_t rank) {
    const std::uint32_t n = rank + 1;
    const auto log = static_cast<std::uint32_t>(std::bit_width(n) - 1);
    const std::uint32_t half = log > 0 ? (n >> (log - 1)) & 1u : 0;
    return 1 + 2 * log + half;
}

Guess guess_of(const Candidate& c, bool known, const Token& token) {
    Guess out;
    out.as = neighbour(c.word, token);
    out.frequency = known ? frequency(c.rank) : 0;
    out.length = std::min<std::size_t>(token.core().size(), 7);
    out.insertions = c.insertions.size();
    out.front = !c.insertions.empty() && c.insertions.front().at == 0;
    return out;
}

/// Whether a string that was deleted with its capital too was put before the word.
bool may_be_capital(const Candidate& c, const Damage& damage) {
    if (c.insertions.empty() || c.insertions.front().at != 0) return false;
    const auto at = std::ranges::find(damage.strings, c.insertions.front().text) - damage.strings.begin();
    return damage.capitals[static_cast<std::size_t>(at)];
}

}  // namespace

Choice Options::of(const Token& token) {
    Choice out;
    out.likely = neighbour(token.lower, token);
    if (token.kind != Token::Kind::word || token.shape == Token::Shape::other) return out;
    const std::string core(token.core());
    auto known = known_.find(core);
    if (known == known_.end()) known = known_.emplace(core, candidates(core, damage_.strings, words_, most_)).first;
    const auto rank = words_.rank(core);
    out.strange = known->second.empty() && !rank;
    if (known->second.empty()) return out;
    const Candidate self{core, rank.value_or(0), {}};
    out.options.push_back({self, guess_of(self, rank.has_value(), token)});
    for (const Candidate& c : known->second) {
        const bool front = c.insertions.front().at == 0;
        // A capital is written as it was: nothing can have stood before it.
        if (front && token.shape == Token::Shape::capital) continue;
        out.options.push_back({c, guess_of(c, true, token)});
        if (!may_be_capital(c, damage_)) continue;
        out.options.push_back(out.options.back());
        out.options.back().guess.capital = true;
    }
    if (out.options.size() == 1) out.options.clear();
    if (out.options.size() > 1 && (!rank || out.options[1].candidate.rank < *rank)) out.likely = out.options[1].guess.as;
    return out;
}

std::vector<Choice> Options::of(std::string_view text, const Paragraph& paragraph) {
    std::vector<Choice> out;
    out.reserve(paragraph.tokens.size());
    for (std::size_t i = 0; i < paragraph.tokens.size(); ++i) {
        const Token& token = paragraph.tokens[i];
        out.push_back(of(token));
        // "1990s", "5th" and "21st" are no words of their own.
        const bool ending = i > 0 && paragraph.tokens[i - 1].kind == Token::Kind::number &&
                            paragraph.tokens[i - 1].span.end == token.span.begin;
        if (!ending && token.span.of(text) != "I") continue;
        out.back().options.clear();
        out.back().strange = false;
    }
    return out;
}

Place place_of(std::string_view text, const Paragraph& paragraph, const std::vector<Choice>& choices, std::size_t i,
               const Neighbour& left1, const Neighbour& left2) {
    const Token& token = paragraph.tokens[i];
    const auto likely = [&](std::size_t k) { return k < choices.size() ? choices[k].likely : edge(); };
    const auto blank = [&](std::size_t at) { return at >= text.size() || static_cast<unsigned char>(text[at]) <= ' '; };
    Place out;
    out.left1 = left1;
    out.left2 = left2;
    out.right1 = likely(i + 1);
    out.right2 = likely(i + 2);
    out.bounds = (token.span.begin > 0 && !blank(token.span.begin - 1) ? 1u : 0u) + (blank(token.span.end) ? 0u : 2u);
    out.sentence_start = token.sentence_start;
    out.shape = token.shape;
    return out;
}

}  // namespace entente::repair
