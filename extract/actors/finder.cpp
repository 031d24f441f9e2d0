// SPDX-License-Identifier: Apache-2.0
#include "extract/actors/finder.hpp"

#include <algorithm>
#include <optional>
#include <unordered_map>

#include "core/words.hpp"

namespace entente {
namespace {

/// A piece of a name and the word that it came from.
struct Piece {
    std::string text;
    int word;
};

/// The names that may stand at a place of the sentence, longest first.
struct Reading {
    int first;
    int last;
    std::vector<const Name*> names;
};

std::string text_of(const Tree& tree, int first, int last) {
    std::string text;
    for (int w = first; w <= last; ++w) (text += tree[w].form) += w < last ? " " : "";
    return text;
}

bool has_lower_case(const Tree& tree) {
    return std::ranges::any_of(tree.sentence().tokens, [](const Token& t) {
        return t.form.size() > 3 && t.form[0] >= 'a' && t.form[0] <= 'z';
    });
}

/// Pieces of a sentence; a mark that no name contains (comma, bracket, quote) stands as an empty piece.
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

class Finder {
public:
    Finder(const Tree& tree, const ActorTable& table, Date day, const DocumentContext& context)
        : tree_(tree), table_(table), day_(day), context_(context), cased_(has_lower_case(tree)) {}

    std::vector<NameHit> find() {
        const auto places = readings();
        weigh(places);
        std::vector<NameHit> out;
        int free = 0;
        for (const auto& options : places)
            for (const Reading& r : options) {
                if (r.first < free) continue;
                if (auto hit = best_of(r); hit && !is_part_of_person(*hit)) {
                    out.push_back(*hit);
                    free = r.last + 1;
                    break;
                }
            }
        return out;
    }

private:
    /// All names of the sentence, for each word that begins one.
    std::vector<std::vector<Reading>> readings() const {
        const std::vector<Piece> pieces = pieces_of(tree_);
        std::vector<std::vector<Reading>> out;
        std::string key;
        for (std::size_t i = 0; i < pieces.size(); ++i) {
            if (i > 0 && pieces[i - 1].word == pieces[i].word) continue;
            const std::size_t longest = std::min(table_.longest_from(pieces[i].text), pieces.size() - i);
            std::vector<Reading> here;
            for (std::size_t n = longest; n > 0; --n) {
                const std::size_t end = i + n;
                if (end < pieces.size() && pieces[end].word == pieces[end - 1].word) continue;  // it would cut a word
                key.clear();
                for (std::size_t k = i; k < end; ++k) (key += pieces[k].text) += k + 1 < end ? " " : "";
                if (auto names = fitting(table_.names(key), pieces[i].word, pieces[end - 1].word); !names.empty())
                    here.push_back({pieces[i].word, pieces[end - 1].word, std::move(names)});
            }
            if (!here.empty()) out.push_back(std::move(here));
        }
        return out;
    }

    std::vector<const Name*> fitting(const std::vector<Name>& names, int first, int last) const {
        std::vector<const Name*> out;
        if (names.empty()) return out;
        const std::string text = text_of(tree_, first, last);
        const bool acronym = cased_ && first == last && text.size() >= 2 &&
                             std::ranges::none_of(text, [](char c) { return c >= 'a' && c <= 'z'; });
        if (!acronym && !could_be_name(first, last)) return out;
        for (const Name& name : names)
            if (name.when.covers(day_) && capitals_fit(text, name.form)) out.push_back(&name);
        return out;
    }

    bool could_be_name(int first, int last) const {
        for (int w = first; w <= last; ++w)
            if (const Upos u = tree_[w].upos; u == Upos::PROPN || u == Upos::ADJ || u == Upos::NOUN || u == Upos::X) return true;
        return false;
    }

    /// Counts what the sentence names beyond doubt.
    void weigh(const std::vector<std::vector<Reading>>& places) {
        for (const auto& options : places) {
            const Reading& r = options.front();
            if (r.names.front()->weak) continue;
            const ActorEntry& actor = table_.actors()[r.names.front()->actor];
            const bool sure = std::ranges::all_of(r.names, [&](const Name* n) { return n->actor == r.names.front()->actor; });
            if (!sure || actor.country.empty()) continue;
            ++countries_[actor.country];
            if (actor.kind == Kind::place) ++places_[actor.country];
        }
    }

