// SPDX-License-Identifier: Apache-2.0
#include "extract/relate/relate.hpp"

#include <algorithm>
#include <iterator>

#include "core/words.hpp"
#include "extract/actors/resolver.hpp"
#include "extract/relate/coder.hpp"
#include "extract/relate/mend.hpp"
#include "extract/relate/standing.hpp"
#include "extract/relate/voices.hpp"
#include "extract/time/time.hpp"

namespace entente {
namespace {

/// One sentence's step from events to triples.
class Writer {
public:
    Writer(const RelationTables& tables, const Reading& reading, const Tree& tree, const Resolver& resolver, const Quotation& quotation, std::uint32_t index)
        : tables_(tables), reading_(reading), tree_(tree), resolver_(resolver),
          voices_(*tables.lexicon, *tables.actors, tree, resolver), quotation_(quotation), index_(index) {}

    /// Who speaks in this sentence's quotations, where the sentence says so.
    [[nodiscard]] std::optional<Speaker> speaker() const {
        const auto voices = voices_.of_quotation([&](int w) { return quotation_.quoted(w); });
        if (voices.empty()) return std::nullopt;
        return Speaker{*attributed(voices), actor_of(voices.front().word)};
    }

    /// The official, person or body that the sentence is about.
    [[nodiscard]] std::optional<Speaker> subject() const {
        for (int w = 0; w < tree_.size(); ++w) {
            if (tree_.head(w) >= 0) continue;
            const int who = tree_.child(w, "nsubj");
            const auto actor = who < 0 || quotation_.quoted(who) ? std::nullopt : actor_of(who);
            if (actor && (actor->is_person() || actor->role == "GOV" || actor->role == "MIL")) return Speaker{*attributed({{who, tree_[w].lemma}}), actor};
        }
        return std::nullopt;
    }

    [[nodiscard]] Triple triple(const Event& event) const {
        const Document& doc = *reading_.document;
        Triple t;
        t.doc = doc.id;
        t.source = doc.source;
        t.published = doc.published;
        t.date = date(event);
        const Span span = reading_.map->to_original(tree_.sentence().span);
        t.sentence = {index_, span, std::string(span.of(doc.text))};
        t.subject = mention(event.source);
        t.object = mention(event.target);
        t.relation = relation(event);
        t.args = args(event);
        t.polarity = event.polarity;
        t.status = event.status;
        t.attribution = attribution(event.predicate);
        t.symmetric = event.symmetric;
        t.confidence = std::clamp(event.confidence, 0.01, 0.99);
        t.rule = event.rule;
        set_id(t);
        return t;
    }

private:
    [[nodiscard]] Span original(Tree::Range range) const { return reading_.map->to_original(tree_.span(range)); }

    [[nodiscard]] Mention mention(const Participant& party) const {
        const Span span = original(tree_.phrase(party.word));
        const ActorRef& a = party.actor;
        return {std::string(span.of(reading_.document->text)), span, a.id, a.label, a.kind, a.country, a.role};
    }

    /// The words of the phrase, with the "no" or "neither" that denies it from an argument: "sent no troops to".
    [[nodiscard]] std::vector<int> phrase(const Event& event) const {
        const auto denies = [](const Token& t) { return denies_noun(t) || is_one_of(t.lemma, {"not", "n't", "never", "nor"}); };
        std::vector<int> words = event.words;
        if (event.polarity == Polarity::affirmed || std::ranges::any_of(words, [&](int w) { return denies(tree_[w]); })) return words;
        for (int w = 0; w < tree_.size(); ++w) {
            const int holder = tree_.head(w);
            if (denies(tree_[w]) && holder >= 0 && (holder == event.predicate || tree_.head(holder) == event.predicate)) {
                words.insert(std::ranges::upper_bound(words, w), w);
                break;
            }
        }
        return words;
    }

