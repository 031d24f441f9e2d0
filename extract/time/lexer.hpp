// SPDX-License-Identifier: Apache-2.0
// The words and numbers of a date, with the names of months, weekdays and time zones. O(length).
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/span.hpp"

namespace entente::time {

struct Lexeme {
    enum class Kind : std::uint8_t { word, number, mark };
    Kind kind = Kind::mark;
    Span span;
    std::string lower;     ///< ASCII lower case; of a number its digits, without "th"
    int number = -1;       ///< of a number of at most 9 digits
    bool ordinal = false;  ///< "25th"
    bool capital = false;  ///< begins with an ASCII capital

    [[nodiscard]] bool is(std::string_view text) const { return lower == text; }
};

/// Blanks are passed over; every other character that is no letter or digit is a mark of its own. Dashes and
/// apostrophes of print become "-" and "'".
[[nodiscard]] std::vector<Lexeme> lex(std::string_view text);

/// 1 to 12 for "august", "aug", "sept"; 0 for none.
[[nodiscard]] unsigned month_of(std::string_view lower);
/// 0 (Monday) to 6 for "tuesday", "tue", "tues"; -1 for none.
[[nodiscard]] int weekday_of(std::string_view lower);
/// Minutes east of Greenwich of "ist", "gmt" …; ambiguous ones as news agencies use them (IST is India's).
[[nodiscard]] std::optional<int> zone_of(std::string_view lower);
/// The number of "one" … "twenty", "thirty" … "hundred", "a" and "an" (1); 0 for none, also for "several".
[[nodiscard]] int small_number(std::string_view lower);

}  // namespace entente::time