    int count(const std::unordered_map<std::string, int>& counts, const std::string& country) const {
        const auto it = counts.find(country);
        return it == counts.end() ? 0 : it->second;
    }

    /// How well the rest of the text speaks for an actor whose name is not its alone; 0: nothing does.
    int support(const Name& name, const ActorEntry& actor, int first) const {
        int score = context_.seen(actor.id) ? 8 : 0;
        if (actor.country.empty()) return score;
        // "Peru's president dissolved the Congress": not that of another state.
        const bool pointed = first > 1 && ascii_lower(tree_[first - 1].form) == "the";
        const bool organ = name.weak && actor.kind == Kind::organisation && is_one_of(actor.role, {"LEG", "JUD", "GOV", "MIL", "COP"});
        if (organ && count(countries_, actor.country) == 0 && (pointed || !countries_.empty()) && !context_.is_about(actor.country)) return 0;
        if (actor.kind == Kind::place) return score + (count(places_, actor.country) > 0 ? 8 : 0);
        if (count(countries_, actor.country) > 0) score += 3;
        if (context_.weight(actor.country) > 0) score += 1 + static_cast<int>(std::min(context_.weight(actor.country), 3u));
        if (actor.kind == Kind::person && name.weak && score < 8) {  // a bare surname: only of somebody in office, or with a title
            const bool title = first > 0 && is_title(first - 1);
            if (!title && !in_office(actor)) return 0;
            score = title ? score + 4 : name.form.find(' ') == std::string::npos ? 0 : score;
        }
        return score;
    }

    bool is_title(int word) const {
        const Role* role = table_.role(ascii_lower(tree_[word].lemma));
        return role && role->person && tree_[word].form[0] >= 'A' && tree_[word].form[0] <= 'Z';
    }

    bool in_office(const ActorEntry& actor) const {
        return std::ranges::any_of(actor.offices, [&](const Office& o) { return o.when.covers(day_); });
    }

    /// How well a name fits; the higher the better. Kinds first by how surely the spelling means them.
    int fitness(const Name& name, const ActorEntry& actor, int supported) const {
        int score = supported + (name.kind == NameKind::name ? 2 : 1);
        if (actor.kind == Kind::country) score += 3;
        if (actor.kind == Kind::person) score += in_office(actor) ? 2 : 0;
        return name.weak ? score - 3 : score;
    }

    std::optional<NameHit> best_of(const Reading& r) const {
        std::optional<NameHit> best;
        int best_score = 0;
        // A capital is a place or a government by its syntax, which is not looked at here.
        const bool capital = std::ranges::any_of(r.names, [](const Name* n) { return n->kind == NameKind::capital && !n->weak; });
        for (const Name* name : r.names) {
            const ActorEntry& actor = table_.actors()[name->actor];
            const int supported = name->weak || r.names.size() > 1 ? support(*name, actor, r.first) : 0;
            if ((name->weak && supported <= 0) || (capital && actor.kind == Kind::place)) continue;
            const int score = fitness(*name, actor, supported);
            if (best && score <= best_score) continue;
            best = NameHit{r.first, r.last, name, &actor};
            best_score = score;
        }
        return best;
    }

    /// "Michael Jordan", "Chad Greene": the model sees a person, and the rest of his name is no title.
    bool is_part_of_person(const NameHit& hit) const {
        if (hit.actor->kind == Kind::person) return false;
        for (const Entity& e : tree_.sentence().entities) {
            if (e.kind != EntityKind::per || e.first > hit.first || hit.last > e.last) continue;
            for (int w = e.first; w <= e.last; ++w)
                if ((w < hit.first || w > hit.last) && tree_[w].upos == Upos::PROPN && !table_.role(ascii_lower(tree_[w].lemma)) &&
                    tree_[w].form.find('.') == std::string::npos)
                    return true;
        }
        return false;
    }

    const Tree& tree_;
    const ActorTable& table_;
    Date day_;
    const DocumentContext& context_;
    bool cased_;  ///< the sentence is not all in capitals
    std::unordered_map<std::string, int> countries_;
    std::unordered_map<std::string, int> places_;
};

}  // namespace

std::vector<NameHit> find_names(const Tree& tree, const ActorTable& table, Date day, const DocumentContext& context) {
    return Finder(tree, table, day, context).find();
}

}  // namespace entente
