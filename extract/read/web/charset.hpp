// SPDX-License-Identifier: Apache-2.0
// Bytes of a page in whatever encoding it has.
#pragma once

#include <string>
#include <string_view>

namespace entente::read::web {

/// `bytes` as valid UTF-8. `charset` is what the transport said, "" for nothing; a byte order mark, valid UTF-8, the page's
/// own <meta charset> and Windows-1252 decide where it says nothing that can be used. Bytes that belong to no character
/// become blanks or their nearest ASCII.
[[nodiscard]] std::string to_utf8(std::string_view bytes, std::string_view charset);

}  // namespace entente::read::web
