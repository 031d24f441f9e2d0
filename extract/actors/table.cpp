// SPDX-License-Identifier: Apache-2.0
#include "extract/actors/table.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "core/error.hpp"
#include "core/io/tsv.hpp"

namespace entente {
namespace {

/// "2021", "2021-08" or "2021-08-15": the first day of it.
Date first_day(std::string_view text) {
    std::string full(text);
    if (full.size() == 4) full += "-01";
    if (full.size() == 7) full += "-01";
    const auto date = parse_date(full);
    if (!date) throw InputError(fmt::format("\"{}\" is no date: write 2021, 2021-08 or 2021-08-15", text));
    return *date;
}

/// The first day after a period that ends with `text`: an office held until "2021" ended within that year.
Date end_day(std::string_view text) {
    Date day = first_day(text);
    if (text.size() == 4) day.days += 366;
    if (text.size() == 7) day.days += 31;
    return day;
}

Validity validity(std::string_view from, std::string_view to) {
    Validity v;
    if (!from.empty()) v.from = first_day(from);
    if (!to.empty()) v.to = end_day(to);
    if (v.to <= v.from) throw InputError(fmt::format("it ends ({}) before it begins ({})", to, from));
    return v;
}

void fill(std::string& field, std::string_view cell) {
    if (!cell.empty()) field = cell;
}

}  // namespace

std::uint32_t ActorTable::actor_row(std::string_view id) {
    if (id.empty()) throw InputError("the row has no id");
    const auto [it, is_new] = by_id_.try_emplace(std::string(id), static_cast<std::uint32_t>(actors_.size()));
    if (is_new) {
        actors_.emplace_back();
        actors_.back().id = id;
    }
    return it->second;
}

void ActorTable::add_name(std::string_view cell, NameKind kind, std::uint32_t actor) {
    Name name{actor, kind, false, {}, {}};
    if (cell.front() == '~') {
        name.weak = true;
        cell.remove_prefix(1);
    }
    if (const auto at = cell.find('@'); at != std::string_view::npos) {
        const std::string_view dates = cell.substr(at + 1);
        const auto dots = dates.find("..");
        if (dots == std::string_view::npos) throw InputError(fmt::format("\"{}\": write NAME@FROM..TO", cell));
        name.when = validity(dates.substr(0, dots), dates.substr(dots + 2));
        cell = cell.substr(0, at);
    }
    name.form = cell;
    const auto pieces = name_pieces(cell);
    if (pieces.empty()) throw InputError(fmt::format("\"{}\" is no name", cell));
    std::size_t& longest = longest_[pieces.front()];
    longest = std::max(longest, pieces.size());
    auto& same = names_[name_key(cell)];
    const bool known = std::ranges::any_of(same, [&](const Name& n) { return n.actor == actor && n.form == name.form; });
    if (!known) same.push_back(std::move(name));
}

void ActorTable::add_names(std::string_view cell, NameKind kind, std::uint32_t actor) {
    for (const std::string_view part : io::split_list(cell)) add_name(part, kind, actor);
}

void ActorTable::add_actors(std::string_view file, std::string_view text, Kind kind_without_column) {
    io::read_tsv(file, text, [&](const io::TsvRow& row) {
        const std::uint32_t index = actor_row(row["id"]);
        ActorEntry& actor = actors_[index];
        const std::string_view kind = row["kind"];
        const auto parsed = kind.empty() ? kind_without_column : parse_kind(kind);
        if (!parsed) throw InputError(fmt::format("unknown kind \"{}\"", kind));
        actor.kind = *parsed;
        fill(actor.label, row["label"]);
        fill(actor.country, row["country"]);
        fill(actor.role, row["role"]);
        fill(actor.parent, row["parent"]);
        if (const auto demonyms = io::split_list(row["demonyms"]); !demonyms.empty()) actor.adjective = demonyms.front();
        if (actor.label.empty()) throw InputError(fmt::format("{} has no label", actor.id));
        if (actor.kind == Kind::country) actor.country = actor.id;
        if (!row["office"].empty()) {
            actor.offices.push_back({std::string(row["office"]), std::string(row["of"]), validity(row["from"], row["to"])});
            holders_[fmt::format("{}|{}", row["office"], row["of"])].push_back(index);
        }
        add_names(row["names"], NameKind::name, index);
        add_name(actor.label, NameKind::name, index);  // strong, unless "~LABEL" stands among the names
        add_names(row["demonyms"], NameKind::demonym, index);
        add_names(row["capital"], NameKind::capital, index);
        add_names(row["seats"], NameKind::seat, index);
    });
}

void ActorTable::add_roles(std::string_view file, std::string_view text) {
    io::read_tsv(file, text, [&](const io::TsvRow& row) {
        if (row["phrase"].empty()) throw InputError("the row has no phrase");
        roles_[std::string(row["phrase"])] = {std::string(row["role"]), row["number"] == "coll" || row["number"] == "pl",
                                                row["number"] == "rel"};
    });
}

const ActorEntry* ActorTable::find(std::string_view id) const {
    const auto it = by_id_.find(std::string(id));
    return it == by_id_.end() ? nullptr : &actors_[it->second];
}

const std::vector<Name>& ActorTable::names(const std::string& key) const {
    static const std::vector<Name> none;
    const auto it = names_.find(key);
    return it == names_.end() ? none : it->second;
}

std::size_t ActorTable::longest_from(const std::string& first_piece) const {
    const auto it = longest_.find(first_piece);
    return it == longest_.end() ? 0 : it->second;
}

const Role* ActorTable::role(const std::string& phrase) const {
    const auto it = roles_.find(phrase);
    return it == roles_.end() ? nullptr : &it->second;
}

std::string_view ActorTable::country_on(const ActorEntry& actor, Date day) const {
    for (const Office& office : actor.offices)
        if (office.when.covers(day))
            if (const ActorEntry* of = find(office.of); of && !of->country.empty()) return of->country;
    return actor.country;
}

int ActorTable::holder(std::string_view title, std::string_view of, Date day) const {
    const auto it = holders_.find(fmt::format("{}|{}", title, of));
    if (it == holders_.end()) return -1;
    for (const std::uint32_t person : it->second)
        for (const Office& office : actors_[person].offices)
            if (office.title == title && office.of == of && office.when.covers(day)) return static_cast<int>(person);
    return -1;
}

}  // namespace entente
