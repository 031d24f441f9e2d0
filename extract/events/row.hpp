// SPDX-License-Identifier: Apache-2.0
// What one row of an event table says, whatever table it is.
#pragma once

#include <optional>
#include <string_view>
#include <utility>
#include <vector>

#include "core/date.hpp"
#include "core/ontology.hpp"

namespace entente::events {

/// An actor of a row, as the table codes it.
struct Side {
    std::string_view code;     ///< CAMEO's: "CHNGOV"
    std::string_view name;     ///< "BEIJING", "Police (India)"
    std::string_view country;  ///< a three-letter code, or a state's name
    std::string_view group;    ///< a known group of CAMEO: "NAT"
    std::string_view sector;   ///< "GOV", "Police"; may be a list
    [[nodiscard]] bool any() const { return !code.empty() || !name.empty() || !country.empty(); }
};

/// Views into the line that it was read from.
struct EventRow {
    std::string_view event;     ///< the table's own id; empty = it has none
    std::string_view document;  ///< URL of the article, or the table's id of it; empty = not told
    std::optional<Date> date;   ///< empty: the table knows only the month or the year
    std::optional<Timestamp> reported;
    std::string_view cameo;    ///< empty where the table has PLOVER's types
    std::optional<Type> type;  ///< empty where it has CAMEO's codes
    std::vector<Side> sources;
    std::vector<Side> targets;
    std::vector<std::pair<std::string_view, std::string_view>> further;  ///< role and text: mentions, place …
};

}  // namespace entente::events
