// SPDX-License-Identifier: Apache-2.0
#include "graph/store_rows.hpp"

#include <cmath>

#include "core/error.hpp"
#include "graph/store_detail.hpp"

namespace entente {
namespace {

/// Figures have three decimals: exact as integers, and back by the division that made them.
std::int64_t thousandths(double value) { return std::llround(value * 1000); }

std::int64_t flags_of(const Observation& o) {
    return static_cast<std::int64_t>(o.polarity) | static_cast<std::int64_t>(o.status) << 1 | std::int64_t{o.mutual} << 3 |
           std::int64_t{o.swapped} << 4;
}

const Party& actor(const std::vector<Party>& actors, std::int64_t number) {
    if (number < 0 || static_cast<std::size_t>(number) >= actors.size())
        throw InputError("a row of \"evidence\" names an actor that is not there: build the store anew");
    return actors[static_cast<std::size_t>(number)];
}

}  // namespace

std::vector<Party> read_parties(Database& db, StringPool& pool) {
    std::vector<Party> out;
    Statement rows = db.prepare("SELECT number, id, label, country, kind FROM actor");
    while (rows.step()) {
        const auto number = static_cast<std::size_t>(rows.integer(0));
        if (number >= out.size()) out.resize(number + 1);
        Party& p = out[number];
        p.id = pool.intern(rows.text(1));
        p.label = pool.intern(rows.text(2));
        p.country = pool.intern(rows.text(3));
        p.kind = static_cast<Kind>(rows.integer(4));
    }
    return out;
}

Observation read_evidence(const Statement& rows, const StoredDocument& document, const std::vector<Party>& actors) {
    Observation o;
    o.doc = document.id;
    o.source = document.source;
    o.published = document.published;
    o.id = rows.text(8);
    o.subject = actor(actors, rows.integer(1));
    o.object = actor(actors, rows.integer(2));
    if (const auto type = rows.optional(3)) {
        if (*type < 0 || *type >= std::int64_t{k_type_count}) throw InputError("a row of \"evidence\" has no known type");
        o.type = static_cast<Type>(*type);
    }
    const auto flags = static_cast<unsigned>(rows.integer(4));
    o.polarity = static_cast<Polarity>(flags & 1);
    o.status = static_cast<Status>((flags >> 1) & 3);
    o.mutual = (flags & 8) != 0;
    o.swapped = (flags & 16) != 0;
    if (const auto day = rows.optional(5)) o.date = Date{static_cast<std::int32_t>(*day)};
    o.confidence = static_cast<double>(rows.integer(6)) / 1000;
    o.goldstein = static_cast<double>(rows.integer(7)) / 1000;
    o.phrase = rows.text(9);
    o.sentence = rows.text(10);
    read_detail(rows.text(11), o);
    return o;
}

void move_evidence_texts(Observation& o, StringPool& pool) {
    o.id = pool.keep(o.id);
    for (auto* text : {&o.phrase, &o.sentence, &o.subject.text, &o.subject.role, &o.object.text, &o.object.role, &o.lemma,
                       &o.cameo, &o.rule, &o.args, &o.said.text, &o.said.id, &o.said.label, &o.said.verb})
        *text = pool.intern(*text);
}

void bind_evidence(Statement& insert, std::int64_t document, std::int64_t subject, std::int64_t object,
                   const Observation& o, std::string& detail) {
    detail.clear();
    append_detail(detail, o);
    insert.bind(document, subject, object, o.type ? std::optional(static_cast<int>(*o.type)) : std::nullopt,
                flags_of(o), o.date ? std::optional(o.date->days) : std::nullopt, thousandths(o.confidence),
                thousandths(o.goldstein), o.id, o.phrase, o.sentence, Statement::blob(detail));
}

}  // namespace entente
