// SPDX-License-Identifier: Apache-2.0
// UTF-8 that somebody read as Latin-1 or Windows-1252 and wrote as UTF-8 again: "cafÃ©", "Iranâ€™s".
#pragma once

#include <string_view>
#include <vector>

#include "extract/repair/edits.hpp"

namespace entente::repair {

/// What such sequences were, one reading undone; for texts read twice ask again. Changes nothing unless the text has a
/// sequence that no sound text has: "Ã©", "â€™", "Â£", two sequences side by side ("Ð”Ð°"), or a control character of
/// U+0080 to U+009F. "RENÉ’S", "« Â »" and "café’”" are sound. O(length).
[[nodiscard]] std::vector<Edit> misread_characters(std::string_view text);

}  // namespace entente::repair
