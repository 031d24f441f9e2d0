// SPDX-License-Identifier: Apache-2.0
#include "extract/events/mentions.hpp"

#include <fmt/format.h>
#include <xxhash.h>

#include <algorithm>
#include <charconv>
#include <tuple>

#include "core/error.hpp"

namespace entente::events {
namespace {

constexpr double k_surest = 0.5;  ///< confidence of a mention that GDELT is 100 % sure of; its export rows have 0.3

std::uint64_t hash_of(std::string_view text) { return XXH3_64bits(text.data(), text.size()); }

auto key_of(const Mention& m) { return std::tie(m.text, m.id, m.label, m.kind, m.country, m.role); }
auto key_of(const Relation& r) { return std::tie(r.cameo, r.text, r.lemma, r.type, r.goldstein); }

/// The event's number, which its triple has as its first argument.
std::optional<std::uint64_t> event_of(const Triple& t) {
    if (t.args.empty() || t.args[0].role != "event") return std::nullopt;
    const std::string& text = t.args[0].text;
    std::uint64_t event = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), event);
    return error == std::errc{} ? std::optional(event) : std::nullopt;
}

}  // namespace

bool EventIndex::Less::operator()(const Mention& a, const Mention& b) const { return key_of(a) < key_of(b); }
bool EventIndex::Less::operator()(const Relation& a, const Relation& b) const { return key_of(a) < key_of(b); }

void EventIndex::add(const CodedRows& rows) {
    for (const Triple& t : rows.triples)
        if (const auto event = event_of(t))
            known_.push_back({*event, hash_of(t.id), hash_of(t.doc), &*mentions_.insert(t.subject).first,
                              &*mentions_.insert(t.object).first, &*relations_.insert(t.relation).first, t.date,
                              t.symmetric});
    others_.insert(others_.end(), rows.others.begin(), rows.others.end());
}

void EventIndex::seal() {
    std::ranges::sort(
        known_, [](const Known& a, const Known& b) { return std::tie(a.event, a.rank) < std::tie(b.event, b.rank); });
    std::ranges::sort(others_);
}

const EventIndex::Known* EventIndex::find(std::uint64_t event) const {
    const auto it = std::ranges::lower_bound(known_, event, {}, &Known::event);
    return it == known_.end() || it->event != event ? nullptr : &*it;
}

bool EventIndex::is_other(std::uint64_t event) const { return std::ranges::binary_search(others_, event); }

void MentionCoder::code_row(const Cells& cells, CodedRows& out) const {
    constexpr Column document{5, "MentionIdentifier"}, sentence{6, "SentenceID"}, sure{11, "Confidence"};
    const std::uint64_t event = cells.number({0, "GLOBALEVENTID"});
    Triple t;
    t.published = cells.instant({2, "MentionTimeDate"});
    const std::uint64_t number = cells.number(sentence);
    const std::uint64_t percent = cells.number(sure);
    if (percent > 100)
        throw InputError(fmt::format("column 12 (Confidence): {} is no percentage: 0 to 100 are", percent));
    ++out.tally.rows;
    const EventIndex::Known* known = events_.find(event);
    if (!known) {
        ++(events_.is_other(event) ? out.tally.alone : out.tally.elsewhere);
        return;
    }
    t.doc = "gdelt:" + std::string(cells[document]);
    if (hash_of(t.doc) == known->own) return;  // the export row stands for it
    t.source = cells[document].find("://") == std::string_view::npos ? t.doc : std::string(cells[document]);
    t.date = known->date;
    t.sentence.index = static_cast<std::uint32_t>(std::clamp<std::uint64_t>(number, 1, 1u << 20) - 1);
    t.subject = *known->subject;
    t.object = *known->object;
    t.relation = *known->relation;
    t.symmetric = known->symmetric;
    t.args.push_back({"event", std::to_string(event), {}, ""});
    if (const std::string_view publisher = cells[{4, "MentionSourceName"}]; !publisher.empty())
        t.args.push_back({"publisher", std::string(publisher), {}, ""});
    t.confidence = std::max(k_surest * static_cast<double>(percent) / 100, 0.01);
    t.rule = k_mentions;
    set_id(t);
    out.triples.push_back(std::move(t));
}

CodedRows MentionCoder::code(Rows&& rows) const {
    CodedRows out;
    for_each_row(*table_named(k_mentions), rows, out.diagnostics, [&](const Cells& cells) { code_row(cells, out); });
    return out;
}

}  // namespace entente::events
