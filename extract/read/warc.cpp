// SPDX-License-Identifier: Apache-2.0
// Web archives (WARC 1.0 and 1.1, ISO 28500): one article a page that was answered with HTML.
#include <fmt/format.h>

#include <charconv>
#include <map>
#include <utility>

#include "core/error.hpp"
#include "core/words.hpp"
#include "extract/read/formats.hpp"
#include "extract/read/http.hpp"
#include "extract/read/web/web.hpp"
#include "extract/time/dateline.hpp"

namespace entente::read {
namespace {

constexpr std::uint64_t k_largest_page = 64u << 20;

class WarcReader final : public Reader {
public:
    WarcReader(io::Input input, const ReadOptions& options) : input_(std::move(input)), options_(options) {}

    std::optional<Document> next(Diagnostics& diagnostics) override {
        while (begin_record()) {
            auto document = read_record();
            if (!document) continue;
            finish(*document, options_, input_.path(), 0, diagnostics);
            if (!document->published) document->published = time::parse_when(field("warc-date"));
            return document;
        }
        if (const std::size_t empty = std::exchange(without_text_, 0))
            diagnostics.push_back({Severity::Warning, input_.path(), 0, fmt::format("of {} pages {} have no running text in English", pages_, empty)});
        return std::nullopt;
    }

private:
    std::string_view field(std::string_view name) const {
        const auto found = fields_.find(name);
        return found == fields_.end() ? std::string_view() : std::string_view(found->second);
    }

    /// Reads the head of the next record; false at the end.
    bool begin_record() {
        std::string line;
        do {
            if (input_.next_line(line) == io::Input::Line::end) return false;
        } while (line.empty());
        if (!line.starts_with("WARC/")) throw InputError(fmt::format("{}: the archive is damaged after {} records", input_.path(), records_));
        ++records_;
        fields_.clear();
        while (input_.next_line(line) == io::Input::Line::good && !line.empty()) add_field(fields_, line);
        return true;
    }

    /// The block of the record; nullopt where it is no page.
    std::optional<Document> read_record() {
        const std::string_view length = field("content-length");
        std::uint64_t size = 0;
        if (std::from_chars(length.data(), length.data() + length.size(), size).ec != std::errc())
            throw InputError(fmt::format("{}: record {} has no Content-Length", input_.path(), records_));
        const std::string_view type = field("warc-type");
        const bool is_page = type == "response" || type == "resource" || type == "conversion";
        if (!is_page || size > k_largest_page) {
            if (input_.skip_bytes(size) < size) cut_off();
            return std::nullopt;
        }
        const std::string block = input_.next_bytes(size);
        if (block.size() < size) cut_off();
        return to_document(type, block);
    }

    [[noreturn]] void cut_off() const { throw InputError(fmt::format("{}: record {} is cut off", input_.path(), records_)); }

    std::optional<Document> to_document(std::string_view type, const std::string& block) {
        HttpAnswer answer;
        if (type == "response") {
            auto read = read_answer(block);
            if (!read) return std::nullopt;
            answer = std::move(*read);
        } else {
            answer = {media_type(field("content-type")), {}, block};
        }
        Document d;
        if (answer.type == "text/html" || answer.type == "application/xhtml+xml")
            d = web::to_article(answer.body, answer.charset);
        else if (answer.type == "text/plain" && type == "conversion")
            d.text = answer.body;
        else
            return std::nullopt;
        ++pages_;
        if (d.text.empty() || !web::may_be_english(d.text)) {
            ++without_text_;
            return std::nullopt;
        }
        std::string_view url = field("warc-target-uri");
        if (url.starts_with('<') && url.ends_with('>')) url = url.substr(1, url.size() - 2);  // WARC 1.0 by its letter
        if (d.url.empty()) d.url = url;
        d.source = fmt::format("{}#{}", input_.path(), url);
        return d;
    }

    io::Input input_;
    ReadOptions options_;
    HttpFields fields_;
    std::size_t records_ = 0;
    std::size_t pages_ = 0;
    std::size_t without_text_ = 0;
};

}  // namespace

std::unique_ptr<Reader> open_warc(io::Input input, const ReadOptions& options) {
    return std::make_unique<WarcReader>(std::move(input), options);
}

}  // namespace entente::read
