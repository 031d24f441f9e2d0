// SPDX-License-Identifier: Apache-2.0
// Which words English has, and how common they are.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace entente {

/// A list of lower-cased words, commonest first. Built once, then read from any thread. 70 bytes a word, O(1) a
/// look-up.
class WordList {
public:
    /// Of equal words the first counts. The list keeps copies. `families`: a byte for each of the first words, to which
    /// of up to 255 groups of words in like company it belongs; 0: to none.
    explicit WordList(const std::vector<std::string_view>& by_frequency, std::string_view families = {});

    /// 0 is the commonest.
    [[nodiscard]] std::optional<std::uint32_t> rank(std::string_view lower) const;

    /// 0 for an unknown word.
    [[nodiscard]] std::uint8_t family(std::string_view lower) const;

    /// Strings of two to four letters that at least one running word in 125 holds, with that share. Sorted by text.
    struct Piece {
        std::string text;
        double share = 0;
    };
    [[nodiscard]] const std::vector<Piece>& pieces() const { return pieces_; }

private:
    std::vector<char> letters_;  // a vector, so that moving the list leaves the keys where they are
    std::unordered_map<std::string_view, std::uint32_t> ranks_;
    std::vector<bool> hashes_;  ///< hash values that occur: most strange words are told by one bit
    std::vector<Piece> pieces_;
    std::string families_;
};

}  // namespace entente
