// SPDX-License-Identifier: Apache-2.0
#include "cli/document_options.hpp"

#include <fmt/format.h>

#include <optional>
#include <thread>

#include "cli/report.hpp"
#include "core/error.hpp"
#include "core/io/input.hpp"
#include "core/ordered_pool.hpp"
#include "extract/read/reader.hpp"

namespace entente::cli {
namespace {

using Take = std::function<void(std::vector<Triple>&&)>;

void read_triples(io::Input& input, const DocumentOptions& options, Report& report, Tally& tally, const Take& take) {
    const std::string& path = input.path();
    std::string line;
    Diagnostics diagnostics;
    const auto bad = [&](const std::string& why) {
        if (options.strict) throw InputError(fmt::format("{}:{}: {}", path, input.line_number(), why));
        diagnostics.push_back({Severity::Skipped, path, input.line_number(), why});
        report.diagnostics(diagnostics);
    };
    for (auto got = input.next_line(line); got != io::Input::Line::end; got = input.next_line(line)) {
        if (got == io::Input::Line::too_long) {
            bad("the line is over 64 MiB");
            continue;
        }
        if (line.find_first_not_of(" \t") == std::string::npos) continue;
        try {
            std::vector<Triple> one;
            one.push_back(triple_from_json(line));
            ++tally.triples;
            take(std::move(one));
        } catch (const InputError& e) {
            bad(e.what());
        }
    }
}

ReadOptions read_options(const DocumentOptions& options) {
    ReadOptions read;
    read.kind = options.kind;
    read.strict = options.strict;
    if (!options.date.empty()) {
        read.date = parse_timestamp(options.date);
        if (!read.date)
            throw UsageError(fmt::format("--date {}: write 2021-08-25 or 2021-08-25T17:30:00Z", options.date));
    }
    return read;
}

void extract_documents(const DocumentOptions& options, const ReadOptions& read, Report& report, Tally& tally,
                       const Take& take) {
    DocumentSource source(options.inputs, read);
    if (source.files() == 0 && !options.quiet)
        tell("entente: there is no article in {} (hidden files and *.md are left out)\n",
             fmt::join(options.inputs, ", "));
    std::unique_ptr<const Knowledge> knowledge;  // loaded when there is something to read with it
    const std::size_t cores = std::max(1u, std::thread::hardware_concurrency());
    const std::size_t threads = options.threads == 0 ? cores : options.threads;
    std::vector<Language::Scratch> scratch(threads);
    const ExtractOptions how{!options.no_repair};
    Diagnostics diagnostics;
    ordered_pool<Document, std::vector<Triple>>(
        threads,
        [&] {
            auto document = source.next(diagnostics);
            report.diagnostics(diagnostics);
            if (document && !knowledge) knowledge = Knowledge::load(options.knowledge);
            return document;
        },
        [&](Document&& document, std::size_t worker) { return extract(document, *knowledge, scratch[worker], how); },
        [&](std::vector<Triple>&& triples) {
            ++tally.documents;
            tally.triples += triples.size();
            take(std::move(triples));
            report.progress(source.bytes_done(), source.bytes(), tally.documents);
        });
}

}  // namespace

void DocumentOptions::add_to(CLI::App& app) {
    app.add_option("INPUT", inputs,
                   "files, folders, or - for standard input (the default): plain text, NDJSON or JSON articles, "
                   "triples as `entente extract` wrote them; each may be .gz");
    app.add_option("-F,--input-format", kind, "read the input as text, ndjson or triples, whatever it looks like");
    app.add_option("--date", date, "publication date of articles that have none of their own (2021-08-25)");
    app.add_option("--actors", knowledge.actors, "actor table to add to the built-in one; may be given again")
        ->expected(1)
        ->take_all();
    app.add_option("--lexicon", knowledge.lexicon, "folder with a relation lexicon to use instead of the built-in one");
    app.add_option("--model", knowledge.model, "language model to use instead of the built-in one");
    app.add_option("-j,--jobs", threads, "worker threads (default: all cores); the output is the same for any number")
        ->check(CLI::Range(1, 1024));
    app.add_flag("--no-repair", no_repair, "take the text as it is: do not undo scraping damage");
    app.add_flag("--strict", strict, "stop at the first bad record instead of skipping it");
    app.add_flag("-q,--quiet", quiet, "say nothing but errors");
    app.add_flag("-v,--verbose", verbose, "say what was done");
    app.add_flag("--no-progress", no_progress, "no progress line");
}

Tally run_documents(const DocumentOptions& options, const Take& take) {
    DocumentOptions own = options;
    if (own.inputs.empty()) own.inputs = {"-"};
    Report report(own.quiet, !own.no_progress);
    Tally tally;
    // Files of triples go round extraction, after all documents: the order does not depend on the threads.
    std::vector<std::string> triple_files;
    std::optional<io::Input> standard_input;
    ReadOptions read = read_options(own);
    read.on_triples = [&](io::Input&& input) {
        if (input.path() == "-")
            standard_input.emplace(std::move(input));
        else
            triple_files.push_back(input.path());
    };
    extract_documents(own, read, report, tally, take);
    if (standard_input) read_triples(*standard_input, own, report, tally, take);
    for (const std::string& path : triple_files) {
        io::Input input(path);
        read_triples(input, own, report, tally, take);
    }
    tally.skipped = report.skipped();
    return tally;
}

}  // namespace entente::cli
