// SPDX-License-Identifier: Apache-2.0
#include "extract/relate/sense.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "core/words.hpp"

namespace entente {
namespace {

constexpr double k_sure = 0.9;      ///< a row that asks for this object noun
constexpr double k_general = 0.8;   ///< a row for the verb alone

bool has_infinitive(const Tree& tree, int verb) {
    return std::ranges::any_of(tree.children(verb), [&](int c) { return tree.is(c, "xcomp") && tree[c].xpos == "VB"; });
}

}  // namespace

std::vector<std::string> noun_phrases(const Tree& tree, int noun) {
    std::vector<std::string> out{ascii_lower(tree[noun].lemma)};
    for (int w = noun - 1; w >= 0 && w >= noun - 2; --w) {
        if (tree.head(w) != noun || (!tree.is(w, "compound") && !tree.is(w, "amod"))) break;
        out.push_back(fmt::format("{} {}", ascii_lower(tree[w].lemma), out.back()));
    }
    std::ranges::reverse(out);
    return out;
}

bool SenseFinder::noun_fits(int noun, const std::string& wanted) const {
    const auto phrases = noun_phrases(tree_, noun);
    if (wanted.front() != '@') return std::ranges::find(phrases, wanted) != phrases.end();
    const std::string cls = wanted.substr(1);
    for (const std::string& phrase : phrases)
        if (lexicon_.in_class(phrase, cls)) return true;
    return false;
}

int SenseFinder::matching_noun(const Clause& clause, const VerbEntry& row, int& specificity) const {
    std::vector<int> nouns;
    if (row.meaning.oblique) {
        for (const Oblique& o : clause.obliques) nouns.push_back(o.word);
        for (const int c : tree_.children(clause.predicate))
            if (tree_.is(c, "xcomp")) nouns.push_back(c);
    } else {
        nouns = clause.objects;
    }
    for (const int noun : nouns)
        for (const std::string& wanted : row.objects)
            if (noun_fits(noun, wanted)) {
                specificity = wanted.front() == '@' ? 1 : 2;
                return noun;
            }
    return -1;
}

std::optional<Sense> SenseFinder::try_row(const Clause& clause, const VerbEntry& row, int noun) const {
    if (!row.meaning.type) return std::nullopt;
    Sense sense{row.meaning, {}, noun, {}, noun >= 0 ? k_sure : k_general, noun >= 0 ? "verb-noun" : "verb"};
    for (const std::string& slot : row.targets) {
        // One meets or welcomes somebody, not something of theirs.
        const bool in_person = slot == "obj" && row.meaning.type == Type::CONSULT;
        sense.targets = in_person ? slots_.objects(clause) : slots_.of_verb(clause, slot, noun);
        if (sense.targets.empty()) continue;
        const bool structural = slot == "obj" || slot == "iobj" || slot == "xsubj" || slot == "mod";
        sense.preposition = structural ? "" : slot;
        if (slot == "mod" || slot == "in") sense.confidence *= 0.85;
        return sense;
    }
    // "Putin and Xi agreed": the partners are the subjects.
    if (row.meaning.symmetric && clause.subjects.size() > 1) return sense;
    return std::nullopt;
}

std::optional<Clause> SenseFinder::with_following_particle(const Clause& clause) const {
    for (std::size_t i = 0; i < clause.obliques.size(); ++i) {
        const int mark = tree_.child(clause.obliques[i].word, "case");
        if (mark != clause.predicate + 1) continue;
        Clause other = clause;
        other.lemma += " " + tree_[mark].lemma;
        if (lexicon_.verb(other.lemma).empty()) continue;
        other.obliques.erase(other.obliques.begin() + static_cast<std::ptrdiff_t>(i));
        other.objects.push_back(clause.obliques[i].word);
        return other;
    }
    return std::nullopt;
}

std::optional<Sense> SenseFinder::of_verb(const Clause& clause) const {
    struct Candidate {
        const VerbEntry* row;
        int noun;
        int specificity;
    };
    std::vector<Candidate> candidates;
    for (const VerbEntry& row : lexicon_.verb(clause.lemma)) {
        int specificity = 0;
        const int noun = row.objects.empty() ? -1 : matching_noun(clause, row, specificity);
        if (row.meaning.bare && tree_.has(clause.predicate, "xcomp")) continue;
        if (row.meaning.infinitive && !has_infinitive(tree_, clause.predicate)) continue;
        if (row.objects.empty() || noun >= 0) candidates.push_back({&row, noun, specificity});
    }
    std::ranges::stable_sort(candidates, std::greater{}, &Candidate::specificity);
    for (const Candidate& c : candidates)
        if (auto sense = try_row(clause, *c.row, c.noun)) return sense;
    // "handed over documents", where the parser took "over" for a preposition.
    const auto other = with_following_particle(clause);
    return other ? of_verb(*other) : std::nullopt;
}

std::optional<Sense> SenseFinder::of_copula(const Clause& clause) const {
    const std::string lemma = ascii_lower(tree_[clause.predicate].lemma);
    const auto* adjective = lexicon_.adjective(lemma);
    const auto* noun = adjective ? nullptr : lexicon_.noun(lemma);
    if (!adjective && !noun) return std::nullopt;
    Sense sense{adjective ? adjective->meaning : noun->meaning, {}, -1, {}, 0.7, "copula"};
    if (!sense.meaning.type) return std::nullopt;
    for (const std::string& slot : adjective ? adjective->targets : noun->targets) {
        sense.targets = noun ? slots_.of_noun(clause.predicate, slot) : slots_.of_verb(clause, slot, -1);
        if (sense.targets.empty()) continue;
        sense.preposition = slot;
        return sense;
    }
    return std::nullopt;
}

std::optional<Sense> SenseFinder::of(const Clause& clause) const {
    return tree_[clause.predicate].upos == Upos::VERB ? of_verb(clause) : of_copula(clause);
}

/// "said that Chile must answer": whatever it is that must be done, the speaker asks for it.
std::optional<Sense> SenseFinder::of_obligation(const std::vector<Operator>& operators) const {
    if (operators.empty() || operators.front().operation != "demand" || !tree_.is(operators.front().word, "aux")) return std::nullopt;
    Sense sense;
    sense.meaning.type = Type::REQUEST;
    sense.meaning.cameo = cameo_root(Type::REQUEST);
    sense.confidence = 0.7;
    sense.rule = "obligation";
    return sense;
}

}  // namespace entente
