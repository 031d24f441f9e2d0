// SPDX-License-Identifier: Apache-2.0
// The words of a sentence as a bag: what an editor's punctuation and capitals leave as they are.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

namespace entente {

/// A word is what stands between blanks and punctuation, in small letters (ASCII); "U.S." and "US" are one. 8 bytes a
/// word; two words are taken for one with a chance of 2^-64.
class SentenceWords {
public:
    SentenceWords() = default;
    /// O(length), about 1 µs.
    explicit SentenceWords(std::string_view sentence);

    [[nodiscard]] bool is_read() const { return is_read_; }
    [[nodiscard]] std::size_t count() const { return words_.size(); }
    /// Whether `other` has all of these words, as often. O(1) where it has not, nearly always.
    [[nodiscard]] bool is_within(const SentenceWords& other) const;

private:
    std::vector<std::uint64_t> words_;  ///< hashes, rising
    std::uint64_t some_ = 0;            ///< a bit for each: what is within has no other ones
    bool is_read_ = false;
};

}  // namespace entente
