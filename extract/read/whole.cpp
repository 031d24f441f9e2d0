// SPDX-License-Identifier: Apache-2.0
// Files that are one article.
#include "extract/read/formats.hpp"

namespace entente::read {
namespace {

class WholeReader final : public Reader {
public:
    WholeReader(io::Input input, const ReadOptions& options, Whole read) : input_(std::move(input)), options_(options), read_(read) {}

    std::optional<Document> next(Diagnostics& diagnostics) override {
        if (done_) return std::nullopt;
        done_ = true;
        Document document;
        if (std::string problem = read_(input_.rest(), document); !problem.empty()) {
            skip(options_, input_.path(), 0, std::move(problem), diagnostics);
            return std::nullopt;
        }
        document.source = input_.path();
        finish(document, options_, input_.path(), 0, diagnostics);
        return document;
    }

private:
    io::Input input_;
    ReadOptions options_;
    Whole read_;
    bool done_ = false;
};

}  // namespace

std::unique_ptr<Reader> open_whole(io::Input input, const ReadOptions& options, Whole read) {
    return std::make_unique<WholeReader>(std::move(input), options, read);
}

}  // namespace entente::read
