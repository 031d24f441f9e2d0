// SPDX-License-Identifier: Apache-2.0
// When an article was published, from a line of it that says nothing else: "Published 23:00 IST, August 25th 2021".
#pragma once

#include <optional>
#include <string_view>

#include "core/date.hpp"

namespace entente::time {

/// A date in any common form, with or without clock and zone (none: UTC; no clock: midnight): ISO 8601, RFC 822
/// ("Wed, 25 Aug 2021 17:30:00 +0000"), "August 25, 2021 6:40 pm GMT", GDELT's "20210825173000". The text must say
/// nothing but the date, apart from labels ("Published", "Updated:", "on", "at"). nullopt for anything else, also for
/// a date without a year.
[[nodiscard]] std::optional<Timestamp> parse_when(std::string_view text);

/// The date of publication that the article itself gives in one of its first ten or last three lines that are not
/// blank: a line that parse_when() takes, a part of a line that is set off by "|", or a dateline with a year ("KABUL,
/// Aug 25, 2021 (Agency) - …"). "Published" goes before "Updated", the first before later ones.
[[nodiscard]] std::optional<Timestamp> find_publication(std::string_view article);

/// The line says only when the article was published or updated, as pages do: with a label ("Updated 18:40 GMT") or a
/// clock. A date alone may be the author's.
[[nodiscard]] bool is_date_line(std::string_view line);

}  // namespace entente::time
