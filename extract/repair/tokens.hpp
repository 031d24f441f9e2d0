// SPDX-License-Identifier: Apache-2.0
// Words as the repair of damaged text sees them: rough, fast, and with their place.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "core/span.hpp"

namespace entente::repair {

struct Token {
    enum class Kind : std::uint8_t { word, number, mark };
    enum class Shape : std::uint8_t { lower, capital, other };  ///< "leaders", "Leaders", "UN" or "café"
    Kind kind = Kind::mark;
    Shape shape = Shape::other;
    Span span;
    std::string lower;            ///< ASCII lower case with its ending: "russia's"
    bool sentence_start = false;  ///< it begins a paragraph or follows the end of a sentence

    /// The letters before an apostrophe, of "hadn't" those before "n't".
    [[nodiscard]] std::string_view core() const;
};

/// A line that is not blank.
struct Paragraph {
    Span span;
    std::vector<Token> tokens;
    std::size_t words = 0;
};

/// O(length).
[[nodiscard]] std::vector<Paragraph> paragraphs(std::string_view text);

}  // namespace entente::repair
