// SPDX-License-Identifier: Apache-2.0
#include "cli/relation_inputs.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <functional>

#include "core/error.hpp"
#include "core/ordered_pool.hpp"
#include "export/text.hpp"
#include "extract/events/coder.hpp"
#include "extract/events/mentions.hpp"

namespace entente::cli {
namespace {

using events::CodedRows;
using events::Rows;

/// What reading needs from input to input.
struct Run {
    const DocumentOptions& options;
    Report& report;
    Tally& tally;
    const Takers& takers;

    void hand_on(std::vector<Triple>&& triples) const {
        if (options.shard) std::erase_if(triples, [&](const Triple& t) { return !options.shard->has(t.doc); });
        tally.triples += triples.size();
        if (!triples.empty()) takers.triples({std::nullopt, std::move(triples)});
    }
};

void read_triples(io::Input& input, const Run& run) {
    std::string line;
    Diagnostics diagnostics;
    const auto bad = [&](const std::string& why) {
        if (run.options.strict) throw InputError(fmt::format("{}:{}: {}", input.path(), input.line_number(), why));
        diagnostics.push_back({Severity::Skipped, input.path(), input.line_number(), why});
        run.report.diagnostics(diagnostics);
    };
    for (auto got = input.next_line(line); got != io::Input::Line::end; got = input.next_line(line)) {
        if (got == io::Input::Line::too_long) {
            bad("the line is over 64 MiB");
            continue;
        }
        if (line.find_first_not_of(" \t") == std::string::npos) continue;
        std::vector<Triple> one;
        try {
            one.push_back(triple_from_json(line));
        } catch (const InputError& e) {
            bad(e.what());
            continue;
        }
        run.hand_on(std::move(one));
    }
}

std::string without_path(std::string_view what, const std::string& path) {
    if (what.starts_with(path + ": ")) what.remove_prefix(path.size() + 2);
    return std::string(what);
}

std::string summary(const events::RowTally& t, std::string_view kind) {
    if (kind == events::k_mentions)
        return fmt::format("{}: {} of events that are no relations, {} of events that no table given has",
                           counted(t.rows, "mention"), t.alone, t.elsewhere);
    return fmt::format("{} of {}: {} name one actor or none, {} what happens within one: no relations",
                       counted(t.rows, "row"), kind, t.alone, t.within);
}

using Code = std::function<CodedRows(Rows&&)>;
using Seen = std::function<void(const CodedRows&)>;

/// `code` runs on all threads; `seen` gets what it made, in order, before it is handed on.
void read_rows(io::Input& input, const std::string& kind, const Run& run, const Code& code, const Seen& seen) {
    std::error_code error;
    const auto size = std::filesystem::file_size(input.path(), error);
    events::RowTally tally;
    Diagnostics damage;
    const auto next = [&]() -> std::optional<Rows> {
        try {
            return events::next_rows(input);
        } catch (const InputError& e) {  // what was good before is kept
            if (run.options.strict) throw;
            damage.push_back(
                {Severity::Skipped, input.path(), input.line_number() + 1, without_path(e.what(), input.path())});
            return std::nullopt;
        }
    };
    ordered_pool<Rows, CodedRows>(
        run.options.workers(), next, [&](Rows&& rows, std::size_t) { return code(std::move(rows)); },
        [&](CodedRows&& coded) {
            if (run.options.strict && !coded.diagnostics.empty()) throw InputError(format(coded.diagnostics.front()));
            run.report.diagnostics(coded.diagnostics);
            tally += coded.tally;
            seen(coded);
            run.hand_on(std::move(coded.triples));
            run.report.progress(input.taken(), error ? 0 : size, tally.rows, "rows");
        });
    damage.push_back({Severity::Note, input.path(), 0, summary(tally, kind)});
    run.report.diagnostics(damage);
}

void read_mentions(io::Input& input, const Run& run, const events::EventIndex& index) {
    if (index.empty()) {
        Diagnostics none = {
            {Severity::Skipped, input.path(), 0,
             "mentions tell events by their number only: give the export table that has these events as well"}};
        if (run.options.strict) throw InputError(format(none.front()));
        return run.report.diagnostics(none);
    }
    const events::MentionCoder coder(index);
    read_rows(
        input, std::string(events::k_mentions), run, [&](Rows&& rows) { return coder.code(std::move(rows)); },
        [](const CodedRows&) {});
}

}  // namespace

void RelationInputs::add(io::Input&& input, const std::string& kind) {
    held_.push_back({input.path(), kind, std::nullopt});
    if (input.path() == "-") held_.back().open.emplace(std::move(input));
}

void RelationInputs::read(const DocumentOptions& options, Report& report, Tally& tally, const Takers& takers) {
    const Run run{options, report, tally, takers};
    const auto is_table = [](const Held& h) { return h.kind != events::k_mentions; };
    const auto mentions = std::ranges::stable_partition(held_, is_table);
    std::unique_ptr<const Knowledge> knowledge;
    events::EventIndex index;
    const auto open = [](Held& held) { return held.open ? std::move(*held.open) : io::Input(held.path); };
    for (Held& held : std::ranges::subrange(held_.begin(), mentions.begin())) {
        io::Input input = open(held);
        if (held.kind == "triples") {
            read_triples(input, run);
            continue;
        }
        if (!knowledge) knowledge = Knowledge::load(options.knowledge);
        const events::EventCoder coder(*events::table_named(held.kind), knowledge->codes, knowledge->cameo);
        const bool is_indexed = !mentions.empty() && held.kind.starts_with("gdelt");
        read_rows(
            input, held.kind, run, [&](Rows&& rows) { return coder.code(std::move(rows)); },
            [&](const CodedRows& coded) {
                if (is_indexed) index.add(coded);
            });
    }
    index.seal();
    for (Held& held : mentions) {
        io::Input input = open(held);
        read_mentions(input, run, index);
    }
}

}  // namespace entente::cli
