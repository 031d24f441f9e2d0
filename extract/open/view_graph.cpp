// SPDX-License-Identifier: Apache-2.0
// The graph view: short phrases, conjuncts apart, a triple for each argument. What stands between the verb and a further
// argument goes into the relation: "sent aid to | Chad", "became head of | the bank".
#include <algorithm>

#include "extract/open/views.hpp"

namespace entente::open {
namespace {

constexpr PhraseStyle k_short{.clauses = false, .asides = false, .appositions = false, .conjuncts = false};
/// Nouns within nouns ("head of the board of the bank") are opened this deep.
constexpr int k_deepest = 2;

bool is_clause(ArgumentKind kind) { return kind == ArgumentKind::content || kind == ArgumentKind::adverbial; }

class GraphPrinter {
public:
    GraphPrinter(const Tree& tree, std::vector<OpenTriple>& out) : tree_(tree), out_(out) {}

    void print(const OpenClause& clause) {
        const int first = first_argument(clause);
        if (first < 0) return;
        clause_ = &clause;
        const ClauseArgument& object = clause.args[static_cast<std::size_t>(first)];
        for (const int subject : conjuncts(clause.subject)) {
            subject_ = noun_phrase(tree_, subject, k_short, clause.predicate);
            trim_quotes(tree_, subject_);
            subject_head_ = subject;
            print_argument(clause.relation, object, false);
            if (is_clause(object.kind)) continue;
            const Words through = followed(followed(clause.relation, object.lead), words_of(object, object.head));
            for (const ClauseArgument& a : clause.args) {
                if (&a == &object || a.kind == ArgumentKind::adverb || a.kind == ArgumentKind::content) continue;
                const bool beside = object.kind == ArgumentKind::oblique;
                if (a.kind == ArgumentKind::adverbial) print_purpose(beside ? clause.relation : through, a);
                else print_argument(beside ? clause.relation : through, a, true);
            }
        }
    }

private:
    std::vector<int> conjuncts(int head) const {
        std::vector<int> out;
        for (const int w : tree_.conjuncts(head))
            if (w == head || (tree_.is_noun(w) && !tree_.has(w, "nsubj") && !tree_.has(w, "cop"))) out.push_back(w);
        return out;
    }

    Words words_of(const ClauseArgument& a, int head) const {
        if (is_clause(a.kind)) return clause_phrase(tree_, a.head, {.conjuncts = false}, a.around);
        Words words = noun_phrase(tree_, head, k_short, a.around);
        trim_quotes(tree_, words);
        return words;
    }

    void print_argument(const Words& relation, const ClauseArgument& a, bool further) {
        if (a.kind == ArgumentKind::adverbial) return;
        if (is_clause(a.kind)) return add(followed(relation, a.lead), a, a.head, further);
        for (const int o : conjuncts(a.head)) {
            const Words own = o == a.head ? Words{} : prepositions(tree_, o);
            const Words whole = followed(relation, own.empty() ? a.lead : own);
            const bool part = tree_[o].upos == Upos::ADJ && tree_.has(o, "obl") && tree_.has(o, "cop");
            if (!part) add(whole, a, o, further);
            if (a.around < 0) open(whole, a, o, 0);
        }
    }

    /// "became head of | the bank": the noun in front goes into the relation.
    void open(const Words& relation, const ClauseArgument& a, int noun, int depth) {
        if (depth == k_deepest) return;
        for (const int c : tree_.children(noun)) {
            const bool inner = tree_.is(c, "nmod") || (tree_.is(c, "obl") && !tree_.has(noun, "cop"));
            const Words lead = prepositions(tree_, c);
            if (!inner || c < noun || lead.empty() || tree_.is(c, "nmod:poss")) continue;
            Words before = words_of(a, noun);
            std::erase_if(before, [&](int w) { return w >= lead.front(); });
            if (before.empty()) continue;
            const ClauseArgument within{ArgumentKind::oblique, c, lead, -1};
            for (const int o : conjuncts(c)) {
                add(followed(followed(relation, before), lead), within, o, true);
                open(followed(followed(relation, before), lead), within, o, depth + 1);
            }
        }
    }

    /// "sent envoys to discuss | terms", "pressed Minsk by closing | the border": not who did what, but what for and how.
    void print_purpose(const Words& relation, const ClauseArgument& a) {
        const bool non_finite = tree_[a.head].xpos == "VB" || tree_[a.head].xpos == "VBG";
        if (!non_finite || a.lead.empty() || tree_.has(a.head, "nsubj") || a.head < relation.front()) return;
        const int object = tree_.child(a.head, "obj");
        if (object < 0) return;
        const ClauseArgument goal{ArgumentKind::object, object, {}, -1};
        for (const int o : conjuncts(object)) add(followed(followed(relation, a.lead), {a.head}), goal, o, true);
    }

    void add(Words relation, const ClauseArgument& a, int head, bool further) {
        OpenTriple t;
        t.clause = clause_;
        t.subject = {subject_head_, subject_, ArgumentKind::object, {}};
        t.object = {head, words_of(a, head), a.kind, {}};
        t.relation = std::move(relation);
        if (is_nominal(clause_->rule)) t.inferred = clause_->inferred;
        t.further = further;
        const auto same = [&](const OpenTriple& o) {
            return o.subject.words == t.subject.words && o.relation == t.relation && o.object.words == t.object.words;
        };
        if (!t.object.words.empty() && !t.subject.words.empty() && std::ranges::none_of(out_, same)) out_.push_back(std::move(t));
    }

    const Tree& tree_;
    std::vector<OpenTriple>& out_;
    const OpenClause* clause_ = nullptr;
    Words subject_;
    int subject_head_ = -1;
};

}  // namespace

std::vector<OpenTriple> print_graph(const Tree& tree, const std::vector<OpenClause>& clauses) {
    std::vector<OpenTriple> out;
    GraphPrinter printer(tree, out);
    for (const OpenClause& clause : clauses) printer.print(clause);
    return out;
}

}  // namespace entente::open
