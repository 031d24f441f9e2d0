// SPDX-License-Identifier: Apache-2.0
// A saved page: one article a file.
#include "extract/read/formats.hpp"
#include "extract/read/web/web.hpp"

namespace entente::read {
namespace {

class HtmlReader final : public Reader {
public:
    HtmlReader(io::Input input, const ReadOptions& options) : input_(std::move(input)), options_(options) {}

    std::optional<Document> next(Diagnostics& diagnostics) override {
        if (done_) return std::nullopt;
        done_ = true;
        Document document = web::to_article(input_.rest());
        if (document.text.empty()) {
            skip(options_, input_.path(), 0, "the page has no running text", diagnostics);
            return std::nullopt;
        }
        if (!web::may_be_english(document.text)) {
            skip(options_, input_.path(), 0, "the page is not in English", diagnostics);
            return std::nullopt;
        }
        document.source = input_.path();
        finish(document, options_, input_.path(), 0, diagnostics);
        return document;
    }

private:
    io::Input input_;
    ReadOptions options_;
    bool done_ = false;
};

}  // namespace

std::unique_ptr<Reader> open_html(io::Input input, const ReadOptions& options) {
    return std::make_unique<HtmlReader>(std::move(input), options);
}

}  // namespace entente::read
