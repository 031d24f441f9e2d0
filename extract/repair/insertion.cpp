// SPDX-License-Identifier: Apache-2.0
#include "extract/repair/insertion.hpp"

#include <algorithm>

namespace entente::repair {
namespace {

void remove_all(std::string& word, std::string_view what) {
    std::size_t pos = 0;
    while ((pos = word.find(what, pos)) != std::string::npos) word.erase(pos, what.size());
}

/// Whether the damage would have left just this. In which order the strings were deleted is not known.
bool leaves(const std::string& word, std::string_view damaged, const std::vector<std::string>& deleted) {
    if (without(word, deleted) == damaged) return true;
    return deleted.size() > 1 && without(word, {deleted.rbegin(), deleted.rend()}) == damaged;
}

/// Puts strings back at rising places.
class Search {
public:
    Search(std::string_view damaged, const std::vector<std::string>& deleted, const WordList& words)
        : damaged_(damaged), deleted_(deleted), words_(words) {}

    /// All ways with just `count` insertions, none before byte `from` of the damaged word.
    void insert(int count, std::size_t from = 0) {
        if (count == 0) return add();
        for (std::size_t at = from; at <= damaged_.size(); ++at)
            for (const std::string& s : deleted_) {
                insertions_.push_back({static_cast<std::uint32_t>(at), s});
                insert(count - 1, at);
                insertions_.pop_back();
            }
    }
    std::vector<Candidate> found;

private:
    void add() {
        word_.clear();
        std::size_t done = 0;
        for (const Insertion& i : insertions_) {
            word_.append(damaged_.substr(done, i.at - done)).append(i.text);
            done = i.at;
        }
        word_.append(damaged_.substr(done));
        const auto rank = words_.rank(word_);
        if (!rank || !leaves(word_, damaged_, deleted_)) return;
        const auto same = [&](const Candidate& c) { return c.word == word_; };
        if (std::ranges::none_of(found, same)) found.push_back({word_, *rank, insertions_});
    }

    std::string_view damaged_;
    const std::vector<std::string>& deleted_;
    const WordList& words_;
    std::vector<Insertion> insertions_;
    std::string word_;
};

}  // namespace

std::string without(std::string word, const std::vector<std::string>& deleted) {
    for (const std::string& s : deleted) remove_all(word, s);
    return word;
}

std::vector<Candidate> candidates(std::string_view damaged, const std::vector<std::string>& deleted,
                                  const WordList& words, int most) {
    constexpr std::size_t k_longest = 24, k_longest_for_three = 12;
    if (damaged.empty() || damaged.size() > k_longest) return {};
    Search search(damaged, deleted, words);
    search.insert(1);
    if (most >= 2) search.insert(2);
    if (most >= 3 && search.found.empty() && damaged.size() <= k_longest_for_three && !words.rank(damaged))
        search.insert(3);
    std::ranges::stable_sort(search.found, {}, &Candidate::rank);
    return std::move(search.found);
}

}  // namespace entente::repair
