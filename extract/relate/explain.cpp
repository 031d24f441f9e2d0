// SPDX-License-Identifier: Apache-2.0
#include "extract/relate/explain.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

namespace entente {
namespace {

std::string phrase(const Tree& tree, int word) {
    const auto range = tree.phrase(word);
    std::string out;
    for (int w = range.first; w <= range.last; ++w) (out += out.empty() ? "" : " ") += tree[w].form;
    return out;
}

std::string phrases(const Tree& tree, const std::vector<int>& words) {
    std::vector<std::string> out;
    for (const int w : words) out.push_back(fmt::format("[{}]", phrase(tree, w)));
    return fmt::format("{}", fmt::join(out, " "));
}

}  // namespace

void Explanation::tree(const Tree& tree, const Resolver& resolver) {
    for (int w = 0; w < tree.size(); ++w) {
        const Token& t = tree[w];
        const auto actor = tree.is_noun(w) ? resolver.resolve(w) : std::nullopt;
        note(fmt::format("{:>4}  {:<18} {:<18} {:<6} {:<5} {:>4}  {:<12}{}", w + 1, t.form, t.lemma, name(t.upos), t.xpos, t.head + 1,
                         t.deprel, actor ? fmt::format(" = {} ({})", actor->id, actor->how) : ""));
    }
}

void Explanation::clause(const Tree& tree, const Clause& clause) {
    std::string line = fmt::format("clause \"{}\"{}{}", clause.lemma, clause.passive ? ", passive" : "", clause.negated ? ", negated" : "");
    const auto add = [&](std::string_view role, const std::vector<int>& words) {
        if (!words.empty()) line += fmt::format("  {}: {}", role, phrases(tree, words));
    };
    add("subject", clause.subjects);
    add("object", clause.objects);
    add("indirect", clause.indirect);
    for (const Oblique& o : clause.obliques) line += fmt::format("  {}: [{}]", o.preposition.empty() ? "-" : o.preposition, phrase(tree, o.word));
    note(line);
}

void Explanation::event(const Tree& tree, const Event& event, const std::optional<Attribution>& said) {
    note(fmt::format("  = {} [{}] {} {} {} [{}]  {} {} {:.2f} by rule {}", event.source.actor.id, phrase(tree, event.source.word),
                     event.type ? name(*event.type) : "-", event.cameo, event.target.actor.id, phrase(tree, event.target.word),
                     name(event.polarity), name(event.status), event.confidence, event.rule));
    if (!said) return;
    std::string line = fmt::format("    says [{}] ({})", said->text, said->verb);
    for (const Attribution& a : said->via) line += fmt::format(", via [{}] ({})", a.text, a.verb);
    note(line);
}

}  // namespace entente
