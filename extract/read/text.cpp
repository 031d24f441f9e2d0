// SPDX-License-Identifier: Apache-2.0
// Plain text: one article a file.
#include "extract/read/formats.hpp"

namespace entente::read {
namespace {

class TextReader final : public Reader {
public:
    TextReader(io::Input input, const ReadOptions& options) : input_(std::move(input)), options_(options) {}

    std::optional<Document> next(Diagnostics& diagnostics) override {
        if (done_) return std::nullopt;
        done_ = true;
        Document document;
        document.text = input_.rest();
        if (looks_binary(document.text)) {
            skip(options_, input_.path(), 0, "it is binary, no text", diagnostics);
            return std::nullopt;
        }
        if (document.text.find_first_not_of(" \t\r\n\xEF\xBB\xBF") == std::string::npos) {
            skip(options_, input_.path(), 0, "it is empty", diagnostics);
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

std::unique_ptr<Reader> open_text(io::Input input, const ReadOptions& options) {
    return std::make_unique<TextReader>(std::move(input), options);
}

}  // namespace entente::read
