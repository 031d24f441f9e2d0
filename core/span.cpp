// SPDX-License-Identifier: Apache-2.0
#include "core/span.hpp"

#include <algorithm>
#include <iterator>
#include <utility>

namespace entente {

void SpanMap::add(std::uint32_t edited, std::uint32_t original) { entries_.push_back({edited, original}); }

std::uint32_t SpanMap::at(const Entries& entries, std::uint32_t edited) {
    auto after = std::upper_bound(entries.begin(), entries.end(), edited,
                                  [](std::uint32_t value, const Entry& e) { return value < e.edited; });
    if (after == entries.begin()) return after == entries.end() ? edited : std::min(edited, after->original);
    const Entry& e = *(after - 1);
    const std::uint32_t moved = e.original + (edited - e.edited);
    // Bytes inserted before the next entry have no original of their own: they stand where that entry begins.
    return after == entries.end() ? moved : std::min(moved, after->original);
}

Span SpanMap::to_original(Span edited) const {
    const auto step = [&](const Entries& entries) {
        if (entries.empty()) return;
        const std::uint32_t begin = at(entries, edited.begin);
        edited = {begin, std::max(begin, edited.size() == 0 ? begin : at(entries, edited.end))};
    };
    step(entries_);
    std::for_each(earlier_.rbegin(), earlier_.rend(), step);
    return edited;
}

void SpanMap::precede(SpanMap later) {
    if (later.entries_.empty() && later.earlier_.empty()) return;
    if (!entries_.empty()) earlier_.push_back(std::move(entries_));
    std::ranges::move(later.earlier_, std::back_inserter(earlier_));
    entries_ = std::move(later.entries_);
}

}  // namespace entente
