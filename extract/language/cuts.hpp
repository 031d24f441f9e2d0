// SPDX-License-Identifier: Apache-2.0
// Where one word ends and the next begins within a run without blanks, as learned from the treebanks: a logistic
// regression over what stands around a gap, the answer of the tokenizer's rules among it.
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

/// Words that are written as one and may be two ("its" for "it's"), and the byte where the second begins.
struct PartedWords {
    StringTable words;
    StringTable at;

    /// 0 for a word that is none of them.
    [[nodiscard]] std::uint32_t second(std::string_view word) const;
};

/// What is seen of the gaps within the runs of a text. All arguments must outlive it.
class CutFeatures {
public:
    /// `pieces`: the words by the rules; `vocabulary`: the commonest words first.
    CutFeatures(std::string_view text, const std::vector<Piece>& pieces, const StringTable& vocabulary)
        : text_(text), pieces_(pieces), vocabulary_(vocabulary) {}

    /// A place where a word may begin.
    struct Gap {
        std::uint32_t at = 0;   ///< byte of the text
        bool rule = false;      ///< the rules begin a word here …
        bool joined = false;    ///< … one more of its token
    };

    /// The gaps of the run of words [first, last): where the rules cut, where letters, digits and marks meet, and
    /// within parted words. None within a web address or between emoji.
    void gaps(std::size_t first, std::size_t last, const PartedWords& parted, std::vector<Gap>& out) const;

    /// The places of the features of a gap of that run.
    void find(const Gap& gap, std::size_t first, std::size_t last, std::vector<std::uint32_t>& out);

private:
    struct Part {
        Span span;
        std::string low;
        std::string shape;
    };
    void set(Span span, Part& out) const;
    [[nodiscard]] char ranked(std::string_view low) const { return rank(vocabulary_.find(low)); }
    [[nodiscard]] std::string neighbour(std::size_t piece, bool same_line) const;

    std::string_view text_;
    const std::vector<Piece>& pieces_;
    const StringTable& vocabulary_;
    Part left2_, left_, right_, right2_;
};

/// The regression's weights: views into the model.
class Cuts {
public:
    explicit Cuts(const ModelFile& model)
        : weights_(model.floats("cuts", k_places)),
          vocabulary_(model.strings("vectors.strings")),
          parted_{model.strings("parted.keys"), model.strings("parted.values")} {}

    /// The words by the rules → as learned, with the same guarantees. O(words).
    void apply(std::string_view text, const std::vector<Piece>& rules, std::vector<Piece>& out) const;

private:
    std::span<const float> weights_;
    StringTable vocabulary_;
    PartedWords parted_;
};

/// The number after the last word of the run, without a blank, that begins with word `first`.
[[nodiscard]] std::size_t run_end(const std::vector<Piece>& pieces, std::size_t first);

}  // namespace entente::nn
