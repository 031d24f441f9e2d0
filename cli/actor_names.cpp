// SPDX-License-Identifier: Apache-2.0
#include "cli/actor_names.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "cli/report.hpp"
#include "core/error.hpp"
#include "export/text.hpp"
#include "extract/actors/bearers.hpp"
#include "extract/knowledge.hpp"
#include "graph/names.hpp"

namespace entente::cli {
namespace {

constexpr std::size_t k_candidates = 10;

using Indices = std::vector<std::uint32_t>;

std::string listed(std::span<const Actor> all, const Indices& actors) {
    std::string out;
    for (std::size_t i = 0; i < std::min(actors.size(), k_candidates); ++i) {
        const Actor& a = all[actors[i]];
        out +=
            fmt::format("\n  {}  ({}, {}, {} mentions)", printable(a.id), printable(a.label), name(a.kind), a.mentions);
    }
    if (actors.size() > k_candidates) out += fmt::format("\n  and {} more", actors.size() - k_candidates);
    return out;
}

/// Those with this label, however it is capitalised.
Indices labelled(std::span<const Actor> all, const std::string& label) {
    const std::string wanted = fold_case(label);
    Indices out;
    for (std::uint32_t i = 0; i < all.size(); ++i)
        if (fold_case(all[i].label) == wanted) out.push_back(i);
    return out;
}

/// One whose name settles who it is: a city's may mean the government in it.
bool is_settled(std::span<const Actor> all, const Indices& found) {
    return found.size() == 1 && all[found.front()].kind != Kind::place;
}

std::optional<std::uint32_t> by_id(std::span<const Actor> all, std::string_view id) {
    const auto found = std::ranges::lower_bound(all, id, {}, &Actor::id);
    return found != all.end() && found->id == id ? std::optional(static_cast<std::uint32_t>(found - all.begin())) : std::nullopt;
}

Indices among(std::span<const Actor> all, const Bearers& bearers) {
    Indices out;
    for (const ActorEntry* a : bearers.actors)
        if (const auto index = by_id(all, a->id)) out.push_back(*index);
    return out;
}

Date last_day(std::span<const Actor> all) {
    std::optional<Date> last;
    for (const Actor& a : all)
        if (a.last && (!last || *last < *a.last)) last = a.last;
    return last.value_or(k_no_day);
}

/// "; by the actor table it is Ukraine (UKR), which this graph has nothing about"
std::string known_elsewhere(const Bearers& known) {
    std::string out;
    for (const ActorEntry* a : known.actors) out += fmt::format("{}{} ({})", out.empty() ? "" : " or ", a->label, a->id);
    return out.empty() ? out : fmt::format("; by the actor table it is {}, and this graph has nothing about that", out);
}

}  // namespace

void ActorNames::add_to(CLI::App& app) {
    app.add_option("--actors", overlays_, "actor table to add to the built-in one, for names; may be given again")
        ->type_name("FILE")
        ->expected(1)
        ->take_all();
}

const ActorTable& ActorNames::table() const {
    if (!table_) table_ = std::make_unique<const ActorTable>(load_actor_table(overlays_));
    return *table_;
}

std::optional<std::uint32_t> ActorNames::find(std::span<const Actor> actors, const std::string& name) const {
    if (const auto same = by_id(actors, name)) return same;
    const auto one_of = [&](const Indices& found) {
        if (found.size() > 1) throw UsageError(fmt::format("\"{}\" may be any of these; give an id:{}", name, listed(actors, found)));
        return found.empty() ? std::nullopt : std::optional(found.front());
    };
    const Indices same_label = labelled(actors, name);
    if (is_settled(actors, same_label)) return same_label.front();
    const Date day = last_day(actors);
    const auto is_here = [&](std::string_view id) { return by_id(actors, id).has_value(); };
    if (const auto found = one_of(among(actors, bearers(table(), name, day, is_here)))) return found;
    if (const auto found = one_of(same_label)) return found;
    const Bearers elsewhere = bearers(table(), name, day, [](std::string_view) { return true; });
    NameMatch match = match_name(actors, name);
    if (!elsewhere.actors.empty() && elsewhere.sure) match = {{}, match.candidates};  // "UN" is no part of "United States"
    if (const auto found = one_of(match.candidates)) return found;
    tell("entente: no actor is called \"{}\"{}{}{}\n", name, known_elsewhere(elsewhere),
         match.near.empty() ? "" : "; near it are:", listed(actors, match.near));
    return std::nullopt;
}

}  // namespace entente::cli
