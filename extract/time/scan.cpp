// SPDX-License-Identifier: Apache-2.0
#include "extract/time/scan.hpp"

namespace entente::time {

bool Scan::is_future(std::ptrdiff_t i) const {
    constexpr std::ptrdiff_t k_reach = 14, k_near = 3;
    for (std::ptrdiff_t k = i - 1; k >= 0 && k >= i - k_reach; --k) {
        const Lexeme* l = at(k);
        if (any_of(l, ".", ";", "!", "?") && !month_at(k - 1)) return false;
        if (any_of(l, "had", "was", "were", "has") && !any_of(at(k + 1), "due", "set", "to", "scheduled", "expected"))
            return false;
        if (i - k <= k_near && any_of(l, "said", "told", "announced", "warned", "reported", "says", "wrote")) return false;
        if (any_of(l, "will", "shall", "would", "must", "upcoming", "ll")) return true;
        if (any_of(l, "until", "till", "by") && k == i - 1) return true;
        if (any_of(l, "due", "scheduled", "expected", "set", "slated") && any_of(at(k + 1), "to", "for", "on", "in"))
            return true;
        if (any_of(l, "plan", "plans", "planned", "planning", "intends", "aims") && any_of(at(k + 1), "to", "for"))
            return true;
    }
    return false;
}

}  // namespace entente::time
