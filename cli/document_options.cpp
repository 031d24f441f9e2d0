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

struct Inputs {
    std::vector<std::string> documents;
    std::vector<std::string> triples;
};

/// Files of triples go round extraction. Standard input is sniffed where it is read.
Inputs sort_inputs(const DocumentOptions& options) {
    Inputs sorted;
    for (const std::string& path : io::expand(options.inputs)) {
        const bool triples = options.kind == "triples" || (options.kind.empty() && path != "-" && kind_of(path) == "triples");
        (triples ? sorted.triples : sorted.documents).push_back(path);
    }
    return sorted;
}

void read_triples(const std::string& path, const DocumentOptions& options, Report& report, Tally& tally,
                  const std::function<void(std::vector<Triple>&&)>& take) {
    io::Input input(path);
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

void extract_documents(const std::vector<std::string>& paths, const DocumentOptions& options, Report& report, Tally& tally,
                       const std::function<void(std::vector<Triple>&&)>& take) {
    ReadOptions read{options.kind, std::nullopt, options.strict};
    if (!options.date.empty()) {
        read.date = parse_timestamp(options.date);
        if (!read.date) throw UsageError(fmt::format("--date {}: write 2021-08-25 or 2021-08-25T17:30:00Z", options.date));
    }
    DocumentSource source(paths, read);
    const auto knowledge = Knowledge::load(options.knowledge);
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
    app.add_option("INPUT", inputs, "files, folders, or - for standard input (the default): plain text, NDJSON or JSON articles, "
                                    "triples as `entente extract` wrote them; each may be .gz");
    app.add_option("-F,--input-format", kind, "read the input as text, ndjson or triples, whatever it looks like");
    app.add_option("--date", date, "publication date of articles that have none of their own (2021-08-25)");
    app.add_option("--actors", knowledge.actors, "actor table to add to the built-in one; may be given again")->expected(1)
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

Tally run_documents(const DocumentOptions& options, const std::function<void(std::vector<Triple>&&)>& take) {
    DocumentOptions own = options;
    if (own.inputs.empty()) own.inputs = {"-"};
    const Inputs inputs = sort_inputs(own);
    Report report(own.quiet, !own.no_progress);
    Tally tally;
    for (const std::string& path : inputs.triples) read_triples(path, own, report, tally, take);
    if (!inputs.documents.empty()) extract_documents(inputs.documents, own, report, tally, take);
    tally.skipped = report.skipped();
    return tally;
}

}  // namespace entente::cli
