// SPDX-License-Identifier: Apache-2.0
// Articles out of files: the first step of extraction.
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/date.hpp"
#include "core/diagnostics.hpp"
#include "core/document.hpp"
#include "core/io/input.hpp"

namespace entente {

struct ReadOptions {
    std::string kind;  ///< a name of reader_names() or relation_names(); empty: what content and suffix say
    std::optional<Timestamp> date;  ///< publication date of articles that have none of their own
    bool strict = false;            ///< the first bad record ends the run (InputError) instead of being skipped
    /// Takes inputs that hold relations instead of articles, as they are found, and their kind; without it they are skipped.
    std::function<void(io::Input&&, const std::string& kind)> on_relations;
    /// Sees each input first, unless `kind` is given; true: it has dealt with it.
    std::function<bool(io::Input&)> claim;
};

/// The kind of an input: a name of reader_names() or relation_names(), or "binary". Looks at the first 4 KiB and the file's
/// suffix; the input loses nothing. Throws InputError where it can't be read.
[[nodiscard]] std::string kind_of(io::Input& input);
[[nodiscard]] std::string kind_of(const std::string& path);

/// The kinds that DocumentSource reads: "ndjson" (also JSON), "warc", "rss" (also Atom), "html", "csv", "text".
[[nodiscard]] std::vector<std::string_view> reader_names();
/// The kinds that hold relations: "triples" for what `extract` wrote, and the event tables of others ("gdelt1").
[[nodiscard]] std::vector<std::string_view> relation_names();

/// Reads one open input. Holds one file's text (text, HTML, feeds, JSON arrays) or one record (NDJSON, CSV, WARC) in
/// memory.
class Reader {
public:
    virtual ~Reader() = default;
    /// nullopt at the end. Bad records become Diagnostics and are passed over. Throws InputError where the file itself
    /// is damaged.
    [[nodiscard]] virtual std::optional<Document> next(Diagnostics& diagnostics) = 0;
};

/// The articles of files and folders, in the order of the inputs; folders in the order of their names. Every text is
/// valid UTF-8 (malformed bytes are replaced one by one, so offsets hold for the original) and has an id.
/// Not shared between threads.
class DocumentSource {
public:
    /// Throws InputError for an input that does not exist, UsageError for an unknown kind.
    DocumentSource(const std::vector<std::string>& inputs, ReadOptions options);
    ~DocumentSource();
    DocumentSource(DocumentSource&&) noexcept;
    DocumentSource& operator=(DocumentSource&&) noexcept;

    /// The next article, nullopt after the last. A file that can't be read, is damaged or binary is skipped with a
    /// Diagnostic; what was good before the damage has been handed on.
    [[nodiscard]] std::optional<Document> next(Diagnostics& diagnostics);

    [[nodiscard]] std::size_t files() const { return paths_.size(); }
    [[nodiscard]] std::size_t files_done() const { return done_; }
    [[nodiscard]] std::uint64_t bytes() const { return bytes_; }            ///< as they lie on the disk; 0 for "-"
    [[nodiscard]] std::uint64_t bytes_done() const { return bytes_done_; }  ///< of the files that are done

private:
    std::optional<Document> read(Diagnostics& diagnostics);
    void open(Diagnostics& diagnostics);
    void close();

    std::vector<std::string> paths_;
    std::vector<std::uint64_t> sizes_;
    ReadOptions options_;
    std::unique_ptr<Reader> reader_;
    std::size_t done_ = 0;
    std::uint64_t bytes_ = 0;
    std::uint64_t bytes_done_ = 0;
};

}  // namespace entente
