// SPDX-License-Identifier: Apache-2.0
#include "extract/open/clauses.hpp"

#include <algorithm>

#include "core/words.hpp"

namespace entente::open {
namespace {

bool is_negation(const Token& t) { return is_one_of(t.lemma, {"not", "n't", "never"}); }

/// "then", "however": they join sentences and tell nothing of the act.
bool is_connective(const Token& t) { return is_wh(t) || is_one_of(t.lemma, {"then", "thus", "therefore", "however"}); }

/// Reads the clause of one predicate.
class ClauseReader {
public:
    ClauseReader(const Tree& tree, int predicate) : tree_(tree), predicate_(predicate) {}

    /// False where the predicate has no subject.
    bool read(OpenClause& clause) const {
        const FoundSubject found = subject_of(tree_, predicate_);
        if (found.word < 0 || is_wh(tree_[found.word])) return false;
        clause.predicate = predicate_;
        clause.subject = found.word;
        clause.rule = found.rule;
        const Words heads = chain(tree_, predicate_);
        const int last = heads.back();
        read_relation(heads, clause);
        if (clause.relation.empty()) return false;
        clause.negated = std::ranges::any_of(heads, [&](int h) { return tree_.is_negated(h); });
        if (!is_verb(tree_, last)) clause.args.push_back({ArgumentKind::complement, last, prepositions(tree_, last), -1});
        for (const int h : heads) add_arguments(h, heads, clause);
        if (is_verb(tree_, last)) fill_gap(clause);
        share_object(clause);
        add_said(clause);
        return true;
    }

private:
    bool is(int w, std::string_view relation) const { return tree_.is(w, relation); }

    // --- the relation

    void read_relation(const Words& heads, OpenClause& clause) const {
        Words& out = clause.relation;
        for (const int h : heads) {
            const Words group = verb_group(h, h == predicate_);
            out.insert(out.end(), group.begin(), group.end());
            if (h != heads.back() && !is_verb(tree_, h)) out.push_back(h);
        }
        borrow(out);
        out = united(out, {});
        if (clause.rule == Rule::participle || clause.rule == Rule::adverbial) clause.inferred = auxiliary(clause.subject);
    }

    /// Auxiliaries, copula, negation, particle, and the adverbs between them or right in front.
    Words verb_group(int head, bool first) const {
        Words out;
        if (is_verb(tree_, head)) out.push_back(head);
        for (const int c : tree_.children(head)) {
            const bool infinitive = is(c, "mark") && tree_[c].xpos == "TO" && (!first || is(head, "acl"));
            if (infinitive || is(c, "aux") || is(c, "cop") || is(c, "compound:prt")) add_fixed(tree_, c, out);
        }
        if (out.empty()) return out;
        std::ranges::sort(out);
        const auto children = tree_.children(head);
        for (auto c = children.rbegin(); c != children.rend(); ++c) {  // from the verb to the left
            if (!is(*c, "advmod") || is_connective(tree_[*c])) continue;
            const bool inside = *c > out.front() && *c < out.back();
            if (inside || *c + 1 == out.front() || is_negation(tree_[*c])) add_below(*c, out);
        }
        return out;
    }

    void add_below(int word, Words& out) const {
        out.push_back(word);
        for (const int c : tree_.children(word))
            if (tree_[c].upos != Upos::PUNCT) add_below(c, out);
        std::ranges::sort(out);
    }

    /// What a conjoined verb shares with the first one: auxiliaries ("was tried and sentenced") and the verbs that it
    /// completes ("was able to hold and extend …").
    void borrow(Words& out) const {
        const int w = predicate_;
        if (!is(w, "conj") || tree_.has(w, "aux") || tree_.has(w, "nsubj") || tree_.has(w, "mark")) return;
        const int first = tree_.first_conjunct(w);
        if (tree_[first].xpos != tree_[w].xpos || !is_one_of(tree_[w].xpos, {"VB", "VBN", "VBG"})) return;
        for (const int c : tree_.children(first)) {
            const bool shared = is(c, "aux") || is(c, "mark") || (is(c, "advmod") && is_negation(tree_[c]));
            if (c < first && shared && (tree_[c].xpos == "TO" || !is(c, "mark"))) out.push_back(c);
        }
        for (int v = first; is_merged(tree_, v);) {
            v = tree_.head(v);
            const Words group = verb_group(v, !is_merged(tree_, v));
            out.insert(out.end(), group.begin(), group.end());
            if (!is_verb(tree_, v)) out.push_back(v);
        }
    }

    /// "a ship (was) carrying grain": in the tense of the nearest finite verb above.
    std::string_view auxiliary(int subject) const {
        const std::string& form = tree_[predicate_].xpos;
        if (tree_.has(predicate_, "aux") || (form != "VBG" && form != "VBN")) return {};
        bool past = false;
        for (int v = tree_.head(predicate_); v >= 0; v = tree_.head(v)) {
            int finite = tree_.child(v, tree_.has(v, "aux") ? "aux" : "cop");
            if (finite < 0) finite = v;
            past = tree_[finite].xpos == "VBD";
            if (past || is_one_of(tree_[finite].xpos, {"VBZ", "VBP", "MD"})) break;
        }
        const bool plural = tree_[subject].xpos.ends_with('S') || tree_.has(subject, "conj");
        return past ? (plural ? "were" : "was") : (plural ? "are" : "is");
    }

