// SPDX-License-Identifier: Apache-2.0
#include "core/triple.hpp"

#include <array>

namespace entente {
namespace {

constexpr std::array<std::string_view, 9> k_kinds{"country", "person", "organisation", "group", "party",
                                                  "place",   "people", "topic",        "other"};
constexpr std::array<std::string_view, 2> k_polarities{"affirmed", "negated"};
constexpr std::array<std::string_view, 4> k_statuses{"actual", "intended", "requested", "hypothetical"};

}  // namespace

std::string_view name(Kind kind) { return k_kinds[static_cast<std::size_t>(kind)]; }
std::string_view name(Polarity polarity) { return k_polarities[static_cast<std::size_t>(polarity)]; }
std::string_view name(Status status) { return k_statuses[static_cast<std::size_t>(status)]; }

std::optional<Kind> parse_kind(std::string_view text) {
    for (std::size_t i = 0; i < k_kinds.size(); ++i)
        if (k_kinds[i] == text) return static_cast<Kind>(i);
    return std::nullopt;
}

}  // namespace entente
