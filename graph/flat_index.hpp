// SPDX-License-Identifier: Apache-2.0
// From texts to numbers: a hash table whose look-ups miss the cache once.
#pragma once

#include <cstdint>
#include <functional>
#include <string_view>
#include <vector>

namespace entente {

/// Knows numbers by the hash of a text; whoever has the texts compares them. 16 to 32 bytes a number.
class FlatIndex {
public:
    /// 32 bits of it count: false alarms are rare up to 2^24 numbers, and only cost time beyond.
    static std::size_t hash(std::string_view text) { return std::hash<std::string_view>()(text); }

    /// A number with that hash for which `is_it(number)`, else k_nothing.
    template <class IsIt>
    [[nodiscard]] std::uint32_t find(std::size_t hash, IsIt is_it) const {
        if (slots_.empty()) return k_nothing;
        const std::uint32_t tag = tag_of(hash);
        for (std::size_t at = tag & mask(); slots_[at].number != k_nothing; at = (at + 1) & mask())
            if (slots_[at].tag == tag && is_it(slots_[at].number)) return slots_[at].number;
        return k_nothing;
    }

    void insert(std::size_t hash, std::uint32_t number) {
        if (2 * (count_ + 1) > slots_.size()) grow();
        put({tag_of(hash), number});
        ++count_;
    }

    void clear() { *this = FlatIndex(); }

    static constexpr std::uint32_t k_nothing = 0xFFFFFFFF;

private:
    struct Slot {
        std::uint32_t tag = 0;
        std::uint32_t number = k_nothing;
    };
    static std::uint32_t tag_of(std::size_t hash) { return static_cast<std::uint32_t>(hash ^ (hash >> 32)); }
    [[nodiscard]] std::size_t mask() const { return slots_.size() - 1; }

    void put(Slot slot) {
        std::size_t at = slot.tag & mask();
        while (slots_[at].number != k_nothing) at = (at + 1) & mask();
        slots_[at] = slot;
    }

    void grow() {
        std::vector<Slot> old(slots_.empty() ? 64 : 2 * slots_.size());
        old.swap(slots_);
        for (const Slot& s : old)
            if (s.number != k_nothing) put(s);
    }

    std::vector<Slot> slots_;
    std::size_t count_ = 0;
};

}  // namespace entente
