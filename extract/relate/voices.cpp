// SPDX-License-Identifier: Apache-2.0
#include "extract/relate/voices.hpp"

#include <algorithm>
#include <span>

#include "core/words.hpp"
#include "extract/relate/clause.hpp"
#include "extract/relate/operators.hpp"
#include "extract/relate/sense.hpp"

namespace entente {
namespace {

bool is_gerund(const Tree& tree, int word, std::string_view mark) {
    return tree[word].xpos == "VBG" && tree.has(word, "mark") && tree[tree.child(word, "mark")].lemma == mark;
}

}  // namespace

bool Voices::is_report(int word) const { return tree_[word].upos == Upos::VERB && says(lexicon_, tree_[word].lemma); }

/// "The Kremlin said, Tass reported, that …": a report put in between commas, which the parser takes for what is said.
bool Voices::is_interposed(int verb) const {
    const int subject = tree_.child(verb, "nsubj");
    if (!tree_.is(verb, "ccomp") || subject < 0 || tree_.has(verb, "mark") || !is_report(verb) || tree_.head(verb) > verb) return false;
    const int first = tree_.phrase(subject).first;
    return first > 0 && tree_[first - 1].form == ",";
}

bool Voices::is_medium(int word) const {
    if (const auto actor = resolver_.resolve(word)) return actor->role == "MED";
    return std::ranges::any_of(noun_phrases(tree_, word), [&](const std::string& phrase) {
        const Role* role = table_.role(phrase);
        return role && role->code == "MED" && !role->person;  // "told reporters" is told to nobody in particular
    });
}

/// "A Chadian court was quoted by Tass as saying": the court, then Tass.
void Voices::add_quoted(int verb, std::vector<Voice>& level) const {
    const Clause quote = clause_of(tree_, lexicon_, verb);
    int saying = -1;
    for (const int c : tree_.children(verb))
        if (is_gerund(tree_, c, "as")) saying = c;
    if (!quote.objects.empty()) level.push_back({quote.objects.front(), saying >= 0 ? tree_[saying].lemma : tree_[verb].lemma});
    auto agents = quote.subjects;
    for (const int c : saying >= 0 ? tree_.children(saying) : std::span<const int>{})
        if (tree_.is(c, "obl") && tree_.preposition(c) == "by") agents.push_back(c);
    if (!agents.empty()) level.push_back({agents.front(), tree_[verb].lemma});
}

/// "told Reuters", "said on state television", "said in an interview with the BBC", "in remarks carried by Tass": who was
/// told it tells us.
void Voices::add_relays(int verb, std::vector<Voice>& level) const {
    for (const int c : tree_.children(verb)) {
        const bool oblique = tree_.is(c, "obl");
        const bool told = tree_.is(c, "iobj") || tree_.is(c, "obj") || (oblique && is_one_of(tree_.preposition(c), {"to", "on"}));
        if (told && is_medium(c)) level.push_back({c, tree_[verb].lemma});
        for (int w = 0; oblique && w < tree_.size(); ++w) {
            const int holder = tree_.head(w);
            const bool inside = holder == c || (holder >= 0 && tree_.is(holder, "acl") && tree_.head(holder) == c);
            if (inside && is_one_of(tree_.preposition(w), {"by", "to", "with", "on"}) && is_medium(w)) level.push_back({w, tree_[holder].lemma});
        }
    }
}

/// "CNN said, citing the Pentagon", "CNN, citing the Pentagon, said"
void Voices::add_cited(int word, std::vector<Voice>& level) const {
    for (const int c : tree_.children(word))
        if ((tree_.is(c, "advcl") || tree_.is(c, "acl")) && tree_[c].xpos == "VBG" && lexicon_.listed("cite", tree_[c].lemma))
            if (const int source = tree_.child(c, "obj"); source >= 0) level.push_back({source, tree_[c].lemma});
}

void Voices::add_report(int verb, std::vector<Voice>& level) const {
    add_cited(verb, level);
    const Clause report = clause_of(tree_, lexicon_, verb);
    if (report.passive && lexicon_.listed("cite", tree_[verb].lemma)) return add_quoted(verb, level);
    if (!report.subjects.empty()) {
        add_cited(report.subjects.front(), level);
        level.push_back({report.subjects.front(), tree_[verb].lemma});
    }
    add_relays(verb, level);
}

/// "according to Tass", "as per Tass"
bool Voices::accords(int word) const {
    const int mark = tree_.child(word, "case");
    const int second = mark < 0 ? -1 : tree_.child(mark, "fixed");
    return second >= 0 && lexicon_.listed("accord", tree_[mark].lemma + " " + tree_[second].lemma);
}

/// "according to a statement by the ministry": the ministry.
int Voices::author(int word) const {
    for (const int c : tree_.children(word))
        if (tree_.is(c, "nmod") && is_one_of(tree_.preposition(c), {"by", "from", "in"}) && !resolver_.resolve(word) && resolver_.resolve(c)) return c;
    return word;
}

/// What stands beside a word of the report; but not the predicate itself that is asked about.
void Voices::add_beside(int word, int self, std::vector<Voice>& level) const {
    for (const int c : tree_.children(word)) {
        const bool aside = tree_.is(c, "parataxis") || is_interposed(c) || (tree_.is(c, "advcl") && tree_.has(c, "mark") && tree_[tree_.child(c, "mark")].lemma == "as");
        if (aside && c != self && tree_.has(c, "nsubj") && is_report(c)) {
            add_report(c, level);
            add_beside(c, self, level);
        }
        if (accords(c)) level.push_back({author(c), "accord"});
    }
}

/// The verb of saying whose report the word's clause is, or -1.
int Voices::report_above(int word) const {
    const int governor = tree_.head(word);
    if (governor < 0 || is_interposed(governor)) return -1;
    const bool beside = tree_.is(word, "parataxis") && !is_report(word);  // "Tass said: …", but not "…, Tass said"
    const bool clause = tree_.is(word, "ccomp") || beside || is_prepositional(tree_, word);
    if (clause && is_report(governor)) return governor;
    // "said in a statement that …"
    if (tree_.is(word, "acl") && tree_.has(word, "mark") && tree_.has(word, "nsubj") && tree_.is(governor, "obl"))
        if (const int verb = tree_.head(governor); verb >= 0 && is_report(verb)) return verb;
    // "CNN reported, citing officials, that …", where the parser hung it on the officials.
    if (tree_.is(word, "acl") && tree_.has(word, "mark") && tree_.is(governor, "obj"))
        if (const int cited = tree_.head(governor); cited >= 0 && lexicon_.listed("cite", tree_[cited].lemma) && tree_.is(cited, "advcl"))
            if (const int verb = tree_.head(cited); verb >= 0 && is_report(verb)) return verb;
    return -1;
}

void Voices::append(std::vector<Voice>& out, std::vector<Voice> level) const {
    std::ranges::stable_partition(level, [&](const Voice& v) { return !is_medium(v.word); });
    for (Voice& v : level) {
        // "the news agency Tass"
        if (const int name = tree_.child(v.word, "appos"); name >= 0 && !resolver_.resolve(v.word) && resolver_.resolve(name)) v.word = name;
        if (std::ranges::none_of(out, [&](const Voice& other) { return other.word == v.word; })) out.push_back(std::move(v));
    }
}

std::vector<Voice> Voices::of(int predicate) const {
    std::vector<Voice> out;
    for (int word = predicate; word >= 0; word = tree_.head(word)) {
        std::vector<Voice> level;
        add_beside(word, predicate, level);
        append(out, std::move(level));
        level.clear();
        if (const int verb = report_above(word); verb >= 0 && verb != predicate) add_report(verb, level);
        append(out, std::move(level));
    }
    return out;
}

/// Whoever the verb itself says so, and whoever relays that.
std::vector<Voice> Voices::of_report(int verb) const {
    std::vector<Voice> level;
    add_report(verb, level);
    std::vector<Voice> out;
    append(out, std::move(level));
    append(out, of(verb));
    return out;
}

}  // namespace entente
