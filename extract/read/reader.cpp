// SPDX-License-Identifier: Apache-2.0
#include "extract/read/reader.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>

#include "core/error.hpp"
#include "extract/read/formats.hpp"

namespace entente {
namespace {

std::string binary_message(std::string_view head) {
    const bool utf16 = head.starts_with("\xFF\xFE") || head.starts_with("\xFE\xFF");
    return utf16 ? "it is UTF-16: convert it with iconv -f UTF-16 -t UTF-8" : "it is binary, no text";
}

const read::Format& format_named(std::string_view name) {
    for (const auto& format : read::formats())
        if (format.name == name) return format;
    throw UsageError(fmt::format("unknown kind of input \"{}\": one of {} {}", name, fmt::join(reader_names(), " "),
                                 fmt::join(relation_names(), " ")));
}

bool holds_relations(std::string_view kind) { return std::ranges::count(relation_names(), kind) > 0; }

std::uint64_t size_of(const std::string& path) {
    std::error_code error;
    const auto size = path == "-" ? 0 : std::filesystem::file_size(path, error);
    return error ? 0 : size;
}

}  // namespace

DocumentSource::DocumentSource(const std::vector<std::string>& inputs, ReadOptions options)
    : paths_(io::expand(inputs)), options_(std::move(options)) {
    if (!options_.kind.empty() && !holds_relations(options_.kind)) static_cast<void>(format_named(options_.kind));
    for (const std::string& path : paths_) bytes_ += sizes_.emplace_back(size_of(path));
}

DocumentSource::~DocumentSource() = default;
DocumentSource::DocumentSource(DocumentSource&&) noexcept = default;
DocumentSource& DocumentSource::operator=(DocumentSource&&) noexcept = default;

void DocumentSource::close() {
    reader_.reset();
    bytes_done_ += sizes_[done_];
    ++done_;
}

/// Leaves reader_ empty where there is nothing to read.
void DocumentSource::open(Diagnostics& diagnostics) {
    const std::string& path = paths_[done_];
    io::Input input(path);
    if (options_.kind.empty() && options_.claim && options_.claim(input)) return;
    const std::string found = kind_of(input);
    const std::string& kind = options_.kind.empty() ? found : options_.kind;
    if (found == "binary" && !holds_relations(kind)) return read::skip(options_, path, 0, binary_message(input.peek()), diagnostics);
    if (holds_relations(kind)) {
        if (options_.on_relations) return options_.on_relations(std::move(input), kind);
        return read::skip(options_, path, 0, fmt::format("it holds {}, no articles", kind == "triples" ? kind : "a table of events"),
                          diagnostics);
    }
    if (input.peek().empty()) return read::skip(options_, path, 0, "it is empty", diagnostics);
    reader_ = format_named(kind).open(std::move(input), options_);
}

std::optional<Document> DocumentSource::read(Diagnostics& diagnostics) {
    if (!reader_) open(diagnostics);
    auto document = reader_ ? reader_->next(diagnostics) : std::nullopt;
    if (!document) close();
    return document;
}

std::optional<Document> DocumentSource::next(Diagnostics& diagnostics) {
    while (done_ < paths_.size()) {
        try {
            if (auto document = read(diagnostics)) return document;
        } catch (const InputError& error) {
            if (options_.strict) throw;
            // The message begins with the path, as format() will put it there again.
            std::string_view what = error.what();
            const std::string prefix = paths_[done_] + ": ";
            if (what.starts_with(prefix)) what.remove_prefix(prefix.size());
            diagnostics.push_back({Severity::Skipped, paths_[done_], 0, std::string(what)});
            close();
        }
    }
    return std::nullopt;
}

}  // namespace entente
