// SPDX-License-Identifier: Apache-2.0
#include "graph/number_cache.hpp"

#include <xxhash.h>

#include <utility>

namespace entente {
namespace {
constexpr std::size_t k_smallest = 1u << 10;
constexpr std::size_t k_largest = 1u << 22;
}  // namespace

NumberCache::NumberCache() : entries_(k_smallest) {}

void NumberCache::clear() {
    entries_.assign(k_smallest, {});
    used_ = 0;
}

/// The entry of this hash, or the free one where it belongs. Free entries have both halves 0.
NumberCache::Entry& NumberCache::place(std::uint64_t low, std::uint64_t high) {
    const std::size_t mask = entries_.size() - 1;
    for (std::size_t i = low & mask;; i = (i + 1) & mask) {
        Entry& e = entries_[i];
        if ((e.low == low && e.high == high) || (e.low == 0 && e.high == 0)) return e;
    }
}

void NumberCache::grow() {
    if (entries_.size() >= k_largest) return clear();
    std::vector<Entry> old(2 * entries_.size());
    std::swap(old, entries_);
    for (const Entry& e : old)
        if (e.low != 0 || e.high != 0) place(e.low, e.high) = e;
}

std::int64_t& NumberCache::operator[](std::string_view key) {
    if (2 * (used_ + 1) > entries_.size()) grow();
    const XXH128_hash_t h = XXH3_128bits(key.data(), key.size());
    Entry& e = place(h.low64, h.high64 | 1);
    if (e.low == 0 && e.high == 0) {
        ++used_;
        e = {h.low64, h.high64 | 1, 0};
    }
    return e.number;
}

}  // namespace entente
