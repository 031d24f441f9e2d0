// SPDX-License-Identifier: Apache-2.0
#include "extract/repair/restore.hpp"

#include <algorithm>
#include <optional>

#include "extract/repair/context.hpp"
#include "extract/repair/detect.hpp"

namespace entente::repair {
namespace {

using Strings = std::vector<std::string>;

char upper(char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c; }

std::string capitalised(std::string word) {
    if (!word.empty()) word[0] = upper(word[0]);
    return word;
}

bool is_tied(char c) { return static_cast<unsigned char>(c) > ' ' && c != '"' && c != '\'' && c != '(' && c != '['; }

/// A blank, or an opening mark that is not itself tied to something ("80's", "7031(c)").
bool stands_before_word(std::string_view text, std::size_t begin) {
    if (begin == 0 || text[begin - 1] == ' ' || text[begin - 1] == '\t' || text[begin - 1] == '\n') return true;
    const std::string_view before = text.substr(0, begin);
    if (before.ends_with("\u201c") || before.ends_with("\u2014")) return true;
    return !is_tied(text[begin - 1]) && (begin == 1 || !is_tied(text[begin - 2]));
}

bool stands_after_word(std::string_view text, std::size_t end) {
    constexpr std::string_view closing = " \t\r\n,;:!?\"')]";
    if (end >= text.size() || closing.find(text[end]) != std::string_view::npos) return true;
    const std::string_view after = text.substr(end);
    if (after[0] == '.') return after.size() == 1 || !is_tied(after[1]);
    return after.starts_with("\u201d") || after.starts_with("\u2014");
}

/// Pieces that are no words of their own and so prove no damage: "p.m.", "$5 m", "1990s", "21<sup>st", "re-open", "a".
bool is_no_word(std::string_view text, const std::vector<Token>& tokens, std::size_t i) {
    const Token& t = tokens[i];
    const std::string_view core = t.core();
    const bool after_number = i > 0 && tokens[i - 1].kind == Token::Kind::number;
    if (after_number && (t.span.begin == tokens[i - 1].span.end || core.size() == 1)) return true;
    const bool apart = stands_before_word(text, t.span.begin) && stands_after_word(text, t.span.end);
    if (core.size() == 1 && (core == "a" || core == "i" || t.shape == Token::Shape::capital)) return true;
    constexpr std::size_t k_short = 3;
    const bool compound = core.size() == k_short && t.span.end < text.size() && text[t.span.end] == '-';  // "bro-based"
    return core.size() <= k_short && !apart && !compound;
}

/// Repairs one paragraph, word by word from the left: the word before is known by then.
class Restorer {
public:
    Restorer(std::string_view text, const Paragraph& paragraph, const Strings& deleted, const WordList& words)
        : text_(text), tokens_(paragraph.tokens), deleted_(deleted), words_(words) {
        lost_article_ = std::ranges::find(deleted, "the") != deleted.end() && !holds(text, paragraph, "The");
    }

    void run(std::vector<Restoration>& out) {
        std::string left = "^";
        for (std::size_t i = 0; i < tokens_.size(); ++i) {
            std::string word = tokens_[i].lower;
            auto found = repaired(i, left);
            const bool front = found && found->insertions.front().at == found->span.begin;
            if (auto article = lost_article(i); article && !front) out.push_back(std::move(*article));
            if (found) {
                word = found->after + word.substr(tokens_[i].core().size());
                for (char& c : word) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
                out.push_back(std::move(*found));
            }
            left = std::move(word);
        }
    }

private:
    [[nodiscard]] std::optional<Restoration> repaired(std::size_t i, const std::string& left) const {
        const Token& token = tokens_[i];
        if (token.kind != Token::Kind::word || token.shape == Token::Shape::other || is_no_word(text_, tokens_, i))
            return std::nullopt;
        const auto found = candidates(token.core(), deleted_, words_);
        const Candidate* best = found.empty() ? nullptr : pick(found, i, left);
        // A capital is written as it was: nothing can have stood before it.
        if (!best || (token.shape == Token::Shape::capital && best->insertions.front().at == 0)) return std::nullopt;
        return made(token, *best);
    }

    /// The candidate that beats the word as it stands; nullptr for none.
    [[nodiscard]] const Candidate* pick(const std::vector<Candidate>& found, std::size_t i,
                                        const std::string& left) const {
        const Token& token = tokens_[i];
        const std::string_view core = token.core();
        const bool name = token.shape == Token::Shape::capital && !token.sentence_start;
        if (const Confusion* row = name ? nullptr : confusion_of(core)) {
            const std::string_view chosen = choose(*row, tokens_, i, left);
            const auto same = std::ranges::find(found, chosen, &Candidate::word);
            if (same != found.end()) return &*same;
            if (chosen == core) return nullptr;
        }
        constexpr double k_names =
            0.2;  // the list does not tell names from words: a capital within a sentence mostly is one
        const double gain = found.front().probability * (name && words_.rank(core) ? k_names : 1.0);
        return gain > words_.probability(core) ? &found.front() : nullptr;
    }

    [[nodiscard]] Restoration made(const Token& token, const Candidate& best) const {
        const auto begin = token.span.begin;
        const auto length = static_cast<std::uint32_t>(token.core().size());
        Restoration out{{begin, begin + length}, std::string(text_.substr(begin, length)), best.word, best.insertions};
        const bool front = best.insertions.front().at == 0;
        const bool capital = token.shape == Token::Shape::capital || (front && token.sentence_start);
        if (capital) out.after = capitalised(out.after);
        if (capital && front) out.insertions.front().text = capitalised(out.insertions.front().text);
        for (Insertion& insertion : out.insertions) insertion.at += begin;
        return out;
    }

    [[nodiscard]] std::optional<Restoration> lost_article(std::size_t i) const {
        const Token& token = tokens_[i];
        const bool small = token.kind == Token::Kind::word && token.shape == Token::Shape::lower;
        if (!lost_article_ || !small || !token.sentence_start) return std::nullopt;
        const bool quoted = i > 0 && token.span.begin == tokens_[i - 1].span.end;
        if (quoted) return std::nullopt;  // a quotation may begin within its sentence
        const auto at = token.span.begin;
        return Restoration{{at, at}, "", "The", {{at, "The "}}};
    }

    std::string_view text_;
    const std::vector<Token>& tokens_;
    const Strings& deleted_;
    const WordList& words_;
    bool lost_article_ = false;
};

/// A word of the paragraph is strange as it stands and common with a string put back.
bool shows_damage(const Paragraph& paragraph, const Strings& deleted, const WordList& words) {
    constexpr double k_strong = 3.0;
    return std::ranges::any_of(paragraph.tokens, [&](const Token& token) {
        const bool plain =
            token.kind == Token::Kind::word && token.shape == Token::Shape::lower && token.lower.size() > 1;
        return plain && std::ranges::any_of(deleted, [&](const std::string& s) {
                   return evidence(token.core(), s, words) >= k_strong;
               });
    });
}

}  // namespace

std::vector<Restoration> restore(std::string_view text, const std::vector<Paragraph>& paragraphs,
                                 const Strings& deleted, const WordList& words) {
    std::vector<Restoration> out;
    if (deleted.empty()) return out;
    bool begun = false;
    for (const Paragraph& paragraph : paragraphs) {
        const auto held = [&](const std::string& s) { return holds(text, paragraph, s); };
        if (std::ranges::any_of(deleted, held)) continue;
        begun = begun || shows_damage(paragraph, deleted, words);
        if (begun) Restorer(text, paragraph, deleted, words).run(out);
    }
    return out;
}

}  // namespace entente::repair
