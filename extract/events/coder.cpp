// SPDX-License-Identifier: Apache-2.0
#include "extract/events/coder.hpp"

#include <fmt/format.h>

#include <charconv>

#include "core/words.hpp"

namespace entente::events {
namespace {

/// Events of these types that a row states of several actors and nobody else are between them.
bool is_between(Type type) {
    return type == Type::AGREE || type == Type::CONSULT || type == Type::SUPPORT || type == Type::COOPERATE;
}

}  // namespace

Relation EventCoder::relation_of(const EventRow& row) const {
    Relation r;
    r.type = row.type ? row.type : ontology_.type(row.cameo);
    r.cameo = row.type ? cameo_root(*row.type) : row.cameo;
    r.goldstein = ontology_.value(r.cameo);
    r.lemma = r.type ? ascii_lower(name(*r.type)) : "event " + r.cameo;
    const std::string_view phrase = ontology_.phrase(r.cameo);
    r.text = phrase.empty() ? r.lemma : std::string(phrase);
    return r;
}

/// All that the pairs of a row have in common.
Triple EventCoder::frame_of(const EventRow& row) const {
    Triple t;
    t.relation = relation_of(row);
    t.symmetric = row.type ? row.targets.empty() : ontology_.is_mutual(row.cameo);
    const std::string_view document = row.document.empty() ? row.event : row.document;
    const std::string day = row.date ? to_string(*row.date) : "undated";
    t.doc = fmt::format("{}:{}", table_.name.starts_with("gdelt") ? "gdelt" : table_.name,
                        document.empty() ? day : document);
    t.source = row.document.find("://") != std::string_view::npos ? std::string(row.document) : t.doc;
    t.published = row.reported;
    t.date = row.date;
    if (!row.event.empty()) t.args.push_back({"event", std::string(row.event), {}, ""});
    for (const auto& [role, text] : row.further) t.args.push_back({std::string(role), std::string(text), {}, ""});
    t.confidence = table_.confidence;
    t.rule = table_.name;
    return t;
}

void EventCoder::add_pair(const Triple& frame, Mention subject, Mention object, CodedRows& out) const {
    Triple& t = out.triples.emplace_back(frame);
    t.subject = std::move(subject);
    t.object = std::move(object);
    set_id(t);
}

void EventCoder::code_row(const EventRow& row, CodedRows& out) const {
    ++out.tally.rows;
    const Triple frame = frame_of(row);
    const Date day = row.date.value_or(k_no_day);
    const auto resolved = [&](const std::vector<Side>& sides) {
        std::vector<Mention> mentions;
        for (const Side& side : sides)
            if (Mention m = codes_.resolve(side, table_.coding, day); !m.id.empty()) mentions.push_back(std::move(m));
        return mentions;
    };
    const auto sources = resolved(row.sources);
    const auto targets = resolved(row.targets);
    const std::size_t before = out.triples.size();
    bool any = false;
    const auto pair = [&](const Mention& a, const Mention& b) {
        any = true;
        if (a.id != b.id) add_pair(frame, a, b, out);
    };
    for (std::size_t i = 0; i < sources.size(); ++i) {
        for (const Mention& target : targets) pair(sources[i], target);
        if (targets.empty() && frame.relation.type && is_between(*frame.relation.type))
            for (std::size_t j = i + 1; j < sources.size(); ++j) pair(sources[i], sources[j]);
    }
    if (out.triples.size() > before) return;
    ++(any ? out.tally.within : out.tally.alone);
    std::uint64_t event = 0;
    if (is_digits(row.event) &&
        std::from_chars(row.event.data(), row.event.data() + row.event.size(), event).ec == std::errc{})
        out.others.push_back(event);
}

CodedRows EventCoder::code(Rows&& rows) const {
    CodedRows out;
    for_each_row(table_, rows, out.diagnostics, [&](const Cells& cells) { code_row(table_.read(cells), out); });
    return out;
}

}  // namespace entente::events
