// SPDX-License-Identifier: Apache-2.0
#include "graph/merge.hpp"

#include <algorithm>
#include <array>
#include <bit>
#include <tuple>

namespace entente {
namespace {

constexpr unsigned k_type_bits = 5;
constexpr unsigned k_polarity_bits = 1;
static_assert(k_type_count < (1u << k_type_bits));
__extension__ using Wide = unsigned __int128;

/// How an edge and the number of a sighting make up one word: words in order are edges in order.
struct Layout {
    unsigned number_bits = 0;
    unsigned actor_bits = 0;

    explicit Layout(const std::vector<Sighting>& sightings)
        : number_bits(static_cast<unsigned>(std::bit_width(sightings.size()))) {
        std::uint32_t last = 0;
        for (const Sighting& s : sightings) last = std::max({last, s.edge.subject, s.edge.object});
        actor_bits = static_cast<unsigned>(std::bit_width(last));
    }
    [[nodiscard]] unsigned bits() const { return number_bits + 2 * actor_bits + k_type_bits + k_polarity_bits; }

    template <class Word>
    [[nodiscard]] Word word(const EdgeKey& e, std::size_t number) const {
        Word w = e.subject;
        w = w << k_type_bits | e.type;
        w = w << actor_bits | e.object;
        w = w << k_polarity_bits | static_cast<unsigned>(e.polarity);
        return w << number_bits | number;
    }
    template <class Word>
    [[nodiscard]] std::size_t number(Word w) const {
        return static_cast<std::size_t>(w & ((Word{1} << number_bits) - 1));
    }
};

/// By the bits from `low` on; those below stay in order.
template <class Word>
void radix_sort(std::vector<Word>& words, unsigned low, unsigned high) {
    constexpr unsigned k_digit = 8;
    std::vector<Word> other(words.size());
    for (unsigned shift = low; shift < high; shift += k_digit) {
        const auto digit = [shift](Word w) { return static_cast<std::size_t>(w >> shift) & ((1u << k_digit) - 1); };
        std::array<std::size_t, (1u << k_digit) + 1> ends{};
        for (const Word w : words) ++ends[digit(w) + 1];
        for (std::size_t i = 1; i < ends.size(); ++i) ends[i] += ends[i - 1];
        for (const Word w : words) other[ends[digit(w)]++] = w;
        words.swap(other);
    }
}

/// Where the next fact of a day goes.
class DayPlaces {
public:
    /// `day_of(i)` for each of `count` facts.
    template <class DayOf>
    DayPlaces(std::size_t count, DayOf day_of) {
        std::int32_t last = k_undated;
        first_ = std::numeric_limits<std::int32_t>::max();
        for (std::size_t i = 0; i < count; ++i)
            if (const std::int32_t day = day_of(i); day != k_undated) {
                first_ = std::min(first_, day);
                last = std::max(last, day);
            }
        const std::int64_t days = last == k_undated ? 0 : std::int64_t{last} - first_ + 1;
        next_.resize(static_cast<std::size_t>(days) + 2);
        for (std::size_t i = 0; i < count; ++i) ++next_[index(day_of(i)) + 1];
        for (std::size_t i = 1; i < next_.size(); ++i) next_[i] += next_[i - 1];
    }
    std::size_t take(std::int32_t day) { return next_[index(day)]++; }

private:
    [[nodiscard]] std::size_t index(std::int32_t day) const {
        return day == k_undated ? 0 : static_cast<std::size_t>(std::int64_t{day} - first_) + 1;
    }
    std::int32_t first_;
    std::vector<std::size_t> next_;
};

template <class Word>
Merged merge_as(const std::vector<Sighting>& sightings, const Layout& layout) {
    constexpr std::size_t k_ahead = 24;  // sightings lie anywhere in memory
    const std::size_t count = sightings.size();
    std::vector<Word> words(count);
    for (std::size_t i = 0; i < count; ++i) words[i] = layout.word<Word>(sightings[i].edge, i);
    radix_sort(words, layout.number_bits, layout.bits());
    DayPlaces places(count, [&](std::size_t i) { return sightings[i].fact.day; });
    std::size_t edges = 0;
    for (std::size_t i = 0; i < count; ++i)
        edges += i == 0 || words[i] >> layout.number_bits != words[i - 1] >> layout.number_bits;
    Merged out;
    out.edges.reserve(edges);
    out.facts.resize(count);
    for (std::size_t i = 0; i < count; ++i) {
        if (i + k_ahead < count) __builtin_prefetch(&sightings[layout.number(words[i + k_ahead])]);
        const Sighting& s = sightings[layout.number(words[i])];
        if (i == 0 || words[i] >> layout.number_bits != words[i - 1] >> layout.number_bits) out.edges.push_back(s.edge);
        Fact& f = out.facts[places.take(s.fact.day)] = s.fact;
        f.edge = static_cast<std::uint32_t>(out.edges.size() - 1);
    }
    return out;
}

}  // namespace

Merged merge(const std::vector<Sighting>& sightings) {
    const Layout layout(sightings);
    return layout.bits() <= 64 ? merge_as<std::uint64_t>(sightings, layout) : merge_as<Wide>(sightings, layout);
}

std::vector<Fact> by_day(const std::vector<Fact>& facts) {
    DayPlaces places(facts.size(), [&](std::size_t i) { return facts[i].day; });
    std::vector<Fact> out(facts.size());
    for (const Fact& f : facts) out[places.take(f.day)] = f;
    return out;
}

}  // namespace entente
