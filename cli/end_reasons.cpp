// SPDX-License-Identifier: Apache-2.0
#include "cli/end_reasons.hpp"

#include <fmt/format.h>

#include <filesystem>

#include "core/error.hpp"
#include "extract/read/reader.hpp"
#include "extract/reasons.hpp"

namespace entente::cli {
namespace {

/// Where the words of an end are in its sentence, whose text may be a repaired one.
std::optional<Span> place_in(const Observation& o, const Party& end) {
    const std::size_t offset = end.span.begin - o.span.begin;
    const bool is_there = end.span.begin >= o.span.begin && o.sentence.substr(std::min(offset, o.sentence.size())).starts_with(end.text);
    const auto begin = is_there ? offset : o.sentence.find(end.text);
    if (end.text.empty() || begin == std::string_view::npos) return std::nullopt;
    return Span{static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(begin + end.text.size())};
}

/// The article that an observation is of, if its file is still there and still says so.
std::optional<Document> find_article(const Observation& o) {
    const std::string path(o.source.substr(0, o.source.rfind('#')));
    std::error_code ignored;
    if (!std::filesystem::is_regular_file(path, ignored)) return std::nullopt;
    try {
        ReadOptions options;
        options.date = o.published;
        DocumentSource source({path}, options);
        Diagnostics diagnostics;
        while (auto document = source.next(diagnostics))
            if (document->id == o.doc) return document;
    } catch (const InputError&) {  // as good as not there
    }
    return std::nullopt;
}

}  // namespace

EndReasons::EndReasons(const KnowledgeFiles& files) : knowledge_(Knowledge::load(files)) {}

EndReasons::Reread EndReasons::read(const Document& document, bool repair) {
    return {document.text, find_actors(document, *knowledge_, scratch_, repair)};
}

const EndReasons::Reread* EndReasons::article(const Observation& o) {
    const auto [entry, is_new] = articles_.try_emplace(fmt::format("{} {}", o.source, o.doc));
    if (!is_new) return entry->second.get();
    if (const auto document = find_article(o)) entry->second = std::make_unique<const Reread>(read(*document, true));
    return entry->second.get();
}

std::string EndReasons::of_end(const Observation& o, const Party& end, const Reread& sentence) {
    const ActorTable& table = knowledge_->actors;
    if (const auto place = place_in(o, end))
        if (auto reason = reason_of(table, sentence.text, sentence.found, *place, end.id); !reason.empty()) return reason;
    const Reread* whole = article(o);
    if (whole)
        if (auto reason = reason_of(table, whole->text, whole->found, end.span, end.id); !reason.empty()) return reason;
    if (auto reason = reason_of_words(table, end.text, end.id); !reason.empty()) return reason;
    if (whole) return "not known: read anew, the article doesn't say so; it was read with another model or other tables, or by hand";
    return fmt::format("not known: the sentence alone doesn't say so, and its article isn't at {} any more", o.source.empty() ? "hand" : o.source);
}

std::pair<std::string, std::string> EndReasons::of(const Observation& o) {
    if (o.sentence.empty()) {
        const std::string row = fmt::format("no text, but a row of an event table ({}): its codes and names say so", o.rule);
        return {row, row};
    }
    const Document alone{"sentence", "", "", "", "", o.published, std::string(o.sentence)};
    const Reread sentence = read(alone, false);
    return {of_end(o, o.subject, sentence), of_end(o, o.object, sentence)};
}

}  // namespace entente::cli
