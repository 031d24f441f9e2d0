// SPDX-License-Identifier: Apache-2.0
#include "extract/repair/detect.hpp"

#include <algorithm>
#include <cmath>

#include "extract/repair/insertion.hpp"

namespace entente::repair {
namespace {

constexpr std::size_t k_fewest_words = 40;  // below that nothing can be said
constexpr double k_share_lacking = 0.7;     // the rest: a sound headline and teaser
constexpr double k_fewest_expected = 2.5;   // occurrences that a sound text would have
constexpr double k_strong = 3.0;            // evidence of a word that speaks for itself
constexpr double k_common = 2e-4;           // words above that ("or", "me") tell nothing by themselves
constexpr double k_most_for_absence = 6;
constexpr std::size_t k_first_mib = 1u << 20;

struct Found {
    std::string text;
    double score = 0;
    std::size_t strong = 0;
};

/// What filters of advertisements and of HTML are known to delete; any other string has to show more.
bool is_usual(std::string_view piece) { return piece == "the" || piece == "ad"; }

/// Words that must speak for themselves.
std::size_t enough(std::string_view piece) { return is_usual(piece) ? 1 : 3; }

/// Where one string was deleted, a second is no surprise.
double threshold(std::string_view piece, bool first) { return first ? 12 : is_usual(piece) ? 5 : 9; }

/// A word that may be damaged; single letters only where they stand between blanks ("p.m." and "5 m" don't).
bool is_suspect(std::string_view text, const std::vector<Token>& tokens, std::size_t i) {
    const Token& token = tokens[i];
    if (token.kind != Token::Kind::word || token.shape == Token::Shape::other ||
        token.span.size() != token.lower.size())
        return false;
    const bool ending =
        i > 0 && tokens[i - 1].kind == Token::Kind::number && tokens[i - 1].span.end == token.span.begin;  // "5th"
    if (ending) return false;
    if (token.lower.size() > 1) return token.lower.find('\'') == std::string::npos;
    const std::size_t begin = token.span.begin, end = token.span.end;
    constexpr std::string_view after = " \t\r\n,;?!";
    const bool stop = end + 1 < text.size() && text[end] == '.' && text[end + 1] <= ' ';
    if (token.shape == Token::Shape::capital) return false;
    const bool apart = (begin == 0 || text[begin - 1] == ' ' || text[begin - 1] == '\n') &&
                       (end >= text.size() || stop || after.find(text[end]) != std::string_view::npos);
    return apart && token.lower != "a" && token.lower != "i" && (i == 0 || tokens[i - 1].kind != Token::Kind::number);
}

/// A word that may be damaged, once for every paragraph that holds it.
struct Suspect {
    std::string_view word;
    std::size_t paragraph;
    bool name;  ///< has a capital: a strange one is no wonder, so it counts for a further string only
};

/// What find_deletions() knows of a text.
struct Text {
    std::string_view bytes;
    const std::vector<Paragraph>& paragraphs;
    std::vector<Suspect> suspects;  ///< in the order of the words
    std::size_t words = 0;
};

Text survey(std::string_view bytes, const std::vector<Paragraph>& paragraphs, const WordList& words) {
    Text out{bytes, paragraphs, {}, 0};
    for (std::size_t p = 0; p < paragraphs.size() && paragraphs[p].span.end <= k_first_mib; ++p) {
        const auto& tokens = paragraphs[p].tokens;
        out.words += paragraphs[p].words;
        for (std::size_t i = 0; i < tokens.size(); ++i) {
            const bool name = tokens[i].shape == Token::Shape::capital;
            const bool strange = name ? !words.rank(tokens[i].lower) : words.probability(tokens[i].lower) <= k_common;
            if (strange && is_suspect(bytes, tokens, i)) out.suspects.push_back({tokens[i].lower, p, name});
        }
    }
    std::ranges::stable_sort(out.suspects, {}, &Suspect::word);
    return out;
}

/// The evidence for one string. Words that a string in `known` explains tell nothing about a further one.
Found weigh(const Text& text, const WordList::Piece& piece, const std::vector<std::string>& known,
            const WordList& words) {
    Found out{piece.text, 0, 0};
    std::vector<bool> lacks(text.paragraphs.size(), false);
    double lack = 0;
    for (std::size_t p = 0; p < lacks.size() && text.paragraphs[p].span.end <= k_first_mib; ++p) {
        lacks[p] = !holds(text.bytes, text.paragraphs[p], piece.text);
        lack += lacks[p] ? static_cast<double>(text.paragraphs[p].words) : 0;
    }
    const double expected = lack * piece.share;
    const double fewest = known.empty() || !is_usual(piece.text) ? k_fewest_expected : k_fewest_expected / 4;
    if (lack < k_share_lacking * static_cast<double>(text.words) || expected < fewest) return out;
    // Where paragraphs had to be chosen for lacking it, their number must not decide.
    const bool everywhere = std::ranges::find(lacks, false) == lacks.end();
    out.score = everywhere ? std::min(k_most_for_absence + 2, expected) : std::min(k_most_for_absence, expected / 2);
    std::string_view last;
    for (const Suspect& suspect : text.suspects) {
        if (!lacks[suspect.paragraph] || suspect.word == last || (suspect.name && known.empty())) continue;
        last = suspect.word;
        const double gain = evidence(suspect.word, piece.text, words);
        const auto explains = [&](const std::string& s) { return evidence(suspect.word, s, words) >= k_strong; };
        if (gain <= 0 || std::ranges::any_of(known, explains)) continue;
        out.score += gain;
        out.strong += gain >= k_strong;
    }
    return out;
}

}  // namespace

bool holds(std::string_view text, const Paragraph& paragraph, std::string_view string) {
    return paragraph.span.of(text).find(string) != std::string_view::npos;
}

double evidence(std::string_view word, const std::string& string, const WordList& words) {
    constexpr double k_most = 5;
    const double p = words.probability(word);
    if (p > k_common) return 0;
    double sum = p;
    for (const Candidate& c : candidates(word, {string}, words, 1)) sum += c.probability;
    return std::min(k_most, std::log(sum / p));
}

std::vector<std::string> find_deletions(std::string_view text, const std::vector<Paragraph>& paragraphs,
                                        const WordList& words) {
    std::vector<std::string> out;
    const Text surveyed = survey(text, paragraphs, words);
    if (surveyed.words < k_fewest_words) return out;
    for (bool more = true; more;) {
        Found best;
        for (const WordList::Piece& piece : words.pieces()) {
            const auto overlaps = [&](const std::string& s) {
                return piece.text.find(s) != std::string::npos || s.find(piece.text) != std::string::npos;
            };
            if (std::ranges::any_of(out, overlaps)) continue;
            Found f = weigh(surveyed, piece, out, words);
            const bool sure = f.strong >= enough(f.text) && f.score >= threshold(f.text, out.empty());
            if (sure && f.score > best.score) best = std::move(f);
        }
        more = !best.text.empty();
        if (more) out.push_back(best.text);
    }
    return out;
}

}  // namespace entente::repair
