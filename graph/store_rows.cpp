// SPDX-License-Identifier: Apache-2.0
#include "graph/store_rows.hpp"

#include "core/error.hpp"
#include "graph/detail.hpp"

namespace entente {

void check_actor(std::int64_t number, std::size_t actors) {
    if (number < 0 || static_cast<std::size_t>(number) >= actors)
        throw InputError("a row of \"evidence\" names an actor that is not there: build the store anew");
}

std::optional<Type> stored_type(const Statement& rows, int column) {
    const auto type = rows.optional(column);
    if (!type) return std::nullopt;
    if (*type < 0 || *type >= std::int64_t{k_type_count}) throw InputError("a row of \"evidence\" has no known type");
    return static_cast<Type>(*type);
}

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
    for (const int side : {0, 1}) {
        const std::int64_t number = rows.integer(1 + side);
        check_actor(number, actors.size());
        (side == 0 ? o.subject : o.object) = actors[static_cast<std::size_t>(number)];
    }
    o.type = stored_type(rows, 3);
    set_flags(o, static_cast<std::uint8_t>(rows.integer(4)));
    if (const auto day = rows.optional(5)) o.date = Date{static_cast<std::int32_t>(*day)};
    o.confidence = from_thousandths(rows.integer(6));
    o.goldstein = from_thousandths(rows.integer(7));
    o.phrase = rows.text(9);
    o.sentence = rows.text(10);
    read_detail(rows.text(11), o);
    return o;
}

void bind_evidence(Statement& insert, std::int64_t document, std::int64_t subject, std::int64_t object,
                   const Observation& o, std::string& detail) {
    detail.clear();
    append_detail(detail, o);
    insert.bind(document, subject, object, o.type ? std::optional(static_cast<int>(*o.type)) : std::nullopt,
                int{flags_of(o)}, o.date ? std::optional(o.date->days) : std::nullopt, int{thousandths(o.confidence)},
                int{thousandths(o.goldstein)}, o.id, o.phrase, o.sentence, Statement::blob(detail));
}

}  // namespace entente
