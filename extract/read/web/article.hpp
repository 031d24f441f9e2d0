// SPDX-License-Identifier: Apache-2.0
// Which of a page's text is the article.
#pragma once

#include <cstdint>
#include <vector>

#include "extract/read/web/page.hpp"

namespace entente::read::web {

/// Indices of the blocks of running text that make the article, in order; empty where the page has none. Menus, teasers,
/// comments, captions and the like are left out. O(blocks + elements).
[[nodiscard]] std::vector<std::uint32_t> article_blocks(const Page& page);

/// Whether it stands in h1 to h6.
[[nodiscard]] bool is_heading(const Page& page, const Block& block);

}  // namespace entente::read::web
