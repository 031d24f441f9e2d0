// SPDX-License-Identifier: Apache-2.0
#include "extract/repair/words.hpp"

#include <algorithm>
#include <bit>
#include <map>
#include <set>

namespace entente {
namespace {

std::size_t hash(std::string_view word) { return std::hash<std::string_view>{}(word) >> 7; }

double zipf(std::uint32_t rank) { return 0.1 / (rank + 3.0); }

bool is_plain(std::string_view word) {
    return std::ranges::all_of(word, [](char c) { return c >= 'a' && c <= 'z'; });
}

/// The distinct strings of 2 to 4 letters in a word.
std::set<std::string_view> strings_in(std::string_view word) {
    std::set<std::string_view> out;
    for (std::size_t n = 2; n <= 4; ++n)
        for (std::size_t i = 0; i + n <= word.size(); ++i) out.insert(word.substr(i, n));
    return out;
}

std::vector<WordList::Piece> common_pieces(const std::vector<std::string_view>& words) {
    constexpr std::size_t k_enough = 5000;  // words that make up nine tenths of a running text
    constexpr double k_smallest = 1.0 / 125;
    std::map<std::string_view, double> shares;
    double all = 0;
    for (std::size_t i = 0; i < std::min(k_enough, words.size()); ++i) {
        if (!is_plain(words[i])) continue;
        const double p = zipf(static_cast<std::uint32_t>(i));
        all += p;
        for (const std::string_view piece : strings_in(words[i])) shares[piece] += p;
    }
    std::vector<WordList::Piece> out;
    for (const auto& [piece, share] : shares)
        if (share >= k_smallest * all) out.push_back({std::string(piece), share / all});
    return out;
}

}  // namespace

WordList::WordList(const std::vector<std::string_view>& by_frequency, std::string_view families)
    : pieces_(common_pieces(by_frequency)), families_(families) {
    std::size_t bytes = 0;
    for (const std::string_view word : by_frequency) bytes += word.size();
    letters_.reserve(bytes);
    ranks_.reserve(by_frequency.size());
    constexpr std::size_t k_bits_a_word = 16;
    hashes_.resize(std::bit_ceil(by_frequency.size() * k_bits_a_word + 1));
    std::uint32_t rank = 0;
    for (const std::string_view word : by_frequency) {
        const std::size_t at = letters_.size();
        letters_.insert(letters_.end(), word.begin(), word.end());
        hashes_[hash(word) & (hashes_.size() - 1)] = true;
        ranks_.emplace(std::string_view(letters_.data() + at, word.size()), rank++);
    }
}

std::optional<std::uint32_t> WordList::rank(std::string_view lower) const {
    if (!hashes_[hash(lower) & (hashes_.size() - 1)]) return std::nullopt;
    const auto found = ranks_.find(lower);
    return found == ranks_.end() ? std::nullopt : std::optional(found->second);
}

std::uint8_t WordList::family(std::string_view lower) const {
    const auto found = rank(lower);
    return found && *found < families_.size() ? static_cast<std::uint8_t>(families_[*found]) : 0;
}

}  // namespace entente