    // --- arguments

    void add_arguments(int head, const Words& heads, OpenClause& clause) const {
        const int antecedent = antecedent_of(tree_, predicate_);
        for (const int c : tree_.children(head)) {
            const auto among = [c](const Words& words) { return std::ranges::find(words, c) != words.end(); };
            if (c == clause.subject || among(heads) || among(clause.relation)) continue;
            if (antecedent >= 0 && is_wh(tree_[c])) add_antecedent(c, antecedent, clause);
            else if (!is_wh(tree_[c]) || is(c, "obj") || is(c, "ccomp")) add_argument(c, clause);
        }
    }

    void add_argument(int c, OpenClause& clause) const {
        using enum ArgumentKind;
        if (is(c, "obj")) clause.args.push_back({object, c, {}, -1});
        if (is(c, "iobj")) clause.args.push_back({indirect, c, {}, -1});
        if (is(c, "obl") || (is(c, "nmod") && is_verb(tree_, tree_.head(c)))) clause.args.push_back({oblique, c, prepositions(tree_, c), -1});
        if (is(c, "xcomp")) clause.args.push_back({complement, c, marks(c), -1});
        if (is(c, "ccomp") || is(c, "csubj")) clause.args.push_back({content, c, marks(c), -1});
        if (is(c, "advcl")) clause.args.push_back({adverbial, c, marks(c), -1});
        if (is(c, "advmod")) clause.args.push_back({adverb, c, {}, -1});
    }

    /// "the town which they left", "the year in which …", "the town where …": the noun stands for the pronoun.
    void add_antecedent(int pronoun, int noun, OpenClause& clause) const {
        if (noun == clause.subject) return;
        if (is(pronoun, "obj")) clause.args.push_back({ArgumentKind::object, noun, {}, predicate_});
        if (is(pronoun, "obl")) clause.args.push_back({ArgumentKind::oblique, noun, prepositions(tree_, pronoun), predicate_});
        if (is(pronoun, "advmod") && tree_[pronoun].lemma == "where") clause.args.push_back({ArgumentKind::oblique, noun, {}, predicate_});
    }

    Words marks(int clause) const {
        Words out;
        for (const int c : tree_.children(clause))
            if (is(c, "mark") || (is(c, "advmod") && is_wh(tree_[c]))) add_fixed(tree_, c, out);
        std::ranges::sort(out);
        return out;
    }

    bool has_argument(const OpenClause& clause, std::initializer_list<ArgumentKind> kinds) const {
        return std::ranges::any_of(clause.args, [&](const ClauseArgument& a) { return std::ranges::find(kinds, a.kind) != kinds.end(); });
    }

    /// "the town that they left": the object is the noun in front.
    void fill_gap(OpenClause& clause) const {
        const int noun = is(predicate_, "acl:relcl") ? tree_.head(predicate_) : -1;
        const bool there = std::ranges::any_of(clause.args, [&](const ClauseArgument& a) { return a.head == noun; });
        if (noun < 0 || clause.subject == noun || there) return;
        if (has_argument(clause, {ArgumentKind::object, ArgumentKind::content})) return;
        clause.args.insert(clause.args.begin(), {ArgumentKind::object, noun, {}, predicate_});
    }

    /// "owned and managed the firm": the first verb has the object of the second.
    void share_object(OpenClause& clause) const {
        constexpr int near = 3;  // words
        if (!clause.args.empty()) return;
        for (const int c : tree_.children(predicate_))
            if (is(c, "conj") && c - predicate_ <= near && is_verb(tree_, c) && tree_.has(c, "obj") && !tree_.has(c, "nsubj"))
                return clause.args.push_back({ArgumentKind::object, tree_.child(c, "obj"), {}, -1});
    }

    /// "…, the minister said": what was said is the clause around.
    void add_said(OpenClause& clause) const {
        const bool aside = is(predicate_, "parataxis") && tree_.head(predicate_) >= 0 && reports(tree_[predicate_]);
        if (!aside || has_argument(clause, {ArgumentKind::object, ArgumentKind::content})) return;
        clause.args.insert(clause.args.begin(), {ArgumentKind::content, tree_.head(predicate_), {}, predicate_});
    }

    const Tree& tree_;
    int predicate_;
};

}  // namespace

bool reports(const Token& token) {
    return is_one_of(token.lemma, {"say",     "add",     "write",    "tell",  "note",    "report",  "claim",  "think",
                               "believe", "explain", "argue",    "state", "warn",    "predict", "suggest", "announce",
                               "admit",   "insist",  "contend",  "concede", "recall", "estimate", "stress", "declare"});
}

std::vector<OpenClause> clauses(const Tree& tree) {
    std::vector<OpenClause> out;
    for (int w = 0; w < tree.size(); ++w)
        if (OpenClause clause; heads_clause(tree, w) && ClauseReader(tree, w).read(clause)) out.push_back(std::move(clause));
    add_nominal(tree, out);
    return out;
}

}  // namespace entente::open
