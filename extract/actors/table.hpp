// SPDX-License-Identifier: Apache-2.0
// The actor table: who there is, under which names, in which office, and when (data/actors/*.tsv).
#pragma once

#include <cstdint>
#include <limits>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "core/date.hpp"
#include "core/triple.hpp"
#include "extract/actors/nominals.hpp"

namespace entente {

inline constexpr Date k_no_day{std::numeric_limits<std::int32_t>::min()};

/// Days [from, to).
struct Validity {
    Date from{std::numeric_limits<std::int32_t>::min()};
    Date to{std::numeric_limits<std::int32_t>::max()};

    /// A day that is not known (k_no_day) is covered by every period.
    [[nodiscard]] bool covers(Date day) const { return day == k_no_day || (from <= day && day < to); }
};

/// "2021", "2021-08" or "2021-08-15", each may be empty; `to` is the first day after, but of a bare year or month the last.
/// Throws InputError (without file and line).
[[nodiscard]] Validity parse_validity(std::string_view from, std::string_view to);

struct DatedName {
    std::string_view name;
    Validity when;
};
/// "Name@1991-12-26..": the name and its days. Throws as parse_validity().
[[nodiscard]] DatedName parse_dated(std::string_view cell);

struct Office {
    std::string title;  ///< "foreign minister"
    std::string of;     ///< id of a state, organisation, group or party
    Validity when;
};

struct ActorEntry {
    std::string id;
    std::string label;
    Kind kind = Kind::other;
    std::string country;  ///< ISO 3166-1 alpha-3, or empty
    std::string role;     ///< CAMEO role, or empty
    std::string parent;   ///< id, or empty
    std::string adjective;  ///< of a state: its first demonym ("Israeli")
    std::string state;      ///< of a state's own body that goes by the state's name ("Indian Army"): that state
    std::vector<Office> offices;
};

/// What a name is to its actor: a state's adjective, capital and seat of government behave differently in a sentence.
enum class NameKind : std::uint8_t { name, demonym, capital, seat };

struct Name {
    std::uint32_t actor = 0;  ///< index into ActorTable::actors()
    NameKind kind = NameKind::name;
    bool weak = false;        ///< an ordinary word too: needs support from the context
    std::string form;         ///< as the table writes it, for the check of its capitals
    Validity when;
};

/// A noun phrase that names an agent: "foreign ministry" GOV.
struct Role {
    std::string code;
    bool collective = false;  ///< stands for the whole: "the government", "forces"
    bool relational = false;  ///< its possessor is another: "its allies in NATO"
    bool person = false;      ///< one of them is a person
};

/// A known membership of a state or body, in force on some days.
struct Membership {
    std::string of;  ///< id of the organisation
    Validity when;
};

/// Immutable after loading; shared between threads.
class ActorTable {
public:
    /// Adds the rows of one file; later rows with the same id replace fields that they fill and add names. Throws
    /// InputError with name:line.
    void add_actors(std::string_view file, std::string_view text, Kind kind_without_column);
    void add_roles(std::string_view file, std::string_view text);
    void add_members(std::string_view file, std::string_view text);
    /// Once, after the last table: finds the bodies that stand for their states.
    void link();

    Nominals words;  ///< common nouns, titles and given names that refer to actors

    [[nodiscard]] const std::vector<ActorEntry>& actors() const { return actors_; }
    [[nodiscard]] const ActorEntry* find(std::string_view id) const;

    /// The names with this key (see name_key()); empty where there are none.
    [[nodiscard]] const std::vector<Name>& names(const std::string& key) const;
    /// The most pieces that a name has whose first piece is this one; 0 where no name begins so.
    [[nodiscard]] std::size_t longest_from(const std::string& first_piece) const;

    /// By lower-cased lemmas joined by blanks.
    [[nodiscard]] const Role* role(const std::string& phrase) const;

    /// The state that an actor belongs to on a day, by office, else by its own row; empty where none is known.
    [[nodiscard]] std::string_view country_on(const ActorEntry& actor, Date day) const;
    /// Who alone holds, on that day, an office of `of` that the phrase names ("premier"); nullptr where nobody is known or
    /// several do.
    [[nodiscard]] const ActorEntry* holder(const std::string& phrase, std::string_view of, Date day) const;
    /// The one body that has an office of this title; nullptr where none or several have.
    [[nodiscard]] const std::string* sole_body(const std::string& title) const;
    /// The office that the phrase names and that the person holds on that day, or held at most `grace` days before; nullptr where there is none.
    [[nodiscard]] const Office* office(const ActorEntry& person, const std::string& phrase, Date day, int grace = 0) const;
    /// The actor whose name is spelt much like this one ("Zelenskiy"), where there is exactly one; else nullptr.
    [[nodiscard]] const ActorEntry* spelt_like(std::string_view name) const;
    /// What an actor is a member of, on whatever day.
    [[nodiscard]] const std::vector<Membership>& memberships(const std::string& id) const;

private:
    std::uint32_t actor_row(std::string_view id);
    void add_names(std::string_view cell, NameKind kind, std::uint32_t actor);
    void add_name(std::string_view cell, NameKind kind, std::uint32_t actor);

    std::vector<ActorEntry> actors_;
    std::unordered_map<std::string, std::uint32_t> by_id_;
    std::unordered_map<std::string, std::vector<Name>> names_;
    std::unordered_map<std::string, std::size_t> longest_;
    std::unordered_map<std::string, Role> roles_;
    std::unordered_map<std::string, std::vector<std::uint32_t>> holders_;  ///< "title|of" -> persons
    std::unordered_map<std::string, std::vector<Membership>> members_;     ///< by the member's id
    std::unordered_map<std::string, std::string> bodies_;    ///< title -> the one body that has it; empty: several
    std::unordered_map<std::string, std::uint32_t> sounds_;  ///< skeleton() of a name -> actor; k_several: no one's alone
    static constexpr std::uint32_t k_several = 0xFFFFFFFF;
};

/// The pieces of a name or of running text that decide whether names are the same: lower case, no diacritics, no
/// periods, split at blanks, hyphens and apostrophes; "the" left out. "Al-Qa'ida" -> al qa ida.
[[nodiscard]] std::vector<std::string> name_pieces(std::string_view text);

/// Pieces joined by blanks.
[[nodiscard]] std::string name_key(std::string_view text);

/// The consonants of a name as transliterations share them: "Zelenskyy", "Zelenskiy" -> zlnsk. Empty for a name so short
/// that this would say little.
[[nodiscard]] std::string skeleton(std::string_view text);

/// An id for an actor that no table knows: "Ahmad Massoud" -> ahmad-massoud.
[[nodiscard]] std::string slug(std::string_view text);

/// Whether the capitals of `text` allow it to be `form`: acronyms must be in capitals, capitalised words capitalised.
[[nodiscard]] bool capitals_fit(std::string_view text, std::string_view form);

}  // namespace entente
