// SPDX-License-Identifier: Apache-2.0
#include "extract/actors/bearers.hpp"

#include <algorithm>
#include <span>

namespace entente {
namespace {

/// Keeps those that `test` holds for, where there are any.
template <class Test>
void prefer(std::vector<const Name*>& names, Test test) {
    if (std::ranges::any_of(names, test)) std::erase_if(names, [&](const Name* n) { return !test(n); });
}

Bearers by_name(const ActorTable& table, std::string_view text, Date day, const TakesActor& takes) {
    std::vector<const Name*> names;
    for (const Name& n : table.names(name_key(text)))
        if (takes(table.actors()[n.actor].id)) names.push_back(&n);
    prefer(names, [&](const Name* n) { return capitals_fit(text, n->form); });
    prefer(names, [&](const Name* n) { return n->when.covers(day); });
    prefer(names, [](const Name* n) { return !n->weak; });
    prefer(names, [&](const Name* n) { return table.actors()[n->actor].kind != Kind::place; });
    Bearers out;
    for (const Name* n : names) out.actors.push_back(&table.actors()[n->actor]);
    std::ranges::sort(out.actors, {}, &ActorEntry::id);
    out.actors.erase(std::unique(out.actors.begin(), out.actors.end()), out.actors.end());
    out.sure = std::ranges::none_of(names, &Name::weak);
    return out;
}

std::string joined(std::span<const std::string> pieces) {
    std::string out;
    for (const std::string& piece : pieces) (out += out.empty() ? "" : " ") += piece;
    return out;
}

/// "Russian president", "president of Russia".
const ActorEntry* by_office(const ActorTable& table, std::string_view text, Date day) {
    const auto pieces = name_pieces(text);
    const auto holder = [&](const std::string& title, const std::string& of) -> const ActorEntry* {
        for (const Name& n : table.names(of))
            if (const ActorEntry* found = table.holder(title, table.actors()[n.actor].id, day)) return found;
        return nullptr;
    };
    for (std::size_t i = 1; i < pieces.size(); ++i) {
        const std::span all(pieces);
        const auto* found = pieces[i] == "of" && i + 1 < pieces.size() ? holder(joined(all.first(i)), joined(all.subspan(i + 1)))
                                                                       : holder(joined(all.subspan(i)), joined(all.first(i)));
        if (found) return found;
    }
    return nullptr;
}

}  // namespace

Bearers bearers(const ActorTable& table, std::string_view name, Date day, const TakesActor& takes) {
    if (Bearers out = by_name(table, name, day, takes); !out.actors.empty()) return out;
    if (const ActorEntry* one = by_office(table, name, day); one && takes(one->id)) return {{one}, true};
    return {};
}

}  // namespace entente
