// SPDX-License-Identifier: Apache-2.0
#include "extract/open/open.hpp"

#include <algorithm>

#include "core/words.hpp"
#include "extract/actors/resolver.hpp"
#include "extract/open/confidence.hpp"
#include "extract/open/stance.hpp"

namespace entente {
namespace {

using open::OpenTriple;
using open::Slot;
using open::Words;

/// One sentence's step from words to triples.
class Quoter {
public:
    Quoter(const Reading& reading, const Tree& tree, const Resolver& resolver, std::uint32_t index)
        : reading_(reading), tree_(tree), resolver_(resolver), index_(index) {}

    [[nodiscard]] Triple triple(const OpenTriple& open) const {
        const Document& doc = *reading_.document;
        Triple t;
        t.doc = doc.id;
        t.source = doc.source;
        t.published = doc.published;
        if (doc.published) t.date = doc.published->date();
        const Span span = reading_.map->to_original(tree_.sentence().span);
        t.sentence = {index_, span, std::string(span.of(doc.text))};
        t.subject = mention(open.subject);
        t.relation = relation(open);
        t.object = mention(open.object);
        for (const Slot& s : open.args) t.args.push_back(argument(s));
        t.polarity = open.clause->negated ? Polarity::negated : Polarity::affirmed;
        t.status = open::status_of(tree_, *open.clause);
        t.attribution = attribution(*open.clause);
        t.confidence = open.confidence;
        t.rule = "open:" + std::string(name(open.clause->rule));
        set_id(t);
        return t;
    }

private:
    [[nodiscard]] Span original(int first, int last) const { return reading_.map->to_original(tree_.span({first, last})); }

    [[nodiscard]] Span span(const Words& words) const {
        return words.empty() ? Span{} : original(words.front(), words.back());
    }

    /// The words as they stand; a blank between those that are no neighbours.
    [[nodiscard]] std::string text(const Words& words) const {
        std::string out;
        for (std::size_t i = 0; i < words.size();) {
            std::size_t last = i;
            while (last + 1 < words.size() && words[last + 1] == words[last] + 1) ++last;
            if (!out.empty()) out += ' ';
            out += original(words[i], words[last]).of(reading_.document->text);
            i = last + 1;
        }
        return out;
    }

    [[nodiscard]] Mention mention(const Slot& slot) const {
        Mention m{text(slot.words), span(slot.words), "", "", Kind::other, "", ""};
        if (const auto actor = slot.head >= 0 ? resolver_.resolve(slot.head) : std::nullopt) {
            m.id = actor->id;
            m.label = actor->label;
            m.kind = actor->kind;
            m.country = actor->country;
            m.role = actor->role;
        } else {
            m.id = slug(m.text);
            m.label = m.text;
        }
        return m;
    }

    [[nodiscard]] Relation relation(const OpenTriple& open) const {
        std::string words(open.inferred);
        if (const std::string own = text(open.relation); !own.empty()) words += (words.empty() ? "" : " ") + own;
        const Words relation = open::united(open.relation, {});
        return {words, tree_[open.clause->predicate].lemma, relation.empty() ? original(open.clause->predicate, open.clause->predicate) : span(relation), std::nullopt, "", 0};
    }

    [[nodiscard]] std::optional<Attribution> attribution(const open::OpenClause& clause) const {
        const open::Speaker speaker = open::speaker_of(tree_, clause);
        if (speaker.word < 0) return std::nullopt;
        const auto actor = resolver_.resolve(speaker.word);
        const std::string& verb = tree_[speaker.verb].lemma;
        return Attribution{text(open::noun_phrase(tree_, speaker.word, {.clauses = false})), actor ? actor->id : "",
                           actor ? actor->label : "", verb == "according" ? "accord" : verb};
    }

    [[nodiscard]] Argument argument(const Slot& slot) const {
        const auto actor = resolver_.resolve(slot.head);
        std::string role = slot.lead.empty() ? "object" : ascii_lower(tree_[slot.lead.front()].form);
        return {role, text(slot.words), span(slot.words), actor ? actor->id : ""};
    }

    const Reading& reading_;
    const Tree& tree_;
    const Resolver& resolver_;
    std::uint32_t index_;
};

}  // namespace

void relate_openly(const ActorTable& actors, const Reading& reading, const Sentence& sentence, std::uint32_t index,
                   open::View view, DocumentContext& context, std::vector<Triple>& out) {
    const Tree tree(sentence);
    const auto& published = reading.document->published;
    Resolver resolver(actors, context, tree, published ? published->local_date() : k_no_day, index);
    const Quoter quoter(reading, tree, resolver, index);
    const std::vector<open::OpenClause> clauses = open::clauses(tree);
    std::vector<OpenTriple> triples = open::print(tree, clauses, view);
    weigh(tree, view, triples);
    for (const OpenTriple& t : triples) out.push_back(quoter.triple(t));
    resolver.remember();
}

}  // namespace entente
