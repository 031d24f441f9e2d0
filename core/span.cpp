// SPDX-License-Identifier: Apache-2.0
#include "core/span.hpp"

#include <algorithm>

namespace entente {

void SpanMap::add(std::uint32_t edited, std::uint32_t original) { entries_.push_back({edited, original}); }

std::uint32_t SpanMap::at(std::uint32_t edited) const {
    auto after = std::upper_bound(entries_.begin(), entries_.end(), edited,
                                  [](std::uint32_t value, const Entry& e) { return value < e.edited; });
    if (after == entries_.begin()) return after == entries_.end() ? edited : std::min(edited, after->original);
    const Entry& e = *(after - 1);
    const std::uint32_t moved = e.original + (edited - e.edited);
    // Bytes inserted before the next entry have no original of their own: they stand where that entry begins.
    return after == entries_.end() ? moved : std::min(moved, after->original);
}

Span SpanMap::to_original(Span edited) const {
    if (entries_.empty()) return edited;
    const std::uint32_t begin = at(edited.begin);
    return {begin, std::max(begin, edited.size() == 0 ? begin : at(edited.end))};
}

}  // namespace entente
