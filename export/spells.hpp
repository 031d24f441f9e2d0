// SPDX-License-Identifier: Apache-2.0
// Days as the spells of a timeline.
#pragma once

#include <span>
#include <vector>

#include "graph/graph.hpp"

namespace entente {

/// Both days belong to it.
struct DayRange {
    Date first;
    Date last;
    auto operator<=>(const DayRange&) const = default;
};

/// Calls take(DayRange) for each longest run of consecutive `days`, which rise.
template <class Take>
void for_each_spell(std::span<const Date> days, Take take) {
    for (std::size_t begin = 0, end = 0; begin < days.size(); begin = end) {
        for (++end; end < days.size() && days[end].days <= days[end - 1].days + 1;) ++end;
        take(DayRange{days[begin], days[end - 1]});
    }
}

/// On which days each actor took part in something. 4 bytes per day of an edge and end; O(days log days).
class ActorDays {
public:
    explicit ActorDays(const Graph& graph);
    [[nodiscard]] std::span<const Date> of(std::size_t actor) const {
        return std::span(days_).subspan(begins_[actor], counts_[actor]);
    }

private:
    std::vector<std::uint32_t> begins_;
    std::vector<std::uint32_t> counts_;
    std::vector<Date> days_;
};

}  // namespace entente
