// SPDX-License-Identifier: Apache-2.0
// Which of many short strings the paragraphs of a text hold.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "extract/repair/tokens.hpp"
#include "extract/repair/words.hpp"

namespace entente::repair {

/// Looks for all pieces at once. Built in some microseconds.
class PieceFinder {
public:
    /// Strings of 2 to 4 small letters.
    explicit PieceFinder(const std::vector<WordList::Piece>& pieces);

    /// [piece][paragraph]: the paragraph holds the piece. O(bytes).
    [[nodiscard]] std::vector<std::vector<bool>> held(std::string_view text,
                                                      const std::vector<const Paragraph*>& paragraphs) const;

private:
    struct Slot {
        std::uint32_t key = 0;  ///< the letters, the last in the lowest byte; 0: free
        std::uint32_t piece = 0;
    };
    std::size_t pieces_;
    std::vector<Slot> slots_;  ///< open addressing, a power of two
};

}  // namespace entente::repair
