// SPDX-License-Identifier: Apache-2.0
// Addresses and faces made of punctuation, which are one word whatever is inside.
#pragma once

#include <cstddef>
#include <string_view>

namespace entente::nn {

/// Length in bytes of the URL, e-mail address or emoticon that begins at `pos` of a run without white space; 0 where
/// there is none. Punctuation of the sentence after it is left out. Linear in the run's length.
[[nodiscard]] std::size_t web_name_length(std::string_view run, std::size_t pos);

}  // namespace entente::nn