    [[nodiscard]] Relation relation(const Event& event) const {
        const std::vector<int> words = phrase(event);
        std::string text;
        for (const int w : words) {
            if (!text.empty()) text += ' ';
            text += tree_[w].form;
        }
        return {text, event.lemma, original({words.front(), words.back()}), event.type, event.cameo,
                tables_.cameo->value(event.cameo)};
    }

    /// "in spite of", "in response to": nowhere.
    [[nodiscard]] bool of_manner(int word) const {
        const std::string lemma = ascii_lower(tree_[word].lemma);
        return tables_.lexicon->listed("manner", lemma) || tables_.lexicon->listed("answer", lemma);
    }

    [[nodiscard]] std::vector<Argument> args(const Event& event) const {
        std::vector<Argument> out;
        for (const Oblique& o : event.further) {
            const auto is = [&](const char* list) { return tables_.lexicon->listed(list, o.preposition); };
            const Span span = original(tree_.phrase(o.word));
            const auto actor = resolver_.resolve(o.word);
            const std::string role = is("topic") ? "topic" : is("place") && !of_manner(o.word) ? "place" : o.preposition.empty() ? "time" : std::string(o.preposition);
            out.push_back({role, std::string(span.of(reading_.document->text)), span, actor ? actor->id : ""});
            if (!actor && (is("topic") || o.preposition == "with"))
                for (Argument& topic : topics_in(o.word, event)) out.push_back(std::move(topic));
        }
        return out;
    }

    /// Who else is named in a phrase: "comply with their pledge of not permitting groups such as Boko Haram".
    [[nodiscard]] std::vector<Argument> topics_in(int phrase, const Event& event) const {
        std::vector<Argument> out;
        for (int w = 0; w < tree_.size(); ++w) {
            if (w == phrase || !tree_.below(w, phrase) || !tree_.is_noun(w) || tree_.is(w, "flat") || tree_.is(w, "appos")) continue;
            const auto actor = resolver_.resolve(w);
            const bool party = actor && is_one_of(actor->how, {"name", "alias", "acronym"}) && actor->kind != Kind::place && actor->kind != Kind::people;
            if (!party || actor->id == event.source.actor.id || actor->id == event.target.actor.id) continue;
            const auto above = resolver_.resolve(tree_.head(w));
            if (above && above->id == actor->id) continue;
            if (std::ranges::any_of(out, [&](const Argument& a) { return a.id == actor->id; })) continue;
            const Span span = original(tree_.phrase(w));
            out.push_back({"topic", std::string(span.of(reading_.document->text)), span, actor->id});
        }
        return out;
    }

    /// Whether words in these bytes say when the predicate happened: they hang on it ("met on Monday"), and are no part
    /// of a name ("the 2020 Olympics").
    [[nodiscard]] bool dates(Span bytes, int predicate) const {
        for (int w = 0; w < tree_.size(); ++w) {
            const Span word = tree_[w].span;
            const bool adverbial = tree_.is(w, "obl") || tree_.is(w, "advmod") || tree_.is(w, "nmod");
            if (bytes.contains(word) && tree_.head(w) == predicate && adverbial) return true;
        }
        return false;
    }

    [[nodiscard]] std::optional<Date> date(const Event& event) const {
        const auto& published = reading_.document->published;
        const auto day = published ? std::optional(published->local_date()) : std::nullopt;
        const Span sentence = tree_.sentence().span;
        for (const auto& e : time::find_times(sentence.of(reading_.text), day, event.status != Status::actual))
            if (dates({sentence.begin + e.span.begin, sentence.begin + e.span.end}, event.predicate)) return e.begin;
        return published ? std::optional(published->date()) : std::nullopt;  // as `published` says it, in UTC
    }

    /// "He" may be an official whom no name tells: "the minister was angry. "…," he said".
    [[nodiscard]] std::optional<ActorRef> actor_of(int speaker) const {
        auto actor = resolver_.resolve(speaker);
        const auto& before = reading_.speech->speaker ? reading_.speech->speaker : reading_.speech->before;
        if (!actor && before && is_one_of(ascii_lower(tree_[speaker].form), {"he", "she"})) actor = before->actor;
        return actor;
    }

