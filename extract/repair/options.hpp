// SPDX-License-Identifier: Apache-2.0
// All that the words of a damaged paragraph may have been, and where they stand.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "extract/repair/context.hpp"
#include "extract/repair/insertion.hpp"
#include "extract/repair/tokens.hpp"
#include "extract/repair/words.hpp"

namespace entente::repair {

/// A scraper's damage: the strings that it deleted, and which of them also where they began with a capital.
struct Damage {
    std::vector<std::string> strings;
    std::vector<bool> capitals;
};

/// One word that a token may have been.
struct Option {
    Candidate candidate;
    Guess guess;
};

/// A token and its options; the first is the word as it stands.
struct Choice {
    std::vector<Option> options;  ///< empty for what is no word, or can't have been another
    Neighbour likely;             ///< the commonest of them
};

/// Finds options, and remembers them for words that come again. One a document.
class Options {
public:
    /// `most` insertions a word.
    Options(const Damage& damage, const WordList& words, const ContextModel& context, int most = 3)
        : damage_(damage), words_(words), context_(context), most_(most) {}

    [[nodiscard]] std::vector<Choice> of(std::string_view text, const Paragraph& paragraph);
    [[nodiscard]] const WordList& words() const { return words_; }

private:
    /// What a word may have been, whatever its capitals.
    struct Readings {
        std::vector<Candidate> known;
        std::optional<Candidate> respelled;  ///< of a word that no list knows
        std::uint64_t letters = 0;           ///< Guess::letters of it
    };
    [[nodiscard]] const Readings& readings(const std::string& core);
    void respell(Readings& out, const std::string& core) const;
    [[nodiscard]] Choice of(const Token& token);
    [[nodiscard]] Guess guess_of(const Candidate& c, bool known, const Token& token) const;
    void add(Choice& out, const Candidate& c, const Token& token, std::uint64_t letters) const;

    const Damage& damage_;
    const WordList& words_;
    const ContextModel& context_;
    int most_;
    std::unordered_map<std::string, Readings> readings_;
};

/// The place of token `i`; `left1` and `left2` are the repaired words before it.
[[nodiscard]] Place place_of(std::string_view text, const Paragraph& paragraph, const std::vector<Choice>& choices,
                             std::size_t i, const Neighbour& left1, const Neighbour& left2);

}  // namespace entente::repair
