// SPDX-License-Identifier: Apache-2.0
// The closed vocabulary of relations: PLOVER's sixteen event types, four standing relations, STATEMENT.
// Source of names and quad classes: PLOVER 2.0 manual, chapter 3.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string_view>

namespace entente {

enum class Type : std::uint8_t {
    AGREE, CONSULT, SUPPORT, CONCEDE, COOPERATE, AID, RETREAT, REQUEST, ACCUSE, REJECT, THREATEN, PROTEST, SANCTION,
    MOBILIZE, COERCE, ASSAULT,
    LEADS, MEMBER_OF, PART_OF, LOCATED_IN, STATEMENT
};

inline constexpr std::size_t k_type_count = 21;

[[nodiscard]] std::string_view name(Type type);
[[nodiscard]] std::optional<Type> parse_type(std::string_view text);

/// 1 verbal cooperation, 2 material cooperation, 3 verbal conflict, 4 material conflict; 0 for what is no event.
[[nodiscard]] int quad(Type type);

[[nodiscard]] inline bool is_event(Type type) { return type <= Type::ASSAULT; }

/// The CAMEO root code that stands for a type where nothing finer is known ("03"); empty for what is no event.
[[nodiscard]] std::string_view cameo_root(Type type);

}  // namespace entente
