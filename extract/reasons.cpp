// SPDX-License-Identifier: Apache-2.0
#include "extract/reasons.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace entente {
namespace {

std::string_view kind_name(const Name& name) {
    constexpr std::string_view names[] = {"name", "demonym", "capital", "seat"};
    return name.weak ? "name that is a word too" : names[static_cast<std::size_t>(name.kind)];
}

/// "; capital in the row UKR of the actor table", where the words themselves are in the actor's row.
std::string row_of(const ActorTable& table, std::string_view words, std::string_view id) {
    for (const Name& n : table.names(name_key(words)))
        if (table.actors()[n.actor].id == id) return fmt::format("; {} in the row {} of the actor table", kind_name(n), id);
    return "";
}

/// How far two spans are from being the same; nothing where they don't even touch.
std::optional<std::size_t> difference(Span a, Span b) {
    if (a.begin >= b.end || b.begin >= a.end) return std::nullopt;
    const auto apart = [](std::size_t x, std::size_t y) { return x < y ? y - x : x - y; };
    return apart(a.begin, b.begin) + apart(a.end, b.end);
}

}  // namespace

std::string reason_of(const ActorTable& table, std::string_view text, std::span<const FoundActor> found, Span end,
                      std::string_view id) {
    const FoundActor* best = nullptr;
    std::size_t least = 0;
    for (const FoundActor& f : found) {
        const auto far = f.actor.id == id ? difference(f.span, end) : std::nullopt;
        if (!far || (best && least <= *far)) continue;
        best = &f;
        least = *far;
    }
    if (!best) return "";
    const std::string_view words = text.substr(best->span.begin, best->span.end - best->span.begin);
    std::string out = least == 0 ? "" : fmt::format("\"{}\": ", words);
    out += best->actor.how;
    if (!best->actor.because.empty()) out += ": " + best->actor.because;
    return out + row_of(table, words, id);
}

std::string reason_of_words(const ActorTable& table, std::string_view words, std::string_view id) {
    const auto bounded = [](std::string_view slug) { return fmt::format("-{}-", slug); };
    if (table.find(id) || bounded(slug(words)).find(bounded(id)) == std::string::npos) return "";
    return "its own words: no table and no name in the article says who that is";
}

}  // namespace entente
