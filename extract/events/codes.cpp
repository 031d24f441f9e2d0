// SPDX-License-Identifier: Apache-2.0
#include "extract/events/codes.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "core/error.hpp"
#include "core/io/tsv.hpp"
#include "core/words.hpp"

namespace entente::events {
namespace {

/// Whether names in this role are of bodies, not of persons.
bool is_organised(std::string_view role) { return is_one_of(role, {"IGO", "NGO", "MED", "BUS", "PTY", "REB", "EDU"}); }

/// Of somebody whom no table knows.
Kind kind_of(std::string_view role) {
    if (role == "PTY") return Kind::party;
    if (is_one_of(role, {"REB", "SEP", "OPP", "CRM"})) return Kind::group;
    if (is_one_of(role, {"CVL", "REF", "REL", "ELI"})) return Kind::people;
    if (role.empty()) return Kind::other;
    return Kind::organisation;
}

/// "Police (India)": an office and whose it is; whose is empty where nothing stands in brackets at the end.
struct OfficeName {
    std::string_view office;
    std::string_view whose;
};

OfficeName office_of(std::string_view name) {
    const auto bracket = name.ends_with(')') ? name.rfind(" (") : std::string_view::npos;
    if (bracket == std::string_view::npos) return {name, {}};
    return {name.substr(0, bracket), name.substr(bracket + 2, name.size() - bracket - 3)};
}

bool has_lower(std::string_view name) {
    return std::ranges::any_of(name,
                               [](char c) { return (c >= 'a' && c <= 'z') || static_cast<unsigned char>(c) >= 0x80; });
}

/// Of a name in capitals: "EKMELEDDIN IHSANOGLU" is a name, "POLICE" a word.
std::string label_of(std::string_view name, bool is_word) {
    std::string label = ascii_lower(name);
    for (std::size_t i = 0; i < label.size() && !is_word; ++i)
        if (label[i] >= 'a' && label[i] <= 'z' && (i == 0 || label[i - 1] == ' ' || label[i - 1] == '-'))
            label[i] = name[i];
    return label;
}

}  // namespace

void Codes::add(std::string_view file, std::string_view text) {
    io::read_tsv(file, text, [&](const io::TsvRow& row) {
        if (!is_one_of(row["coding"], {"cameo", "icews", "plover"}))
            throw InputError(fmt::format("\"{}\" is no coding: cameo, icews and plover are", row["coding"]));
        const std::string_view actor = row["actor"];
        if (row["code"].empty() || (actor.empty() && row["role"].empty()))
            throw InputError("a row needs a code, and an actor or a role");
        const ActorEntry* known = actor.empty() ? nullptr : actors_.find(actor);
        if (!actor.empty() && !known) throw InputError(fmt::format("{} is no actor of the table", actor));
        const auto [it, is_new] = codes_.try_emplace({std::string(row["coding"]), std::string(row["code"])},
                                                     Coded{known, std::string(row["role"]), codes_.size()});
        if (!is_new) throw InputError(fmt::format("{} {} stands in an earlier row too", row["coding"], row["code"]));
    });
}

const Codes::Coded* Codes::coded(std::string_view coding, std::string_view code) const {
    const auto it = codes_.find(std::pair<std::string, std::string>(coding, code));
    return it == codes_.end() ? nullptr : &it->second;
}

/// What our table says; else the state with this ISO code, in ICEWS of this name.
const ActorEntry* Codes::state(std::string_view coding, std::string_view country) const {
    if (country.empty()) return nullptr;
    if (const Coded* c = coded(coding, country))
        return c->actor && c->actor->kind == Kind::country ? c->actor : nullptr;
    const ActorEntry* actor = country.size() == 3 ? actors_.find(country) : nullptr;
    if (actor && actor->kind == Kind::country) return actor;
    if (coding != "icews") return nullptr;
    for (const Name& n : actors_.names(name_key(country)))
        if (actors_.actors()[n.actor].kind == Kind::country && n.kind == NameKind::name)
            return &actors_.actors()[n.actor];
    return nullptr;
}

/// The one actor that is always called so, places apart, and that belongs to the state where one is told.
const ActorEntry* Codes::sole(const std::string& key, const ActorEntry* state, Date day) const {
    const ActorEntry* found = nullptr;
    for (const Name& n : actors_.names(key)) {
        const ActorEntry& actor = actors_.actors()[n.actor];
        if (n.weak || n.kind == NameKind::capital || actor.kind == Kind::place || !n.when.covers(day)) continue;
        const std::string_view country = actors_.country_on(actor, day);
        if (state && &actor != state && !country.empty() && country != state->id) continue;
        if (state && &actor != state && actor.kind == Kind::country) continue;
        if (found && found != &actor) return nullptr;
        found = &actor;
    }
    return found;
}

/// By the whole name, persons without middle names too ("Sergey Viktorovich Lavrov"), forces by people and role
/// ("Yemeni Armed Forces": the state).
const ActorEntry* Codes::named(std::string_view name, const ActorEntry* state, Date day) const {
    if (name.empty()) return nullptr;
    if (const ActorEntry* actor = sole(name_key(name), state, day)) return actor;
    const auto pieces = name_pieces(name);
    if (pieces.size() < 2) return nullptr;
    const std::string rest = name_key(name).substr(pieces.front().size() + 1);
    if (state && actors_.role(rest) && sole(pieces.front(), state, day) == state) return state;
    const ActorEntry* actor = pieces.size() < 3 ? nullptr : sole(pieces.front() + " " + pieces.back(), state, day);
    return actor && actor->kind == Kind::person ? actor : nullptr;
}

/// Who holds the office that the words name, as in articles: "PRESIDENT" of the USA.
const ActorEntry* Codes::holder(std::string_view office, const ActorEntry* state, Date day) const {
    const std::string phrase = ascii_lower(office);
    const Role* role = state ? actors_.role(phrase) : nullptr;
    return role && role->person ? actors_.holder(phrase, state->id, day) : nullptr;
}

/// "Foreign Minister (India)" by the words; else of a list of sectors the one whose row stands first.
std::string Codes::role_of(std::string_view coding, const Side& side) const {
    if (coding == "icews")
        if (const Role* role = actors_.role(ascii_lower(office_of(side.name).office))) return role->code;
    const char separator = side.sector.find(';') != std::string_view::npos ? ';' : ',';
    const Coded* first = nullptr;
    for (const std::string_view sector : io::split_list(side.sector, separator))
        if (const Coded* c = coded(coding, sector); c && !c->role.empty() && (!first || c->rank < first->rank))
            first = c;
    return first ? first->role : "";
}

/// A CAMEO code, "CHNGOV", "IGOUNO", "PSEREBHMS": three letters each for states, roles, known groups and bodies.
void Codes::read_code(std::string_view code, Reading& reading) const {
    for (std::size_t at = 0; at + 3 <= code.size(); at += 3) {
        const std::string_view part = code.substr(at, 3);
        const Coded* c = coded("cameo", part);
        if (c && c->actor && c->actor->kind != Kind::country) reading.group = c->actor;
        if (c && reading.role.empty()) reading.role = c->role;
        if (!reading.state) reading.state = state("cameo", part);
    }
}

const ActorEntry* Codes::actor_of(const Side& side, std::string_view coding, const Reading& reading, Date day) const {
    if (reading.group) return reading.group;
    const OfficeName name = office_of(side.name);
    // Names beside CAMEO's codes are mostly words and places: "PRESIDENT", "LUSAKA".
    const bool is_word = !name.whose.empty() || name.office.empty() || coding == "cameo";
    const ActorEntry* actor = name.whose.empty() ? named(name.office, reading.state, day) : nullptr;
    // Other tables have whole names, which are right where the country beside them is not.
    if (!actor && side.name == side.country) actor = reading.state;
    if (!actor && !is_word)
        if (const ActorEntry* person = named(name.office, nullptr, day); person && person->kind == Kind::person)
            actor = person;
    if (!actor && is_word && reading.role == "GOV") actor = holder(name.office, reading.state, day);
    if (!actor && is_word) actor = reading.state;
    if (!actor && !name.whose.empty()) actor = named(name.whose, nullptr, day);
    return actor;
}

Mention Codes::resolve(const Side& side, std::string_view coding, Date day) const {
    Reading reading{state(coding, side.country), nullptr, role_of(coding, side)};
    read_code(side.code, reading);
    if (const Coded* c = coded(coding, side.group.empty() ? side.country : side.group);
        c && c->actor && c->actor->kind != Kind::country)
        reading.group = c->actor;
    Mention mention;
    mention.text = side.name.empty() ? side.code.empty() ? side.country : side.code : side.name;
    mention.role = reading.role;
    if (const ActorEntry* actor = actor_of(side, coding, reading, day)) {
        become(mention, *actor, day);
        return mention;
    }
    mention.id = slug(mention.text);
    const bool is_word = !has_lower(mention.text) && !is_one_of(reading.role, {"", "IGO", "NGO"});
    mention.label = has_lower(mention.text) ? mention.text : label_of(mention.text, is_word);
    mention.kind = is_word || is_organised(mention.role) ? kind_of(mention.role) : Kind::other;
    if (!is_word && actors_.words.gender(mention.label) != Gender::unknown) mention.kind = Kind::person;
    if (reading.state) mention.country = reading.state->id;
    return mention;
}

/// As in articles: a body of state that goes by the state's name is the state, and a person who has no other role
/// governs.
void Codes::become(Mention& mention, const ActorEntry& actor, Date day) const {
    const bool is_state = actor.kind == Kind::country;
    if (!actor.role.empty() && (!is_state || mention.role.empty())) mention.role = actor.role;
    if (actor.kind == Kind::person) mention.role = actor.role.empty() ? "GOV" : actor.role;
    const ActorEntry* whole = actor.state.empty() ? nullptr : actors_.find(actor.state);
    const ActorEntry& who = whole ? *whole : actor;
    mention.id = who.id;
    mention.label = who.label;
    mention.kind = who.kind;
    mention.country = actors_.country_on(who, day);
}

}  // namespace entente::events
