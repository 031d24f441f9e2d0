// SPDX-License-Identifier: Apache-2.0
#include "extract/repair/detect.hpp"

#include <algorithm>
#include <map>
#include <set>

#include "extract/repair/pieces.hpp"
#include "extract/repair/restore.hpp"

namespace entente::repair {
namespace {

constexpr int k_nat = 16;                   // the unit of evidence
constexpr std::size_t k_fewest_words = 40;  // below that nothing can be said
constexpr std::size_t k_first = 1u << 16;   // bytes that tell enough
constexpr double k_share_lacking = 0.7;     // the rest: a sound headline and teaser
constexpr std::uint32_t k_common = 20000;   // words of a lower rank are
constexpr int k_strong = 3 * k_nat;         // evidence of a word that speaks for itself
constexpr int k_most = 10 * k_nat;          // of one word

/// What filters of advertisements and of HTML are known to delete; any other string has to show more.
bool is_usual(std::string_view piece) { return piece == "the" || piece == "ad"; }

/// Occurrences that a sound text would have.
double fewest_expected(std::string_view piece) { return is_usual(piece) ? 0.8 : 2.5; }

/// In 3,215 sound texts the largest evidence is 2 nats for "the", 4.5 for "ad" (a misspelt word) and 2 for others;
/// where paragraphs had to be left out 10, from a single word. What one deleted string leaves strange must not be laid
/// to a second one.
bool sure(const Evidence& e, bool first) {
    if (!first && is_usual(e.text)) return e.words >= (e.everywhere ? 3 : 6) * k_nat;
    if (!e.everywhere) return e.words >= 20 * k_nat && e.strong >= 3;
    if (e.text == "the") return e.words >= 3 * k_nat;
    return is_usual(e.text) ? e.words >= 7 * k_nat : e.words >= 12 * k_nat && e.strong >= 2;
}

/// The longest front of the paragraphs that fits into k_first.
std::vector<const Paragraph*> front(const std::vector<Paragraph>& paragraphs) {
    std::vector<const Paragraph*> out;
    for (const Paragraph& p : paragraphs) {
        if (!out.empty() && p.span.end > k_first) break;
        out.push_back(&p);
    }
    return out;
}

std::size_t words_in(const std::vector<const Paragraph*>& paragraphs) {
    std::size_t sum = 0;
    for (const Paragraph* p : paragraphs) sum += p->words;
    return sum;
}

/// The piece added to the damage; with its capital where no paragraph holds that.
Damage with(Damage known, const std::string& piece, std::string_view text,
            const std::vector<const Paragraph*>& lacking) {
    const std::string capital = capitalised(piece);
    known.strings.push_back(piece);
    known.capitals.push_back(
        std::ranges::none_of(lacking, [&](const Paragraph* p) { return holds(text, *p, capital); }));
    return known;
}

/// Words that are not of common English, once each.
std::set<std::string> strange_words(const std::vector<const Paragraph*>& paragraphs, const WordList& words) {
    std::set<std::string> out;
    for (const Paragraph* p : paragraphs)
        for (const Token& t : p->tokens) {
            if (t.kind != Token::Kind::word || t.shape != Token::Shape::lower || t.span.size() < 2) continue;
            if (words.rank(t.core()).value_or(k_common) >= k_common) out.emplace(t.core());
        }
    return out;
}

/// Whether at least two strange words are common ones with the piece put back: what costs little to ask first.
bool worth_weighing(const std::string& piece, const std::set<std::string>& strange, const WordList& words) {
    int found = 0;
    for (const std::string& word : strange) {
        const auto could_be = candidates(word, {piece}, words, 1);
        found += !could_be.empty() && could_be.front().rank < k_common;
        if (found >= 2) return true;
    }
    return is_usual(piece);
}

/// The words that the damage explains already, and how much likelier it makes them.
std::map<std::string, int> explained(std::string_view text, const std::vector<const Paragraph*>& paragraphs,
                                     const Damage& known, const WordList& words, const ContextModel& context) {
    std::map<std::string, int> out;
    if (known.strings.empty()) return out;
    Options options(known, words, context, 1);
    for (const Paragraph* p : paragraphs)
        for (const Restoration& r : restore(text, *p, known, options, context)) {
            int& gain = out[r.before];
            gain = std::max(gain, r.gain);
        }
    return out;
}

void weigh(Evidence& out, std::string_view text, const std::vector<const Paragraph*>& lacking, const Damage& damage,
           const std::map<std::string, int>& explained, const WordList& words, const ContextModel& context) {
    Options options(damage, words, context, 1);
    std::map<std::string, int> gains;
    for (const Paragraph* p : lacking)
        for (const Restoration& r : restore(text, *p, damage, options, context)) {
            const auto ours = [&](const Insertion& i) { return i.text == out.text || i.text == capitalised(out.text); };
            if (r.before.empty() || std::ranges::none_of(r.insertions, ours)) continue;
            int& gain = gains[r.before];
            const auto before = explained.find(r.before);
            gain = std::min(k_most, std::max(gain, r.gain - (before == explained.end() ? 0 : before->second)));
        }
    for (const auto& [word, gain] : gains) {
        out.words += gain;
        out.strong += gain >= k_strong;
    }
}

}  // namespace

bool holds(std::string_view text, const Paragraph& paragraph, std::string_view string) {
    return paragraph.span.of(text).find(string) != std::string_view::npos;
}

std::vector<Evidence> weigh_all(std::string_view text, const std::vector<Paragraph>& paragraphs, const Damage& known,
                                const WordList& words, const ContextModel& context) {
    const auto first = front(paragraphs);
    const auto all = words_in(first);
    const PieceFinder finder(words.pieces());
    const auto held = finder.held(text, first);
    const auto strange = strange_words(first, words);
    const auto done = explained(text, first, known, words, context);
    std::vector<Evidence> out;
    for (std::size_t k = 0; k < held.size(); ++k) {
        const auto& piece = words.pieces()[k];
        const auto overlaps = [&](const std::string& s) {
            return piece.text.find(s) != std::string::npos || s.find(piece.text) != std::string::npos;
        };
        std::vector<const Paragraph*> lacking;
        for (std::size_t p = 0; p < first.size(); ++p)
            if (!held[k][p]) lacking.push_back(first[p]);
        const auto lack = static_cast<double>(words_in(lacking));
        if (lack < k_share_lacking * static_cast<double>(all) || lack * piece.share < fewest_expected(piece.text) ||
            std::ranges::any_of(known.strings, overlaps) || !worth_weighing(piece.text, strange, words))
            continue;
        out.push_back({piece.text, lacking.size() == first.size(), 0, 0});
        weigh(out.back(), text, lacking, with(known, piece.text, text, lacking), done, words, context);
    }
    return out;
}

Damage find_damage(std::string_view text, const std::vector<Paragraph>& paragraphs, const WordList& words,
                   const ContextModel& context) {
    Damage out;
    const auto first = front(paragraphs);
    if (words_in(first) < k_fewest_words) return out;
    for (;;) {
        const Evidence* best = nullptr;
        const auto evidence = weigh_all(text, paragraphs, out, words, context);
        for (const Evidence& e : evidence)
            if (sure(e, out.strings.empty()) && (!best || e.words > best->words)) best = &e;
        if (!best) return out;
        std::vector<const Paragraph*> lacking;
        for (const Paragraph* p : first)
            if (!holds(text, *p, best->text)) lacking.push_back(p);
        out = with(std::move(out), best->text, text, lacking);
    }
}

}  // namespace entente::repair
