// SPDX-License-Identifier: Apache-2.0
// Single expressions of time, before what stands around them ("since", "early", "from … to …") has changed them.
#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include "extract/time/calendar.hpp"
#include "extract/time/scan.hpp"

namespace entente::time {

/// Lexemes [first, last) and the days that they mean.
struct Atom {
    std::ptrdiff_t first = 0;
    std::ptrdiff_t last = 0;
    Range range;
    bool future = false;   ///< by its own words
    unsigned month = 0;    ///< of "August", "15 August": what a year told elsewhere completes
    int day = 0;           ///< of "15 August"
    int days = 1;          ///< of "15-18 August"
    bool own_year = false;
    bool counts_years = false;  ///< "last year", "this year"
};

/// In the order of the text, without overlaps. `future`: what is found speaks of the future.
[[nodiscard]] std::vector<Atom> find_atoms(const Scan& scan, std::optional<Date> published, bool future);

/// The same with another year; nullopt where it has no such day.
[[nodiscard]] std::optional<Range> in_year(const Atom& atom, int year);

}  // namespace entente::time
