// SPDX-License-Identifier: Apache-2.0
#include "extract/relate/unnamed.hpp"

#include "core/words.hpp"

namespace entente {
namespace {

constexpr double k_unnamed = 0.5;
constexpr double k_later = 0.35;  ///< not in the first sentence: likely somebody whom a sentence before named
constexpr double k_thing = 0.46;

Kind kind_of(std::string_view role) {
    if (is_one_of(role, {"REB", "SEP", "OPP", "CRM", "INS"})) return Kind::group;
    if (is_one_of(role, {"GOV", "MIL", "COP", "JUD", "LEG", "SPY", "BUS", "IGO", "NGO", "PTY", "MED"})) return Kind::organisation;
    return Kind::people;
}

}  // namespace

int Unnamed::counted(int word) const {
    for (int depth = 0; depth < 3; ++depth) {
        const std::string lemma = ascii_lower(tree_[word].lemma);
        const bool growth = lexicon_.in_class(lemma, "growth");  // "an increase in aid"
        const bool quantity = growth || tree_[word].upos == Upos::NUM || lexicon_.in_class(lemma, "quantity");
        int inner = -1;
        if (quantity)
            for (const int c : tree_.children(word))
                if (tree_.is(c, "nmod") && (tree_.preposition(c) == "of" || (growth && tree_.preposition(c) == "in"))) inner = c;
        if (inner < 0) break;
        word = inner;
    }
    return word;
}

/// "rebel group Seleka": a title of whoever is named behind it. "the regime", "its allies": somebody named before.
bool Unnamed::is_anaphoric(int word, const Role* role) const {
    if (word + 1 < tree_.size() && tree_[word + 1].upos == Upos::PROPN && !tree_.is(word + 1, "obl")) return true;
    const bool relational = role && role->relational;
    if (const int whose = tree_.child(word, "nmod:poss"); whose >= 0 && (tree_[whose].upos == Upos::PRON ? !(opening_ && relational) : relational))
        return true;
    if (opening_) return false;
    const int det = tree_.child(word, "det");
    const bool pointing = det >= 0 && is_one_of(ascii_lower(tree_[det].form), {"the", "this", "that"});
    return pointing && !tree_[word].xpos.ends_with('S') && !(role && is_one_of(role->code, {"JUD", "COP", "MIL"}));
}

bool Unnamed::is_thing(const std::string& noun) const {
    for (const char* cls : {"weapon", "ship", "plane", "base", "building", "property", "embassy", "aid"})
        if (lexicon_.in_class(noun, cls)) return true;
    return false;
}

/// Named by the noun and what qualifies it: "rival militia".
ActorRef Unnamed::made_of(int first, int word, Kind kind, const std::string& code, double confidence) const {
    const auto joined = [&](int w) { return w > 0 && tree_[w].span.begin == tree_[w - 1].span.end; };
    const auto qualifies = [&](int w) { return tree_.head(w) == word && (tree_.is(w, "amod") || tree_.is(w, "compound")); };
    for (;;)
        if (first > 1 && tree_[first - 1].form == "-" && joined(first)) first -= 2;  // "Chad-backed rebels"
        else if (first > 0 && qualifies(first - 1)) --first;
        else break;
    std::string label;
    while (first < word && lexicon_.listed("vague", ascii_lower(tree_[first].form))) ++first;
    for (int w = first; w <= word; ++w) (label += w == first || joined(w) ? "" : " ") += tree_[w].form;
    if (first == 0) label = ascii_lower(label.substr(0, 1)) + label.substr(1);
    return {slug(label), label, kind, "", code, confidence, "unnamed"};
}

std::optional<ActorRef> Unnamed::thing(int word) const {
    if (tree_[word].upos != Upos::NOUN && tree_[word].upos != Upos::PROPN) return std::nullopt;
    return made_of(word, word, Kind::other, "", k_thing);
}

std::optional<ActorRef> Unnamed::resolve(int word) const {
    word = counted(word);
    if (tree_[word].upos != Upos::NOUN && tree_[word].upos != Upos::PROPN) return std::nullopt;
    if (is_thing(ascii_lower(tree_[word].lemma))) return std::nullopt;
    int first = word;
    const Role* role = nullptr;
    std::string phrase = ascii_lower(tree_[word].lemma);
    for (int w = word; w >= 0 && w >= word - 3; --w) {
        if (w < word) {
            if (tree_.head(w) != word || !(tree_.is(w, "amod") || tree_.is(w, "compound"))) break;
            phrase = ascii_lower(tree_[w].lemma) + " " + phrase;
        }
        if (const Role* longer = table_.role(phrase)) {
            role = longer;
            first = w;
        }
    }
    if (is_anaphoric(word, role)) return std::nullopt;
    if (const int det = tree_.child(word, "det"); det >= 0 && is_one_of(ascii_lower(tree_[det].form), {"any", "no"})) return std::nullopt;
    const bool states = lexicon_.in_class(ascii_lower(tree_[word].lemma), "states");
    if (states && (!tree_[word].xpos.ends_with('S') || tree_.has(word, "det"))) return std::nullopt;
    std::string code = role ? role->code : "";
    if (!role) {
        const std::string lemma = ascii_lower(tree_[word].lemma);
        const bool some = tree_[word].xpos == "NNS" && lexicon_.in_class(lemma, "quantity") && !tree_.has(word, "nmod");  // "thousands rallied"
        if (lexicon_.in_class(lemma, "person") || some) code = "CVL";
        else if (!states && !lexicon_.in_class(lemma, "body")) return std::nullopt;
    }
    return made_of(first, word, kind_of(code), code, opening_ ? k_unnamed : k_later);
}

}  // namespace entente
