// SPDX-License-Identifier: Apache-2.0
#include "cli/document_options.hpp"

#include <fmt/format.h>

#include <optional>
#include <thread>

#include "cli/relation_inputs.hpp"
#include "cli/report.hpp"
#include "core/error.hpp"
#include "core/hash.hpp"
#include "core/io/input.hpp"
#include "core/ordered_pool.hpp"
#include "extract/read/reader.hpp"

namespace entente::cli {
namespace {

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

DocumentRecord record_of(const Document& d, const Fingerprints& fingerprints) {
    return {d.id, d.source, d.publisher, d.url, d.title, d.published, hash_hex(d.text), fingerprints.all()};
}

struct Work {
    Document document;
    DocumentRecord record;
};

void extract_documents(const DocumentOptions& options, const ReadOptions& read, Report& report, Tally& tally,
                       const Takers& takers) {
    DocumentSource source(options.inputs, read);
    if (source.files() == 0 && !options.quiet)
        tell("entente: there is no article in {} (hidden files and *.md are left out)\n",
             fmt::join(options.inputs, ", "));
    std::unique_ptr<const Knowledge> knowledge;  // loaded when there is something to read with it
    const std::size_t threads = options.workers();
    std::vector<Language::Scratch> scratch(threads);
    Explanation explanation;
    const ExtractOptions how{!options.no_repair, options.segmented, options.open, options.explain ? &explanation : nullptr};
    Diagnostics diagnostics;
    const auto next = [&]() -> std::optional<Work> {
        while (auto document = source.next(diagnostics)) {
            report.diagnostics(diagnostics);
            if (options.shard && !options.shard->has(document->id)) continue;
            if (!knowledge) {
                knowledge = Knowledge::load(options.knowledge);
                if (takers.reading) takers.reading(knowledge->fingerprints);
            }
            DocumentRecord record = record_of(*document, knowledge->fingerprints);
            if (!takers.knows || !takers.knows(record)) return Work{std::move(*document), std::move(record)};
            ++tally.known;
        }
        report.diagnostics(diagnostics);
        return std::nullopt;
    };
    ordered_pool<Work, Extracted>(
        threads, next,
        [&](Work&& work, std::size_t worker) {
            auto triples = extract(work.document, *knowledge, scratch[worker], how);
            if (options.explain) tell("{}", explanation.take());
            return Extracted{std::move(work.record), std::move(triples)};
        },
        [&](Extracted&& found) {
            ++tally.documents;
            tally.triples += found.triples.size();
            takers.triples(std::move(found));
            report.progress(source.bytes_done(), source.bytes(), tally.documents, "documents");
        });
}

}  // namespace

std::size_t DocumentOptions::workers() const {
    if (explain) return 1;
    return threads == 0 ? std::max(1u, std::thread::hardware_concurrency()) : threads;
}

void DocumentOptions::add_to(CLI::App& app) {
    app.add_option("INPUT", inputs,
                   "files, folders, or - for standard input (the default): plain text, HTML pages, NDJSON or JSON articles, RSS "
                   "and Atom, web archives (WARC), CSV with a column of texts, triples as `entente extract` wrote them, event "
                   "tables (GDELT 1.0 and 2.0, ICEWS, POLECAT, PETRARCH); each may be .gz, .zst or .zip");
    app.add_option("-F,--input-format", kind,
                   fmt::format("read the input as one of {} {}, whatever it looks like", fmt::join(reader_names(), " "),
                               fmt::join(relation_names(), " ")));
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

void DocumentOptions::add_shard_to(CLI::App& app) {
    app.add_option_function<std::string>(
           "--shard", [this](const std::string& text) { shard = parse_shard(text); },
           "only this part of the documents (a hash of their id says which is whose): 3/8, or auto: the part of this task of "
           "a Slurm job array or rank of an MPI step; auto/8: of so many")
        ->type_name("I/N");
}

Tally run_documents(const DocumentOptions& options, const Takers& takers) {
    DocumentOptions own = options;
    if (own.inputs.empty()) own.inputs = {"-"};
    Report report(own.quiet, !own.no_progress);
    Tally tally;
    RelationInputs relations;
    ReadOptions read = read_options(own);
    read.on_relations = [&](io::Input&& input, const std::string& kind) { relations.add(std::move(input), kind); };
    read.claim = takers.claim;
    extract_documents(own, read, report, tally, takers);
    relations.read(own, report, tally, takers);
    tally.skipped = report.skipped();
    return tally;
}

}  // namespace entente::cli
