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

}  // namespace

Validity parse_validity(std::string_view from, std::string_view to) {
    Validity v;
    if (!from.empty()) v.from = first_day(from);
    if (!to.empty()) v.to = end_day(to);
    if (v.to <= v.from) throw InputError(fmt::format("it ends ({}) before it begins ({})", to, from));
    return v;
}

DatedName parse_dated(std::string_view cell) {
    const auto at = cell.find('@');
    if (at == std::string_view::npos) return {cell, {}};
    const std::string_view dates = cell.substr(at + 1);
    const auto dots = dates.find("..");
    if (dots == std::string_view::npos) throw InputError(fmt::format("\"{}\": write NAME@FROM..TO", cell));
    return {cell.substr(0, at), parse_validity(dates.substr(0, dots), dates.substr(dots + 2))};
}

namespace {

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
    const auto [form, when] = parse_dated(cell);
    name.form = form;
    name.when = when;
    const auto pieces = name_pieces(form);
    if (pieces.empty()) throw InputError(fmt::format("\"{}\" is no name", cell));
    std::size_t& longest = longest_[pieces.front()];
    longest = std::max(longest, pieces.size());
    auto& same = names_[name_key(form)];
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
            actor.offices.push_back({std::string(row["office"]), std::string(row["of"]), parse_validity(row["from"], row["to"])});
            holders_[fmt::format("{}|{}", row["office"], row["of"])].push_back(index);
            const auto [body, is_new] = bodies_.try_emplace(std::string(row["office"]), row["of"]);
            if (!is_new && body->second != row["of"]) body->second.clear();
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
                                                row["number"] == "rel", row["number"] == "sg"};
    });
}

/// One row an organisation: its members, each with the days of its membership where they are not all days.
void ActorTable::add_members(std::string_view file, std::string_view text) {
    io::read_tsv(file, text, [&](const io::TsvRow& row) {
        if (!find(row["organisation"])) throw InputError(fmt::format("{} is no actor of the table", row["organisation"]));
        for (const std::string_view cell : io::split_list(row["members"])) {
            const auto [member, when] = parse_dated(cell);
            if (!find(member)) throw InputError(fmt::format("{} is no actor of the table", member));
            members_[std::string(member)].push_back({std::string(row["organisation"]), when});
        }
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

const std::string* ActorTable::sole_body(const std::string& title) const {
    const auto it = bodies_.find(title);
    return it == bodies_.end() || it->second.empty() ? nullptr : &it->second;
}

const ActorEntry* ActorTable::spelt_like(std::string_view name) const {
    const std::string key = skeleton(name);
    const auto it = key.empty() ? sounds_.end() : sounds_.find(key);
    return it == sounds_.end() || it->second == k_several ? nullptr : &actors_[it->second];
}

const Office* ActorTable::office(const ActorEntry& person, const std::string& phrase, Date day, int grace) const {
    const auto& titles = words.offices(phrase);
    const Office* found = nullptr;
    std::size_t best = titles.size() + 1;
    for (const Office& o : person.offices) {
        if (!o.when.covers(day) && !(o.when.to <= day && day.days < o.when.to.days + grace)) continue;
        const auto at = o.title == phrase ? std::size_t{0} : static_cast<std::size_t>(std::ranges::find(titles, o.title) - titles.begin()) + 1;
        if (at < best || (at == 0 && best > 0)) {
            found = &o;
            best = at;
        }
    }
    return best <= titles.size() ? found : nullptr;
}

const ActorEntry* ActorTable::holder(const std::string& phrase, std::string_view of, Date day) const {
    if (day == k_no_day) return nullptr;
    const auto alone = [&](const std::string& title) -> std::pair<const ActorEntry*, bool> {
        const ActorEntry* found = nullptr;
        const auto it = holders_.find(fmt::format("{}|{}", title, of));
        if (it == holders_.end()) return {nullptr, true};
        for (const std::uint32_t person : it->second)
            for (const Office& o : actors_[person].offices)
                if (o.title == title && o.of == of && o.when.covers(day)) {
                    if (found && found != &actors_[person]) return {nullptr, false};
                    found = &actors_[person];
                }
        return {found, true};
    };
    if (const auto [person, sure] = alone(phrase); person || !sure) return person;
    const ActorEntry* found = nullptr;
    for (const std::string& title : words.offices(phrase)) {
        const auto [person, sure] = alone(title);
        if (person && !words.needs_one(phrase)) return person;
        if (!sure || (person && found && person != found)) return nullptr;  // "the leader" where several lead
        if (person) found = person;
    }
    return found;
}

const std::vector<Membership>& ActorTable::memberships(const std::string& id) const {
    static const std::vector<Membership> none;
    const auto it = members_.find(id);
    return it == members_.end() ? none : it->second;
}

/// "Russian Armed Forces", "United States Congress": the label begins with a name or adjective of the body's own state.
void ActorTable::link() {
    for (const auto& [key, same] : names_)
        for (const Name& n : same) {
            const Kind kind = actors_[n.actor].kind;
            if (n.weak || n.kind != NameKind::name || (kind != Kind::person && kind != Kind::group)) continue;
            const std::string sound = skeleton(n.form);
            if (sound.empty()) continue;
            const auto [it, is_new] = sounds_.try_emplace(sound, n.actor);
            if (!is_new && it->second != n.actor) it->second = k_several;
        }
    for (ActorEntry& body : actors_) {
        if (body.kind != Kind::organisation || body.country.empty()) continue;
        static constexpr std::string_view of_state[] = {"GOV", "MIL", "COP", "SPY", "LEG", "JUD"};
        if (std::ranges::find(of_state, body.role) == std::end(of_state)) continue;
        if (body.parent == body.country) body.state = body.country;
        std::string key;
        for (const std::string& piece : name_pieces(body.label)) {
            (key += key.empty() ? "" : " ") += piece;
            for (const Name& n : names(key))
                if (actors_[n.actor].id == body.country) body.state = body.country;
        }
    }
}

}  // namespace entente
