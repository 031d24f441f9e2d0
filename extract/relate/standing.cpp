// SPDX-License-Identifier: Apache-2.0
#include "extract/relate/standing.hpp"

#include <algorithm>

#include "core/words.hpp"
#include "extract/relate/sense.hpp"

namespace entente {
namespace {

constexpr double k_said = 0.85;

class Standing {
public:
    Standing(const Tree& tree, const Resolver& resolver, const Lexicon& lexicon) : tree_(tree), resolver_(resolver), lexicon_(lexicon) {}

    std::vector<Event> all() {
        for (int w = 0; w < tree_.size(); ++w) {
            if (tree_[w].upos == Upos::NOUN || tree_[w].upos == Upos::PROPN) of_noun(w);
            if (tree_[w].upos == Upos::PROPN) of_place(w);
        }
        return std::move(found_);
    }

private:
    [[nodiscard]] bool in_class(int noun, const char* cls) const {
        return std::ranges::any_of(noun_phrases(tree_, noun), [&](const std::string& p) { return lexicon_.in_class(p, cls); });
    }

    [[nodiscard]] bool past(int noun) const {
        return std::ranges::any_of(tree_.children(noun), [&](int c) { return lexicon_.in_class(ascii_lower(tree_[c].lemma), "past"); });
    }

    /// The words that the noun describes: its bearer in apposition, as a title, or across "is".
    [[nodiscard]] std::vector<int> described(int noun) const {
        std::vector<int> out;
        const int governor = tree_.head(noun);
        if (governor >= 0 && (tree_.is(noun, "appos") || tree_.is(noun, "nmod:desc"))) out.push_back(governor);
        for (const int c : tree_.children(noun)) {
            if ((tree_.is(c, "appos") || tree_.is(c, "flat")) && tree_[c].upos == Upos::PROPN) out.push_back(c);
            const bool present = tree_.has(noun, "cop") && ascii_lower(tree_[tree_.child(noun, "cop")].form) == "is";
            if (tree_.is(c, "nsubj") && present && !tree_.is_negated(noun)) out.push_back(c);
        }
        return out;
    }

    void of_noun(int noun) {
        const bool leader = in_class(noun, "leader");
        const bool member = !leader && in_class(noun, "belonging");
        const bool part = !leader && !member && in_class(noun, "part");
        if ((!leader && !member && !part) || past(noun)) return;
        const auto whole = resolver_.owner(noun);
        if (!whole || !is_body(*whole)) return;
        for (const int word : described(noun)) {
            const auto who = resolver_.resolve(word);
            if (!who || who->how == "pronoun" || past(word)) continue;
            if (leader && who->is_person()) add(Type::LEADS, noun, word, *who, *whole);
            const bool can_belong = who->is_person() || (who->kind == Kind::country && whole->kind == Kind::organisation);
            if (member && can_belong && whole->kind != Kind::country) add(Type::MEMBER_OF, noun, word, *who, *whole);
            if (part && !who->is_person() && is_body(*who) && who->kind != Kind::country) add(Type::PART_OF, noun, word, *who, *whole);
        }
    }

    /// "Abéché, Chad"; "the Chadian town of Abéché"; "the town of Abéché in Chad".
    void of_place(int word) {
        const auto place = resolver_.resolve(word);
        if (!place || place->kind != Kind::place) return;
        for (const int c : tree_.children(word))
            if (c > word && tree_[c].upos == Upos::PROPN && (tree_.is(c, "appos") || tree_.is(c, "nmod:unmarked") || tree_.is(c, "list")))
                if (const auto state = resolver_.resolve(c); state && state->kind == Kind::country) add(Type::LOCATED_IN, word, word, *place, *state);
        const int noun = tree_.head(word);
        if (noun < 0 || !tree_.is(word, "nmod") || tree_.preposition(word) != "of" || !in_class(noun, "locality")) return;
        for (const int c : tree_.children(noun)) {
            const bool adjacent = tree_.is(c, "amod") || (tree_.is(c, "nmod") && tree_.preposition(c) == "in");
            if (!adjacent || c == word) continue;
            if (const auto state = resolver_.resolve(c); state && state->kind == Kind::country) add(Type::LOCATED_IN, noun, word, *place, *state);
        }
    }

    static bool is_body(const ActorRef& a) {
        return a.kind == Kind::country || a.kind == Kind::organisation || a.kind == Kind::group || a.kind == Kind::party;
    }

    void add(Type type, int noun, int word, const ActorRef& who, const ActorRef& whole) {
        if (who.id == whole.id) return;
        for (const Event& e : found_)
            if (e.type == type && e.source.actor.id == who.id && e.target.actor.id == whole.id) return;
        Event e;
        e.source = {word, who};
        e.target = {noun, whole};
        for (int w = 0; w < tree_.size(); ++w)  // the word that names it, not the whole title
            if (w != word && tree_.head(w) == noun && tree_.is_noun(w))
                if (const auto named = resolver_.resolve(w); named && named->id == whole.id) e.target.word = w;
        e.predicate = noun;
        e.words = {noun};
        e.lemma = ascii_lower(tree_[noun].lemma);
        e.type = type;
        e.confidence = k_said * who.confidence * whole.confidence;
        e.rule = "standing";
        found_.push_back(std::move(e));
    }

    const Tree& tree_;
    const Resolver& resolver_;
    const Lexicon& lexicon_;
    std::vector<Event> found_;
};

}  // namespace

std::vector<Event> standing_relations(const Tree& tree, const Resolver& resolver, const Lexicon& lexicon) {
    return Standing(tree, resolver, lexicon).all();
}

}  // namespace entente
