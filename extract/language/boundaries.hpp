// SPDX-License-Identifier: Apache-2.0
// Where a sentence ends, as learned from the treebanks: a logistic regression over what stands around a gap between
// words, the answer of the rules among it.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "extract/language/hashed.hpp"
#include "extract/language/model.hpp"
#include "extract/language/tokenizer.hpp"

namespace entente::nn {

/// What is seen of the gaps between the words of a text. Asked from its beginning to its end.
class BoundaryFeatures {
public:
    /// All three must outlive it. O(words).
    BoundaryFeatures(std::string_view text, const std::vector<Piece>& pieces, const StringTable& vocabulary);

    /// Whether the gap before word `i` may be a boundary at all: not within a token, nor between two words of which the
    /// second is in lower case.
    [[nodiscard]] bool candidate(std::size_t i) const;

    /// Writes the places of the features of the gap before word `i`; `rule` is what the rules say of it.
    void find(std::size_t i, bool rule, std::vector<std::uint32_t>& out);

private:
    struct Word {
        std::string low;
        std::string shape;
        char rank = '-';  ///< of the vocabulary: a (commonest) … e (unknown); '-' past the ends of the text
    };
    [[nodiscard]] std::string_view word(std::size_t i) const { return pieces_[i].span.of(text_); }
    void set(std::int64_t i, Word& out) const;
    [[nodiscard]] char distance(std::size_t i, bool before) const;

    std::string_view text_;
    const std::vector<Piece>& pieces_;
    const StringTable& vocabulary_;
    std::vector<std::uint32_t> since_;  ///< words since the last mark that may end a sentence, or the paragraph's begin
    std::vector<std::uint32_t> until_;  ///< words to the next one, or to the paragraph's end
    std::vector<bool> quoted_;          ///< an odd number of quotation marks stands before it in the paragraph
    Word before2_, before_, after_, after2_;
};

/// The regression's weights: a view into the model.
class Boundaries {
public:
    explicit Boundaries(const ModelFile& model);

    /// Whether a sentence ends where these features are.
    [[nodiscard]] bool ends(std::span<const std::uint32_t> features) const { return answers(weights_, features); }
    [[nodiscard]] const StringTable& vocabulary() const { return vocabulary_; }

private:
    std::span<const float> weights_;
    StringTable vocabulary_;
};

}  // namespace entente::nn
