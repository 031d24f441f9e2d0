// SPDX-License-Identifier: Apache-2.0
// entente clean: documents → their repaired text, and what was done to it.
#include <fmt/format.h>
#include <fmt/ranges.h>

#include <CLI/CLI.hpp>
#include <map>
#include <string>
#include <vector>

#include "cli/commands.hpp"
#include "cli/report.hpp"
#include "core/error.hpp"
#include "core/io/output.hpp"
#include "extract/knowledge.hpp"
#include "extract/read/reader.hpp"
#include "extract/repair/repair.hpp"
#include "extract/repair/report_json.hpp"

namespace entente::cli {
namespace {

std::string counted(std::size_t count, const std::string& one, const std::string& many) {
    return fmt::format("{} {}", count, count == 1 ? one : many);
}

/// `12 words restored ("the", "ad" deleted throughout), 3 characters misread, 2 parts of the layout left out (1 byline,
/// 1 caption)`.
std::string summary(const CleanText& clean) {
    std::map<std::string, std::size_t> counts;
    for (const Repair& r : clean.report) ++counts[r.what];
    const auto take = [&](const char* what) {
        const auto found = counts.extract(what);
        return found ? found.mapped() : 0;
    };
    std::vector<std::string> parts;
    const auto add = [&](std::size_t count, const std::string& one, const std::string& many, const std::string& note) {
        if (count > 0) parts.push_back(counted(count, one, many) + note);
    };
    add(take("restored"), "word restored", "words restored",
        fmt::format(" (\"{}\" deleted throughout)", fmt::join(clean.deleted, "\", \"")));
    add(take("encoding"), "character misread", "characters misread", "");
    add(take("hyphenation") + take("soft hyphen"), "word divided", "words divided", "");
    add(take("blank"), "blank lost", "blanks lost", "");
    std::size_t layout = 0;
    std::vector<std::string> kinds;
    for (const auto& [what, count] : counts) {
        layout += count;
        kinds.push_back(fmt::format("{} {}", count, what));
    }
    add(layout, "part of the layout left out", "parts of the layout left out",
        fmt::format(" ({})", fmt::join(kinds, ", ")));
    return parts.empty() ? "nothing to repair" : fmt::format("{}", fmt::join(parts, ", "));
}

/// Bytes in quotes, on one line.
std::string quoted(std::string text) {
    for (std::size_t at; (at = text.find_first_of("\r\n")) != std::string::npos;)
        text.replace(at, 1, text[at] == '\r' ? "\\r" : "\\n");
    return "\"" + text + "\"";
}

/// Every change with its line: `article.txt:7: restored: "leers" → "leaders"`.
void tell_changes(const Document& document, const CleanText& clean) {
    std::size_t line = 1, done = 0;
    for (const Repair& r : clean.report) {
        for (; done < r.original.begin; ++done) line += document.text[done] == '\n';
        tell("{}:{}: {}: {} → {}\n", document.source, line, r.what, quoted(r.before), quoted(r.after));
    }
}

class Clean final : public Command {
public:
    void add_options(CLI::App& app) override {
        app.add_option("INPUT", inputs_, "files, folders, or - for standard input (the default): all that extract reads articles from");
        app.add_option("-F,--input-format", read_.kind, "read the input as this kind, whatever it looks like");
        app.add_option("-f,--format", format_, "output format: text, or ndjson: articles that entente reads again, with a \"report\" of what was done")
            ->type_name("FORMAT");
        app.add_option("-o,--output", output_, "where to write (default: standard output)")->type_name("FILE");
        app.add_option("--model", files_.model, "language model to use instead of the built-in one");
        app.add_flag("--no-repair", no_repair_, "the text as it was read, which the offsets of triples count; of a page its article");
        app.add_flag("--strict", read_.strict, "stop at the first bad record instead of skipping it");
        app.add_flag("-v,--verbose", verbose_, "report every change with its line, not only how many");
        app.add_flag("-q,--quiet", quiet_, "no report of what was done");
    }

    int run() override {
        if (format_ != "text" && format_ != "ndjson")
            throw UsageError("clean: unknown format '" + format_ + "'; there are: text, ndjson");
        if (inputs_.empty()) inputs_ = {"-"};
        DocumentSource source(inputs_, read_);
        const auto knowledge = Knowledge::load(files_);
        Report report(quiet_, false);
        Diagnostics diagnostics;
        io::Output out(output_);
        std::size_t documents = 0;
        while (const auto document = source.next(diagnostics)) {
            report.diagnostics(diagnostics);
            if (documents++ > 0 && format_ == "text") out.write("\n");
            if (no_repair_)
                out.write(format_ == "text" ? document->text : to_json(*document, nullptr) + "\n");
            else
                write_clean(*document, clean(document->text, *knowledge->repair), out);
        }
        report.diagnostics(diagnostics);
        out.close();
        return documents > 0 ? Exit::done : Exit::nothing;
    }

private:
    void write_clean(const Document& document, const CleanText& cleaned, io::Output& out) const {
        out.write(format_ == "text" ? cleaned.text : to_json(document, &cleaned) + "\n");
        if (verbose_ && !quiet_) tell_changes(document, cleaned);
        if (!quiet_) tell("{}: {}\n", document.source, summary(cleaned));
    }

    std::vector<std::string> inputs_;
    ReadOptions read_;
    std::string format_ = "text";
    std::string output_ = "-";
    KnowledgeFiles files_;
    bool no_repair_ = false;
    bool verbose_ = false;
    bool quiet_ = false;
};

}  // namespace

std::unique_ptr<Command> make_clean() { return std::make_unique<Clean>(); }

}  // namespace entente::cli
