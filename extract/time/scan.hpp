// SPDX-License-Identifier: Apache-2.0
// Looking at the lexemes around a place.
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>
#include <vector>

#include "extract/time/lexer.hpp"
#include "extract/time/time.hpp"

namespace entente::time {

template <class... Words>
bool any_of(const Lexeme* lexeme, Words... words) {
    return lexeme && (lexeme->is(words) || ...);
}

/// Lexemes of a text by their number; nullptr before the first and after the last.
class Scan {
public:
    explicit Scan(std::string_view text) : lexemes_(lex(text)) {}
    [[nodiscard]] std::ptrdiff_t size() const { return std::ssize(lexemes_); }
    [[nodiscard]] const Lexeme* at(std::ptrdiff_t i) const {
        return i >= 0 && i < size() ? &lexemes_[static_cast<std::size_t>(i)] : nullptr;
    }

    [[nodiscard]] int day_at(std::ptrdiff_t i) const {  ///< 1 to 31; 0 for none
        const Lexeme* l = at(i);
        return l && l->kind == Lexeme::Kind::number && l->lower.size() <= 2 && l->number <= 31 ? l->number : 0;
    }
    [[nodiscard]] int year_at(std::ptrdiff_t i) const {  ///< of four digits, 1900 to 2100; 0 for none
        const Lexeme* l = at(i);
        const bool four = l && l->kind == Lexeme::Kind::number && !l->ordinal && l->lower.size() == 4;
        return four && l->number >= 1900 && l->number <= 2100 ? l->number : 0;
    }
    [[nodiscard]] unsigned month_at(std::ptrdiff_t i) const {  ///< its name, with a capital; 0 for none
        const Lexeme* l = at(i);
        return l && l->kind == Lexeme::Kind::word && l->capital ? month_of(l->lower) : 0;
    }
    [[nodiscard]] int count_at(std::ptrdiff_t i) const {  ///< "three", "3"; 0 for none
        const Lexeme* l = at(i);
        if (!l || l->kind == Lexeme::Kind::mark || l->ordinal) return 0;
        return l->kind == Lexeme::Kind::word ? small_number(l->lower) : l->number > 0 && l->number < 1000 ? l->number : 0;
    }
    [[nodiscard]] std::optional<Precision> unit_at(std::ptrdiff_t i) const {
        const Lexeme* l = at(i);
        if (any_of(l, "day", "days")) return Precision::day;
        if (any_of(l, "week", "weeks")) return Precision::week;
        if (any_of(l, "month", "months")) return Precision::month;
        if (any_of(l, "quarter", "quarters")) return Precision::quarter;
        if (any_of(l, "year", "years")) return Precision::year;
        if (any_of(l, "decade", "decades")) return Precision::decade;
        return std::nullopt;
    }

    /// The words say that what stands at `i` is yet to come: "will …", "is due to …", "must …", "until"; not where a
    /// verb of saying stands nearer.
    [[nodiscard]] bool is_future(std::ptrdiff_t i) const;

private:
    std::vector<Lexeme> lexemes_;
};

}  // namespace entente::time
