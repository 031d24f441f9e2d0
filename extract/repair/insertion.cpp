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
    return without(word, {deleted.rbegin(), deleted.rend()}) == damaged;
}

void add_if_known(std::vector<Candidate>& out, Candidate candidate, std::string_view damaged,
                  const std::vector<std::string>& deleted, const WordList& words) {
    if (!words.rank(candidate.word) || !leaves(candidate.word, damaged, deleted)) return;
    const auto same = [&](const Candidate& c) { return c.word == candidate.word; };
    if (std::ranges::any_of(out, same)) return;
    candidate.probability = words.probability(candidate.word);
    out.push_back(std::move(candidate));
}

std::string inserted(std::string_view word, std::size_t at, std::string_view what) {
    std::string out(word);
    return out.insert(at, what);
}

void insert_once(std::vector<Candidate>& out, std::string_view damaged, const std::vector<std::string>& deleted,
                 const WordList& words) {
    for (std::size_t i = 0; i <= damaged.size(); ++i)
        for (const std::string& s : deleted)
            add_if_known(out, {inserted(damaged, i, s), 0, {{static_cast<std::uint32_t>(i), s}}}, damaged, deleted,
                         words);
}

void insert_twice(std::vector<Candidate>& out, std::string_view damaged, const std::vector<std::string>& deleted,
                  const WordList& words) {
    for (std::size_t i = 0; i <= damaged.size(); ++i)
        for (const std::string& first : deleted)
            for (std::size_t j = i; j <= damaged.size(); ++j)
                for (const std::string& second : deleted) {
                    std::string word = inserted(inserted(damaged, j, second), i, first);
                    add_if_known(out,
                                 {std::move(word),
                                  0,
                                  {{static_cast<std::uint32_t>(i), first}, {static_cast<std::uint32_t>(j), second}}},
                                 damaged, deleted, words);
                }
}

}  // namespace

std::string without(std::string word, const std::vector<std::string>& deleted) {
    for (const std::string& s : deleted) remove_all(word, s);
    return word;
}

std::vector<Candidate> candidates(std::string_view damaged, const std::vector<std::string>& deleted,
                                  const WordList& words, int most) {
    constexpr std::size_t k_longest = 24, k_shortest_for_two = 4;
    std::vector<Candidate> out;
    if (damaged.empty() || damaged.size() > k_longest) return out;
    insert_once(out, damaged, deleted, words);
    if (out.empty() && most >= 2 && damaged.size() >= k_shortest_for_two && !words.rank(damaged))
        insert_twice(out, damaged, deleted, words);
    std::ranges::stable_sort(out, [](const Candidate& a, const Candidate& b) { return a.probability > b.probability; });
    return out;
}

}  // namespace entente::repair
