// SPDX-License-Identifier: Apache-2.0
// The table of readers: a new format is one file and one row.
#pragma once

#include <memory>
#include <span>
#include <string>
#include <string_view>

#include "extract/read/reader.hpp"

namespace entente::read {

struct Format {
    std::string_view name;
    std::span<const std::string_view> suffixes;  ///< with the dot, without ".gz", ".zip" or ".zst"
    bool (*sniff)(std::string_view head);        ///< the first bytes look like it
    std::unique_ptr<Reader> (*open)(io::Input input, const ReadOptions& options);
};

/// In the order in which they are tried; the last takes anything.
[[nodiscard]] std::span<const Format> formats();

/// Makes an article of a file's bytes; says why where it is none, "" else.
using Whole = std::string (*)(std::string bytes, Document& document);
/// A reader of files that are one article each.
std::unique_ptr<Reader> open_whole(io::Input input, const ReadOptions& options, Whole read);

std::unique_ptr<Reader> open_text(io::Input input, const ReadOptions& options);
std::unique_ptr<Reader> open_ndjson(io::Input input, const ReadOptions& options);
std::unique_ptr<Reader> open_html(io::Input input, const ReadOptions& options);
std::unique_ptr<Reader> open_feed(io::Input input, const ReadOptions& options);
std::unique_ptr<Reader> open_warc(io::Input input, const ReadOptions& options);
std::unique_ptr<Reader> open_csv(io::Input input, const ReadOptions& options);

[[nodiscard]] bool looks_like_json(std::string_view head);
/// A table whose header names a column of texts.
[[nodiscard]] bool looks_like_table(std::string_view head);
/// The first object has "subject" and "relation".
[[nodiscard]] bool looks_like_triples(std::string_view head);
/// NUL bytes, or more than a tenth control bytes; UTF-16 counts as binary.
[[nodiscard]] bool looks_binary(std::string_view head);

/// What all readers do to an article at last: valid UTF-8, id, source, date. `where` is the file, `line` 0 or the
/// record's. A byte order mark becomes blanks.
void finish(Document& document, const ReadOptions& options, std::string_view where, std::uint64_t line,
            Diagnostics& diagnostics);

/// Adds a Skipped diagnostic, or throws InputError with the same words where options say strict.
void skip(const ReadOptions& options, std::string_view where, std::uint64_t line, std::string message,
          Diagnostics& diagnostics);

}  // namespace entente::read
