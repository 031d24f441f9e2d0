// SPDX-License-Identifier: Apache-2.0
// Text as XML 1.0 can hold it.
#pragma once

#include <string>
#include <string_view>

namespace entente::xml {

/// `text` without the characters that XML forbids (controls, U+FFFE, U+FFFF); malformed bytes become U+FFFD. O(length).
[[nodiscard]] std::string clean(std::string_view text);

/// Appends clean `text` as the content of an element or attribute, such that a parser gives it back exactly.
void append(std::string& out, std::string_view text);

}  // namespace entente::xml