    [[nodiscard]] std::optional<Attribution> attributed(const std::vector<Voice>& voices) const {
        std::optional<Attribution> out;
        for (const Voice& v : voices) {
            const auto actor = actor_of(v.word);
            Attribution one{std::string(original(tree_.phrase(v.word)).of(reading_.document->text)), actor ? actor->id : "", actor ? actor->label : "", v.verb};
            if (out) out->via.push_back(std::move(one));
            else out = std::move(one);
        }
        return out;
    }

    [[nodiscard]] std::optional<Attribution> attribution(int predicate) const {
        auto said = attributed(voices_.of(predicate));
        if (said || !quotation_.quoted(predicate)) return said;
        for (int w = tree_.head(predicate); w >= 0; w = tree_.head(w))  // "agreed to "make the most" of it": a mere wording
            if (tree_[w].upos == Upos::VERB && !quotation_.quoted(w)) return std::nullopt;
        const auto& speaker = reading_.speech->speaker;
        return speaker ? std::optional(speaker->said) : std::nullopt;
    }

    const RelationTables& tables_;
    const Reading& reading_;
    const Tree& tree_;
    const Resolver& resolver_;
    Voices voices_;
    const Quotation& quotation_;
    std::uint32_t index_;
};

/// The quotation that a sentence has or goes on with; "we" in it is whoever spoke last.
Quotation quotation_of(const Tree& tree, const Reading& reading, DocumentContext& context) {
    Speech& speech = *reading.speech;
    const bool open = goes_on(speech, tree, reading.text);
    Quotation quotation(tree, open);
    if (!open) speech.waiting.clear();
    if (!quotation.any()) speech.speaker.reset();
    else if (!speech.speaker && quotation.whole() && !open) speech.speaker = speech.before;
    context.speaker = speech.speaker ? speech.speaker->actor : std::nullopt;
    return quotation;
}

/// The speaker of a quotation is named: also of what it has told before.
void tell(Speech& speech, Speaker speaker, std::vector<Triple>& out) {
    for (const std::size_t i : speech.waiting) {
        out[i].attribution = speaker.said;
        set_id(out[i]);
    }
    speech.waiting.clear();
    speech.speaker = std::move(speaker);
}

}  // namespace

void relate(const RelationTables& tables, const Reading& reading, const Sentence& sentence, std::uint32_t index,
            DocumentContext& context, std::vector<Triple>& out) {
    Sentence mended = sentence;
    mend(mended, *tables.lexicon);
    const Tree tree(mended);
    Speech& speech = *reading.speech;
    const Quotation quotation = quotation_of(tree, reading, context);
    const auto& published = reading.document->published;
    Resolver resolver(*tables.actors, context, tree, published ? published->local_date() : k_no_day, index);
    const Writer writer(tables, reading, tree, resolver, quotation, index);
    if (quotation.any())
        if (auto speaker = writer.speaker()) tell(speech, std::move(*speaker), out);
    if (reading.explain) reading.explain->tree(tree, resolver);
    auto events = Coder(*tables.lexicon, *tables.actors, tables.similar, tree, resolver, index == 0, reading.explain).code();
    std::ranges::move(standing_relations(tree, resolver, *tables.lexicon), std::back_inserter(events));
    for (const Event& event : events) {
        out.push_back(writer.triple(event));
        if (is_deed(event)) context.deed(event.source.actor, index);
        if (quotation.open() && quotation.quoted(event.predicate) && !out.back().attribution) speech.waiting.push_back(out.size() - 1);
        if (reading.explain) reading.explain->event(tree, event, out.back().attribution);
    }
    speech.open = quotation.open();
    speech.end = sentence.span.end;
    if (!speech.open) speech.waiting.clear();
    if (!quotation.whole()) speech.before = writer.subject();
    resolver.remember();
}

}  // namespace entente
