// SPDX-License-Identifier: Apache-2.0
#include "extract/language/string_table.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <bit>

#include "core/error.hpp"

namespace entente::nn {

StringTable::StringTable(std::string_view section, std::string_view name) {
    const auto check = [&](bool good) {
        if (!good) throw InputError(fmt::format("model: table '{}' is damaged; install the model again", name));
    };
    check(section.size() >= 12);
    const std::span words(reinterpret_cast<const std::uint32_t*>(section.data()), section.size() / 4);
    const std::uint64_t count = words[0], slots = words[1];
    check(2 + count + 1 + slots <= words.size());
    offsets_ = words.subspan(2, count + 1);
    slots_ = words.subspan(2 + count + 1, slots);
    bytes_ = section.substr(4 * (2 + count + 1 + slots));
    check(offsets_[0] == 0 && offsets_[count] <= bytes_.size() && std::ranges::is_sorted(offsets_));
    if (slots == 0) return;
    check(std::has_single_bit(slots) && slots > count);  // so a search ends at an empty slot …
    check(std::ranges::all_of(slots_, [&](std::uint32_t s) { return s <= count; }));
    check(std::ranges::find(slots_, 0u) != slots_.end());  // … even where a slot was filled twice
}

std::int32_t StringTable::find(std::string_view key) const {
    if (slots_.empty()) return -1;
    const std::size_t mask = slots_.size() - 1;
    for (std::size_t at = fnv1a(key) & mask;; at = (at + 1) & mask) {
        if (slots_[at] == 0) return -1;
        if ((*this)[slots_[at] - 1] == key) return static_cast<std::int32_t>(slots_[at] - 1);
    }
}

}  // namespace entente::nn
