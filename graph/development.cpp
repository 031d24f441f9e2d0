// SPDX-License-Identifier: Apache-2.0
#include "graph/development.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <unordered_map>

namespace entente {
namespace {

/// Observations of a pair of actors: [before, after][cooperation, conflict].
using Balance = std::array<std::array<std::uint32_t, 2>, 2>;

constexpr std::uint32_t k_telling = 2;  // so many observations show which side a pair is on, or that a count has changed

std::uint64_t pair_key(const ChangeBasis& b) {
    return std::uint64_t{std::min(b.actor_a, b.actor_b)} << 32 | std::max(b.actor_a, b.actor_b);
}

/// Which side a pair is on: twice as much as of the other.
int leaning(const std::array<std::uint32_t, 2>& counts) {
    if (counts[0] >= k_telling && counts[0] >= 2 * counts[1]) return 1;
    if (counts[1] >= k_telling && counts[1] >= 2 * counts[0]) return 2;
    return 0;
}

bool is_reversed(const Balance& b) {
    const int before = leaning(b[0]);
    const int after = leaning(b[1]);
    return before != 0 && after != 0 && before != after;
}

/// Pairs that may have changed sides: those with an edge that tells one.
class Pairs {
public:
    Pairs(const GraphDiff& diff, const std::vector<ChangeBasis>& bases) : maybe_(k_filter) {
        for (std::size_t i = 0; i < bases.size(); ++i) {
            const EdgeChange& c = diff.changes[i];
            if (bases[i].side == 0 || (c.before < k_telling && c.after < k_telling)) continue;
            pairs_[pair_key(bases[i])];
            maybe_[filter_place(bases[i])] = 1;
        }
        for (std::size_t i = 0; i < bases.size(); ++i) {
            if (find(bases[i]) == pairs_.end()) continue;
            Balance& balance = pairs_[pair_key(bases[i])];
            const auto side = static_cast<std::size_t>(bases[i].side - 1);
            balance[0][side] += diff.changes[i].before;
            balance[1][side] += diff.changes[i].after;
        }
    }
    /// Whether the pair of `basis` was on the other side before than the edge is on.
    [[nodiscard]] bool turned_to(const ChangeBasis& basis) const {
        const auto pair = find(basis);
        return pair != pairs_.end() && is_reversed(pair->second) && leaning(pair->second[1]) == basis.side;
    }

private:
    using Map = std::unordered_map<std::uint64_t, Balance>;
    static constexpr std::size_t k_filter = 1u << 16;  // most look-ups end at one byte

    static std::size_t filter_place(const ChangeBasis& b) { return (pair_key(b) * 0x9E3779B97F4A7C15u) >> 48; }
    [[nodiscard]] Map::const_iterator find(const ChangeBasis& b) const {
        return b.side != 0 && maybe_[filter_place(b)] ? pairs_.find(pair_key(b)) : pairs_.end();
    }

    std::vector<char> maybe_;
    Map pairs_;
};

Development development(const EdgeChange& c, const ChangeBasis& basis, const Pairs& pairs) {
    if (c.lost == 0 && c.gained == 0) return Development::same;
    const bool grows = c.after >= c.before + k_telling && c.after >= 2 * c.before;
    if ((grows || c.before == 0) && pairs.turned_to(basis)) return Development::reversed;
    if (c.before == 0) return basis.was_known ? Development::renewed : Development::fresh;
    if (c.after == 0) return Development::quiet;
    if (grows) return Development::intensified;
    return c.before >= c.after + k_telling && c.before >= 2 * c.after ? Development::weakened : Development::steady;
}

/// Of summed confidences in thousandths.
double weight(const std::array<std::uint32_t, 2>& confidence) {
    const double before = confidence[0] / 1000.0;
    const double after = confidence[1] / 1000.0;
    if (before <= 0 || after <= 0) return 2 * std::log(2.0) * (before + after);
    const auto part = [&](double x) { return x * std::log(2 * x / (before + after)); };
    return std::max(0.0, 2 * (part(before) + part(after)));
}

/// The indices of `keys` by falling key, of equals in order. Radix sort: a diff has up to a million.
std::vector<std::uint32_t> falling(const std::vector<std::uint32_t>& keys) {
    constexpr unsigned k_bits = 11;
    constexpr std::uint32_t k_mask = (1u << k_bits) - 1;
    std::vector<std::uint32_t> order(keys.size());
    std::iota(order.begin(), order.end(), 0u);
    std::vector<std::uint32_t> next(keys.size());
    for (unsigned shift = 0; shift < 32; shift += k_bits) {
        std::array<std::uint32_t, k_mask + 2> begins{};
        const auto digit = [&](std::uint32_t i) { return (~keys[i] >> shift) & k_mask; };
        for (const auto i : order) ++begins[digit(i) + 1];
        std::partial_sum(begins.begin(), begins.end(), begins.begin());
        for (const auto i : order) next[begins[digit(i)]++] = i;
        order.swap(next);
    }
    return order;
}

/// By falling weight in thousandths, then as they are.
void rank(std::vector<EdgeChange>& changes) {
    std::vector<std::uint32_t> keys;
    keys.reserve(changes.size());
    for (const EdgeChange& c : changes) keys.push_back(static_cast<std::uint32_t>(c.weight * 1000 + 0.5));
    std::vector<EdgeChange> ranked;
    ranked.reserve(changes.size());
    for (const auto i : falling(keys)) ranked.push_back(changes[i]);
    changes = std::move(ranked);
}

}  // namespace

std::string_view name(Development what) {
    constexpr std::string_view names[] = {"same",     "new",        "renewed",  "intensified",
                                          "weakened", "gone quiet", "reversed", "steady"};
    return names[static_cast<std::size_t>(what)];
}

std::uint8_t side_of(std::optional<Type> type, Polarity polarity) {
    const int q = type && polarity == Polarity::affirmed ? quad(*type) : 0;
    return static_cast<std::uint8_t>((q + 1) / 2);
}

void develop(GraphDiff& diff, const std::vector<ChangeBasis>& bases) {
    const Pairs pairs(diff, bases);
    for (std::size_t i = 0; i < bases.size(); ++i) {
        EdgeChange& c = diff.changes[i];
        c.what = development(c, bases[i], pairs);
        if (c.what == Development::same || bases[i].is_standing) continue;
        c.weight = static_cast<std::uint32_t>(weight(bases[i].confidence) * 1000 + 0.5) / 1000.0;
    }
    rank(diff.changes);
}

}  // namespace entente
