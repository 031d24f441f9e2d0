// SPDX-License-Identifier: Apache-2.0
// A saved page: one article a file.
#include "extract/read/formats.hpp"
#include "extract/read/web/web.hpp"

namespace entente::read {
namespace {

std::string read_page(std::string bytes, Document& document) {
    document = web::to_article(bytes);
    if (document.text.empty()) return "the page has no running text";
    return web::may_be_english(document.text) ? "" : "the page is not in English";
}

}  // namespace

std::unique_ptr<Reader> open_html(io::Input input, const ReadOptions& options) {
    return open_whole(std::move(input), options, read_page);
}

}  // namespace entente::read
