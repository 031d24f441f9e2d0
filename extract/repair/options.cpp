// SPDX-License-Identifier: Apache-2.0
#include "extract/repair/options.hpp"

#include <algorithm>
#include <bit>
#include <limits>

namespace entente::repair {
namespace {

/// 1 + twice the binary logarithm, the mantissa's first bit told.
std::uint64_t frequency(std::uint32_t rank) {
    const std::uint32_t n = rank + 1;
    const auto log = static_cast<std::uint32_t>(std::bit_width(n) - 1);
    const std::uint32_t half = log > 0 ? (n >> (log - 1)) & 1u : 0;
    return 1 + 2 * log + half;
}

/// Whether a string that was deleted with its capital too was put before the word.
bool may_be_capital(const Candidate& c, const Damage& damage) {
    if (c.insertions.empty() || c.insertions.front().at != 0) return false;
    const auto at = std::ranges::find(damage.strings, c.insertions.front().text) - damage.strings.begin();
    return damage.capitals[static_cast<std::size_t>(at)];
}

bool is_number_beside(const Token& number, const Token& word) {
    return number.kind == Token::Kind::number &&
           (number.span.end == word.span.begin || word.span.end == number.span.begin);
}

/// Whether the token is part of an address of mail or of the web.
bool is_in_address(std::string_view text, const Token& token) {
    constexpr std::string_view blanks = " \t\r\n<>()[]\"";
    constexpr std::size_t k_far = 200;
    const std::size_t far = token.span.begin - std::min<std::size_t>(token.span.begin, k_far);
    std::string_view all = text.substr(far, token.span.end + k_far - far);
    const std::size_t at = token.span.begin - far, end = all.find_first_of(blanks, token.span.end - far);
    const std::size_t before = all.substr(0, at).find_last_of(blanks);
    all = all.substr(0, end).substr(before == std::string_view::npos ? 0 : before + 1);
    return all.find('@') != std::string_view::npos || all.find("://") != std::string_view::npos ||
           all.starts_with("www.");
}

}  // namespace

Guess Options::guess_of(const Candidate& c, bool known, const Token& token) const {
    Guess out;
    out.as = neighbour(c.word, token, words_);
    out.frequency = known ? frequency(c.rank) : 0;
    out.length = std::min<std::size_t>(token.core().size(), 7);
    out.insertions = c.insertions.size();
    out.front = !c.insertions.empty() && c.insertions.front().at == 0;
    return out;
}

/// The likeliest by its letters ("thriftg" from "thrifting").
void Options::respell(Readings& out, const std::string& core) const {
    constexpr std::size_t k_shortest = 4, k_longest = 24;
    if (core.size() < k_shortest || core.size() > k_longest) return;
    int most = std::numeric_limits<int>::min();
    for (std::size_t at = 0; at <= core.size(); ++at)
        for (const std::string& s : damage_.strings)
            if (const int score = context_.spelling(core, at, s); score > most) {
                std::string word = core;
                word.insert(at, s);
                most = score;
                out.respelled = Candidate{std::move(word), 0, {{static_cast<std::uint32_t>(at), s}}};
            }
    if (words_.rank(out.respelled->word)) out.respelled.reset();  // among the known ones
    constexpr int k_step = 8, k_middle = 16, k_last = 31;
    out.letters = static_cast<std::uint64_t>(std::clamp(most / k_step + k_middle, 1, k_last));
}

const Options::Readings& Options::readings(const std::string& core) {
    const auto [entry, fresh] = readings_.try_emplace(core);
    if (fresh) {
        entry->second.known = candidates(core, damage_.strings, words_, most_);
        if (!words_.rank(core)) respell(entry->second, core);
    }
    return entry->second;
}

void Options::add(Choice& out, const Candidate& c, const Token& token, std::uint64_t letters) const {
    // A capital is written as it was: nothing can have stood before it.
    if (c.insertions.front().at == 0 && token.shape == Token::Shape::capital) return;
    out.options.push_back({c, guess_of(c, letters == 0, token)});
    out.options.back().guess.letters = letters;
    if (!may_be_capital(c, damage_)) return;
    out.options.push_back(out.options.back());
    out.options.back().guess.capital = true;
}

Choice Options::of(const Token& token) {
    Choice out;
    out.likely = neighbour(token.lower, token, words_);
    if (token.kind != Token::Kind::word || token.shape == Token::Shape::other) return out;
    const std::string core(token.core());
    const Readings& all = readings(core);
    if (all.known.empty() && !all.respelled) return out;
    const auto rank = words_.rank(core);
    const Candidate self{core, rank.value_or(0), {}};
    out.options.push_back({self, guess_of(self, rank.has_value(), token)});
    for (const Candidate& c : all.known) add(out, c, token, 0);
    const bool likelier = out.options.size() > 1 && (!rank || out.options[1].candidate.rank < *rank);
    if (likelier) out.likely = out.options[1].guess.as;
    if (all.respelled) add(out, *all.respelled, token, all.letters);
    if (out.options.size() == 1) out.options.clear();
    return out;
}

std::vector<Choice> Options::of(std::string_view text, const Paragraph& paragraph) {
    std::vector<Choice> out;
    out.reserve(paragraph.tokens.size());
    for (std::size_t i = 0; i < paragraph.tokens.size(); ++i) {
        const Token& token = paragraph.tokens[i];
        out.push_back(of(token));
        // "1990s", "5th" and "jane1990" are no words, nor are the parts of addresses.
        const bool ending = i > 0 && is_number_beside(paragraph.tokens[i - 1], token);
        const bool beginning = i + 1 < paragraph.tokens.size() && is_number_beside(paragraph.tokens[i + 1], token);
        if (out.back().options.empty()) continue;
        if (ending || beginning || token.span.of(text) == "I" || is_in_address(text, token)) out.back().options.clear();
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
