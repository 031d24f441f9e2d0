// SPDX-License-Identifier: Apache-2.0
#include "extract/open/confidence.hpp"

#include <algorithm>
#include <cmath>
#include <string>

#include "core/words.hpp"

namespace entente::open {
namespace {

std::string_view name(ArgumentKind kind) {
    static constexpr std::string_view names[] = {"object", "indirect", "complement", "content", "oblique", "adverbial", "adverb"};
    return names[static_cast<std::size_t>(kind)];
}

/// Lengths in steps that double.
std::string_view size_of(std::size_t n) {
    return n == 0 ? "0" : n == 1 ? "1" : n <= 3 ? "2-3" : n <= 6 ? "4-6" : n <= 12 ? "7-12" : n <= 24 ? "13-24" : "25+";
}

bool is_contiguous(const Words& words) {
    for (std::size_t i = 1; i < words.size(); ++i)
        if (words[i] != words[i - 1] + 1) return false;
    return true;
}

bool has_clause(const Tree& tree, const Words& words) {
    return std::ranges::any_of(words, [&](int w) { return is_one_of(tree[w].xpos, {"VBD", "VBZ", "VBP", "MD"}); });
}

}  // namespace

void features(const Tree& tree, const OpenTriple& triple, const std::function<void(std::string_view)>& take) {
    const OpenClause& clause = *triple.clause;
    const Token& predicate = tree[clause.predicate];
    const std::string rule(open::name(clause.rule));
    const auto say = [&](std::string_view group, std::string_view value) { take(std::string(group) + "=" + std::string(value)); };
    const auto flag = [&](bool holds, std::string_view what) {
        if (holds) take(what);
    };
    take("bias");
    say("rule", rule);
    say("object", name(triple.object.kind));
    say("arguments", size_of(triple.args.size()));
    say("predicate", predicate.relation());
    say("form", predicate.xpos);
    say("subject-tag", entente::name(tree[triple.subject.head].upos));
    say("object-tag", entente::name(tree[triple.object.head].upos));
    say("subject-size", size_of(triple.subject.words.size()));
    say("relation-size", size_of(triple.relation.size()));
    say("object-size", size_of(triple.object.words.size()));
    say("sentence-size", size_of(static_cast<std::size_t>(tree.size())));
    if (!triple.relation.empty()) say("last", entente::name(tree[triple.relation.back()].upos));
    flag(triple.further, "further");
    flag(triple.further && triple.object.kind == ArgumentKind::oblique, "further oblique");
    flag(clause.negated, "negated");
    flag(clause.subject > clause.predicate, "subject behind");
    flag(triple.object.head < clause.predicate, "object in front");
    flag(!is_contiguous(triple.relation), "relation apart");
    flag(!is_contiguous(triple.subject.words), "subject apart");
    flag(!is_contiguous(triple.object.words), "object apart");
    flag(has_clause(tree, triple.subject.words), "clause in subject");
    flag(has_clause(tree, triple.object.words), "clause in object");
    flag(tree.has(clause.subject, "conj"), "subject conjoined");
    flag(tree.has(triple.object.head, "conj"), "object conjoined");
    flag(tree.has(clause.predicate, "aux"), "auxiliary");
    flag(tree.has(clause.predicate, "mark"), "mark");
    flag(tree.has(clause.predicate, "expl"), "expletive");
    flag(std::abs(clause.subject - clause.predicate) > 12, "subject far");
}

void weigh(const Tree& tree, View view, std::vector<OpenTriple>& triples) {
    const auto table = feature_weights();
    const auto weight = [&](std::string_view feature) {
        const auto row = std::ranges::lower_bound(table, feature, {}, &FeatureWeight::name);
        if (row == table.end() || row->name != feature) return 0.0;
        return view == View::full ? row->full : row->graph;
    };
    const double least = view == View::full ? -0.708 : -1.099;  // log odds of 0.33 and 0.25
    const auto is_doubtful = [&](OpenTriple& t) {
        double sum = 0;
        features(tree, t, [&](std::string_view feature) { sum += weight(feature); });
        t.confidence = std::clamp(1 / (1 + std::exp(-sum)), 0.01, 0.99);
        return sum < least;
    };
    std::erase_if(triples, is_doubtful);
}

}  // namespace entente::open
