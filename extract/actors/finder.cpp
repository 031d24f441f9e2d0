// SPDX-License-Identifier: Apache-2.0
#include "extract/actors/finder.hpp"

#include <algorithm>
#include <optional>

namespace entente {
namespace {

/// A piece of a name and the word that it came from.
struct Piece {
    std::string text;
    int word;
};

/// The pieces of a sentence; a mark that no name contains (comma, bracket, quote) stands as an empty piece.
std::vector<Piece> pieces_of(const Tree& tree) {
    std::vector<Piece> out;
    for (int w = 0; w < tree.size(); ++w) {
        const std::string& form = tree[w].form;
        auto pieces = name_pieces(form);
        const bool silent = form == "-" || form == "." || form == "the" || form == "The" || form == "'" || form == "’";
        if (pieces.empty() && !silent) out.push_back({"", w});
        for (std::string& p : pieces) out.push_back({std::move(p), w});
    }
    return out;
}

std::string_view text_of(const Tree& tree, int first, int last, std::string& room) {
    room.clear();
    for (int w = first; w <= last; ++w) (room += tree[w].form) += ' ';
    room.pop_back();
    return room;
}

bool could_be_name(const Tree& tree, int first, int last) {
    for (int w = first; w <= last; ++w)
        if (const Upos u = tree[w].upos; u == Upos::PROPN || u == Upos::ADJ || u == Upos::NOUN || u == Upos::X) return true;
    return false;
}

bool in_office(const ActorEntry& actor, Date day) {
    return std::ranges::any_of(actor.offices, [&](const Office& o) { return o.when.covers(day); });
}

/// How well a name fits; the higher the better. Kinds first by how surely the spelling means them.
int fitness(const Name& name, const ActorEntry& actor, Date day, bool seen) {
    int score = seen ? 8 : 0;
    score += name.kind == NameKind::name ? 2 : 1;
    if (actor.kind == Kind::country) score += 3;
    if (actor.kind == Kind::person) score += in_office(actor, day) ? 2 : 0;
    return name.weak ? score - 4 : score;
}

std::optional<NameHit> best_of(const std::vector<Name>& names, const Tree& tree, int first, int last,
                                 const ActorTable& table, Date day, const std::function<bool(const std::string&)>& seen) {
    std::string room;
    const std::string_view text = text_of(tree, first, last, room);
    std::optional<NameHit> best;
    int best_score = 0;
    for (const Name& name : names) {
        const ActorEntry& actor = table.actors()[name.actor];
        if (!name.when.covers(day) || !capitals_fit(text, name.form)) continue;
        const bool known = seen(actor.id);
        if (name.weak && !known) continue;
        const int score = fitness(name, actor, day, known);
        if (best && score <= best_score) continue;
        best = NameHit{first, last, &name, &actor};
        best_score = score;
    }
    return best;
}

}  // namespace

std::vector<NameHit> find_names(const Tree& tree, const ActorTable& table, Date day,
                                  const std::function<bool(const std::string&)>& seen) {
    const std::vector<Piece> pieces = pieces_of(tree);
    std::vector<NameHit> out;
    std::string key;
    for (std::size_t i = 0; i < pieces.size();) {
        std::size_t taken = 1;
        const std::size_t longest = std::min(table.longest_from(pieces[i].text), pieces.size() - i);
        for (std::size_t n = longest; n > 0; --n) {
            const std::size_t end = i + n;
            if (end < pieces.size() && pieces[end].word == pieces[end - 1].word) continue;  // it would cut a word
            if (i > 0 && pieces[i - 1].word == pieces[i].word) continue;
            key.clear();
            for (std::size_t k = i; k < end; ++k) (key += pieces[k].text) += k + 1 < end ? " " : "";
            const auto& names = table.names(key);
            const int first = pieces[i].word;
            const int last = pieces[end - 1].word;
            if (names.empty() || !could_be_name(tree, first, last)) continue;
            if (auto match = best_of(names, tree, first, last, table, day, seen)) {
                out.push_back(*match);
                taken = n;
                break;
            }
        }
        i += taken;
    }
    return out;
}

}  // namespace entente
