// SPDX-License-Identifier: Apache-2.0
// Lines of a saved page that are no part of the article, told by their words. O(length).
#pragma once

#include <string_view>
#include <vector>

#include "extract/repair/edits.hpp"

namespace entente::repair {

/// Takes out what must not be read as sentences: whole lines but for their ends ("Advertisement", "(Image: AP)", "Read
/// more: …", "By Our Correspondent", "Published …") and the dateline before a paragraph ("KABUL (Reuters) - "). A
/// headline is none of these. Edit::what: "advertisement", "caption", "byline", "date line", "dateline", "pointer",
/// "copyright".
[[nodiscard]] std::vector<Edit> layout_lines(std::string_view text);

}  // namespace entente::repair
