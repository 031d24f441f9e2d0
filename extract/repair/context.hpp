// SPDX-License-Identifier: Apache-2.0
// Which of the words that a damaged one may have been stands here: a log-linear model of words in their context.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>

#include "extract/repair/tokens.hpp"
#include "extract/repair/words.hpp"

namespace entente::repair {

/// A word as the words around it see it.
struct Neighbour {
    std::uint64_t word = 0;    ///< hash of the word; of a number, of its length
    std::uint64_t ending = 0;  ///< hash of its last three letters
    std::uint64_t shape = 0;   ///< kind and capitals
    std::uint64_t family = 0;  ///< WordList::family()
};

/// The word `lower` standing where `token` stands.
[[nodiscard]] Neighbour neighbour(std::string_view lower, const Token& token, const WordList& words);
[[nodiscard]] Neighbour edge();  ///< before the first and after the last word of a paragraph

/// Where a damaged word stands.
struct Place {
    Neighbour left2, left1, right1, right2;  ///< to the left repaired words, to the right likely ones
    std::uint64_t bounds = 0;                ///< bit 0: the word is tied to what stands before it, 1: to what follows
    bool sentence_start = false;
    Token::Shape shape = Token::Shape::lower;
};

/// One word that it may have been.
struct Guess {
    Neighbour as;                  ///< the word itself
    std::uint64_t frequency = 0;   ///< 0 for a word that is not known, else 1 + twice the binary logarithm of its rank
    std::uint64_t length = 0;      ///< letters, at most 7
    std::uint64_t insertions = 0;  ///< 0: the word as it stands
    std::uint64_t letters = 0;     ///< of an unknown word respelled: how likely its letters make it, 1 to 31
    bool front = false;            ///< the first string was put before the word …
    bool capital = false;          ///< … and with a capital
};

inline constexpr std::size_t k_context_features = 38;

/// Hashes of what the model looks at. Fixed: the weights were learned with these.
[[nodiscard]] std::array<std::uint32_t, k_context_features> context_features(const Place& place, const Guess& guess);

inline constexpr std::size_t k_spelling_features = 23;

/// The same for a string put back at `at` of a word that no list knows: what the letters around it tell.
[[nodiscard]] std::array<std::uint32_t, k_spelling_features> spelling_features(std::string_view damaged, std::size_t at,
                                                                               std::string_view string);

/// Immutable; a view of weights that models/train/repair_contexts.cpp made. Exact integers: the same everywhere.
class ContextModel {
public:
    static constexpr std::size_t k_contexts = 1u << 22, k_spellings = 1u << 19;

    /// `weights`: k_contexts + k_spellings bytes, each a weight in sixteenths of a nat. Throws InputError for another
    /// size.
    explicit ContextModel(std::string_view weights);

    /// The larger, the likelier; the difference of two guesses at a place are sixteenths of a nat. About 0.1 us.
    [[nodiscard]] int score(const Place& place, const Guess& guess) const;

    /// By how much an unknown word is likelier with the string put back, in sixteenths of a nat.
    [[nodiscard]] int spelling(std::string_view damaged, std::size_t at, std::string_view string) const;

private:
    std::string_view contexts_, spellings_;
};

}  // namespace entente::repair
