// SPDX-License-Identifier: Apache-2.0
// Small changes of a text, each with its reason.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/span.hpp"

namespace entente::repair {

/// Bytes that are replaced by others.
struct Edit {
    Span span;
    std::string text;
    std::string_view what;  ///< "encoding", "soft hyphen", "hyphenation", "blank", and those of layout_lines()
};

/// The text after `edits`, which are in rising order and apart; `map` leads from it on as it did from `text`.
[[nodiscard]] std::string edited(std::string_view text, const std::vector<Edit>& edits, SpanMap& map);

}  // namespace entente::repair
