// SPDX-License-Identifier: Apache-2.0
// What a page says of its article: headline, date, address, publisher.
#pragma once

#include "core/document.hpp"
#include "extract/read/web/page.hpp"

namespace entente::read::web {

/// Title, published, url and publisher from JSON-LD (schema.org), Open Graph, microdata and the many names of <meta>; what
/// the page doesn't say stays empty. `text` is the article's body as JSON-LD has it, which is mostly empty.
[[nodiscard]] Document page_facts(const Page& page);

}  // namespace entente::read::web
