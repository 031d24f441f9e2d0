// SPDX-License-Identifier: Apache-2.0
// A graph as a series of files, one per day, week or month.
#pragma once

#include <string>

#include "export/formats.hpp"

namespace entente {

enum class Period { day, week, month };

/// The period that `day` is in; weeks begin on Monday.
[[nodiscard]] DayRange period_of(Date day, Period period);

/// Writes "NAME.2021-08-25.SUFFIX", "NAME.2021-W34.SUFFIX" or "NAME.2021-08.SUFFIX" for every period in which something
/// was observed; actors keep their places. Undated observations are in none. Returns the number of files. O(observations
/// × files). Throws as export_graph(), and UsageError for standard output.
std::size_t export_slices(const Graph& graph, const Format& format, const std::string& path, Period period,
                          const ExportOptions& options);

}  // namespace entente
