// SPDX-License-Identifier: Apache-2.0
// Lines of a saved page that are no part of the article, told by their words. O(length).
#pragma once

#include <string_view>
#include <vector>

#include "core/span.hpp"

namespace entente::repair {

struct Blank {
    Span span;             ///< without the newline
    std::string_view why;  ///< "advertisement", "caption", "byline", "date line", "dateline", "pointer", "copyright"
};

/// What must not be read as sentences: whole lines ("Advertisement", "(Image: AP)", "Read more: …", "By Our
/// Correspondent", "Published …") and the dateline before a paragraph ("KABUL (Reuters) - "). In rising order. A
/// headline is none of these.
[[nodiscard]] std::vector<Blank> find_blanks(std::string_view text);

}  // namespace entente::repair
