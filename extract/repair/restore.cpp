// SPDX-License-Identifier: Apache-2.0
#include "extract/repair/restore.hpp"

#include <algorithm>
#include <optional>
#include <span>

namespace entente::repair {
namespace {

constexpr int k_margin = 9;  ///< over half a nat: a sound word broken is worse than one not restored

/// Repairs one paragraph, word by word from the left: the words before are known by then.
class Restorer {
public:
    Restorer(std::string_view text, const Paragraph& paragraph, const Damage& damage, Options& options,
             const ContextModel& context)
        : text_(text),
          paragraph_(paragraph),
          damage_(damage),
          words_(options.words()),
          context_(context),
          choices_(options.of(text, paragraph)) {
        const auto the = std::ranges::find(damage.strings, "the") - damage.strings.begin();
        lost_article_ = the < std::ssize(damage.strings) && damage.capitals[static_cast<std::size_t>(the)];
    }

    std::vector<Restoration> run() {
        pass();  // for what stands to the right of each word
        return pass();
    }

private:
    std::vector<Restoration> pass() {
        std::vector<Restoration> out;
        Neighbour left1 = edge(), left2 = edge();
        for (std::size_t i = 0; i < choices_.size(); ++i) {
            const Token& token = paragraph_.tokens[i];
            auto found = repaired(i, left1, left2);
            const bool front = found && found->insertions.front().at == token.span.begin;
            if (auto article = lost_article(i); article && !front) out.push_back(std::move(*article));
            std::string word = token.lower;
            if (found) word.replace(0, token.core().size(), lowered(found->after));
            left2 = left1;
            left1 = choices_[i].likely = neighbour(word, token, words_);
            if (found) out.push_back(std::move(*found));
        }
        return out;
    }

    static std::string lowered(std::string word) {
        for (char& c : word) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
        return word;
    }

    [[nodiscard]] std::optional<Restoration> repaired(std::size_t i, const Neighbour& left1,
                                                      const Neighbour& left2) const {
        const auto& options = choices_[i].options;
        if (options.empty()) return std::nullopt;
        const Place place = place_of(text_, paragraph_, choices_, i, left1, left2);
        const int self = context_.score(place, options.front().guess);
        const Option* best = nullptr;
        int most = self + k_margin;
        for (const Option& option : std::span(options).subspan(1))
            if (const int score = context_.score(place, option.guess); score > most) {
                most = score;
                best = &option;
            }
        if (!best) return std::nullopt;
        return made(paragraph_.tokens[i], *best, most - self);
    }

    [[nodiscard]] Restoration made(const Token& token, const Option& best, int gain) const {
        const auto begin = token.span.begin;
        const auto length = static_cast<std::uint32_t>(token.core().size());
        Restoration out{{begin, begin + length},
                        std::string(text_.substr(begin, length)),
                        best.candidate.word,
                        best.candidate.insertions,
                        best.guess.letters ? 0 : gain};
        if (token.shape == Token::Shape::capital || best.guess.capital) out.after = capitalised(out.after);
        if (best.guess.capital) out.insertions.front().text = capitalised(out.insertions.front().text);
        for (Insertion& insertion : out.insertions) insertion.at += begin;
        return out;
    }

    [[nodiscard]] std::optional<Restoration> lost_article(std::size_t i) const {
        const Token& token = paragraph_.tokens[i];
        const bool small = token.kind == Token::Kind::word && token.shape == Token::Shape::lower;
        if (!lost_article_ || !small || !token.sentence_start) return std::nullopt;
        const bool quoted = i > 0 && token.span.begin == paragraph_.tokens[i - 1].span.end;
        if (quoted) return std::nullopt;  // a quotation may begin within its sentence
        const auto at = token.span.begin;
        return Restoration{{at, at}, "", "The", {{at, "The "}}, 0};
    }

    std::string_view text_;
    const Paragraph& paragraph_;
    const Damage& damage_;
    const WordList& words_;
    const ContextModel& context_;
    std::vector<Choice> choices_;
    bool lost_article_ = false;
};

}  // namespace

std::string capitalised(std::string word) {
    if (!word.empty() && word[0] >= 'a' && word[0] <= 'z') word[0] = static_cast<char>(word[0] - 'a' + 'A');
    return word;
}

std::vector<Restoration> restore(std::string_view text, const Paragraph& paragraph, const Damage& damage,
                                 Options& options, const ContextModel& context) {
    return Restorer(text, paragraph, damage, options, context).run();
}

}  // namespace entente::repair
