// SPDX-License-Identifier: Apache-2.0
// What a line end means: a paragraph, a headline, or just that the line was full.
#pragma once

#include <cstdint>
#include <string_view>

namespace entente::nn {

/// Asked from the beginning of the text to its end; linear in all, no memory.
class LineBreaks {
public:
    enum Kind { none, wrapped, sentence, paragraph };

    explicit LineBreaks(std::string_view text) : text_(text) {}

    /// What the white space [end, begin) between two words means. An empty line is a paragraph. A single line end is
    /// `wrapped` where the lines of the block are of one width and the next word would not have fitted into this one,
    /// or where the next line goes on in lower case; else it ends a sentence.
    [[nodiscard]] Kind between(std::uint32_t end, std::uint32_t begin);

private:
    void measure(std::size_t pos);
    std::string_view text_;
    std::size_t block_end_ = 0;  ///< of the block (lines up to an empty one) measured last
    std::size_t width_ = 0;      ///< of its longest line
    bool even_ = false;          ///< most of its lines are about that long
};

}  // namespace entente::nn
