// SPDX-License-Identifier: Apache-2.0
#include "export/spells.hpp"

#include <algorithm>

namespace entente {

ActorDays::ActorDays(const Graph& graph) : begins_(graph.actors().size()), counts_(graph.actors().size()) {
    for (const Edge& e : graph.edges())
        for (const auto end : {e.subject, e.object}) counts_[end] += e.days_count;
    for (std::size_t i = 1; i < begins_.size(); ++i) begins_[i] = begins_[i - 1] + counts_[i - 1];
    days_.resize(begins_.empty() ? 0 : begins_.back() + counts_.back());
    std::ranges::fill(counts_, 0u);
    for (const Edge& e : graph.edges())
        for (const auto end : {e.subject, e.object})
            for (const Date day : graph.days(e)) days_[begins_[end] + counts_[end]++] = day;
    for (std::size_t i = 0; i < begins_.size(); ++i) {
        const auto own = std::span(days_).subspan(begins_[i], counts_[i]);
        std::ranges::sort(own);
        counts_[i] = static_cast<std::uint32_t>(std::unique(own.begin(), own.end()) - own.begin());
    }
}

}  // namespace entente
