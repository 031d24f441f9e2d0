// SPDX-License-Identifier: Apache-2.0
// Articles out of HTML.
#pragma once

#include <string>
#include <string_view>

#include "core/document.hpp"

namespace entente::read::web {

/// The article of a page: its headline, a blank line and its paragraphs as `text`, blank lines between them; what the page
/// says of it as title, published, url, publisher. `text` is empty where the page has no running text. `charset` as in
/// read_page().
[[nodiscard]] Document to_article(std::string_view bytes, std::string_view charset = {});

/// Whether a text may be English, by the share of its commonest words: false only for what is surely another language or
/// no prose at all.
[[nodiscard]] bool may_be_english(std::string_view text);

/// All that a piece of HTML shows, blank lines between blocks. What is no HTML comes out as it is, but for white space.
[[nodiscard]] std::string shown_text(std::string_view html);

}  // namespace entente::read::web
