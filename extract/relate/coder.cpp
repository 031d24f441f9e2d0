// SPDX-License-Identifier: Apache-2.0
#include "extract/relate/coder.hpp"

#include <algorithm>

#include "core/words.hpp"

namespace entente {
namespace {

constexpr double k_nominal = 0.65;  ///< an event that a noun states in passing

bool same_actor(const ActorRef& a, const ActorRef& b) { return a.id == b.id; }

/// Operators whose event is between who speaks and who is addressed.
bool addresses(std::string_view op) {
    return is_one_of(op, {"appeal", "urge", "demand", "order", "allow", "forbid", "warn"});
}

/// "will not", "did not offer to" are acts of their own; other negated operators just negate.
std::string_view effective(const Operator& op) {
    if (!op.negated) return op.operation;
    if (op.operation == "intend" || op.operation == "offer" || op.operation == "promise") return "not-intend";
    return op.operation == "allow" ? std::string_view("not-allow") : op.operation;
}

/// Operators that leave the act as it is and are an event of their own besides.
bool leaves_act(std::string_view op) { return is_one_of(op, {"say", "accuse", "praise"}); }

}  // namespace

std::vector<Participant> Coder::sources_of(const Clause& clause) const {
    auto sources = slots_.actors(clause.subjects);
    if (!sources.empty() || !clause.subjects.empty()) return sources;
    // "Ten were killed in an Israeli raid": the event noun's owner acts.
    for (const Oblique& o : clause.obliques) {
        if (o.preposition != "in" && o.preposition != "by" && o.preposition != "during" && o.preposition != "after") continue;
        for (const std::string& phrase : noun_phrases(tree_, o.word))
            if (const NounEntry* noun = lexicon_.noun(phrase); noun && noun->meaning.type && quad(*noun->meaning.type) == 4)
                for (const std::string& slot : noun->sources)
                    if (auto found = slots_.of_noun(o.word, slot); !found.empty()) return found;
    }
    return {};
}

std::vector<Participant> Coder::speakers(int predicate) const {
    const int verb = reporting_verb(tree_, lexicon_, predicate);
    return verb < 0 ? std::vector<Participant>{} : slots_.actors(clause_of(tree_, verb).subjects);
}

bool Coder::request(const Operator& op, std::vector<Participant>& sources, std::vector<Participant>& targets,
                    const Clause& clause) const {
    // Who is addressed: the operator's object, else who is to act.
    const bool auxiliary = tree_.is(op.word, "aux");
    const Clause outer = clause_of(tree_, op.word);
    auto addressed = auxiliary ? std::vector<Participant>{} : slots_.actors(outer.objects);
    if (addressed.empty()) {
        for (const char* slot : {"to", "on", "with", "from"})
            if (addressed.empty() && !auxiliary) addressed = slots_.of_verb(outer, slot, -1);
    }
    if (addressed.empty()) addressed = slots_.actors(clause.passive ? clause.objects : clause.subjects);
    sources = auxiliary ? speakers(clause.predicate) : slots_.actors(outer.subjects);
    if (sources.empty()) return false;
    if (addressed.empty() || (addressed.size() == 1 && same_actor(addressed.front().actor, sources.front().actor)))
        addressed = targets;
    targets = std::move(addressed);
    return !targets.empty();
}

bool Coder::compose(const std::vector<Operator>& operators, Event& shape, std::vector<Participant>& sources,
                    std::vector<Participant>& targets, const Clause& clause) const {
    for (const Operator& op : operators) {
        if (leaves_act(op.operation)) {
            if (op.operation != "say") shape.confidence *= 0.8;
            return true;
        }
        const auto composition = lexicon_.compose(effective(op), *shape.type);
        if (!composition) continue;
        if (addresses(op.operation) && !tree_.is(op.word, "aux") && clause_of(tree_, op.word).passive &&
            clause_of(tree_, op.word).subjects.empty()) {
            shape.status = Status::requested;  // "was told to leave": nobody is named who asked
            continue;
        }
        if (!composition->keep) {
            shape.type = composition->type;
            shape.cameo = composition->cameo;
            if (!shape.type) return false;
            shape.symmetric &= *shape.type == Type::AGREE;
        }
        if (composition->status != Status::actual) shape.status = composition->status;
        if (composition->negates || (op.negated && effective(op) == op.operation)) shape.polarity = Polarity::negated;
        if (addresses(op.operation)) return request(op, sources, targets, clause);
    }
    return true;
}

int Coder::named_object(const Clause& clause, const Sense& sense) const {
    if (sense.noun >= 0 || clause.objects.empty() || clause.passive) return sense.noun;
    const int object = clause.objects.front();
    const bool is_party = std::ranges::any_of(sense.targets, [&](const Participant& p) { return p.word == object; });
    return is_party || object < clause.predicate ? -1 : object;
}

std::vector<int> Coder::relation_words(const Clause& clause, const Sense& sense,
                                       const std::vector<Operator>& operators) const {
    std::vector<int> words{clause.predicate};
    const auto verb_group = [&](int verb) {
        words.push_back(verb);
        for (const int c : tree_.children(verb))
            if (tree_.is(c, "aux") || tree_.is(c, "cop") || (tree_.is(c, "case") && tree_.has(verb, "cop")) || tree_.is(c, "compound:prt") ||
                (tree_.is(c, "advmod") && (tree_[c].lemma == "not" || tree_[c].lemma == "never")) ||
                (tree_.is(c, "mark") && tree_[c].lemma == "to"))
                words.push_back(c);
    };
    verb_group(clause.predicate);
    for (const Operator& op : operators)
        if (!leaves_act(op.operation) && !tree_.is(op.word, "aux")) verb_group(op.word);
    if (const int object = named_object(clause, sense); object >= 0) {
        words.push_back(object);
        for (const int c : tree_.children(object))
            if ((tree_.is(c, "amod") || tree_.is(c, "compound")) && c > clause.predicate) words.push_back(c);
    }
    if (!sense.preposition.empty() && !sense.targets.empty())
        if (const int mark = tree_.child(tree_.first_conjunct(sense.targets.front().word), "case"); mark > clause.predicate)
            words.push_back(mark);
    std::ranges::sort(words);
    const auto [first, last] = std::ranges::unique(words);
    words.erase(first, last);
    return words;
}

void Coder::code_clause(int predicate) {
    const Clause clause = clause_of(tree_, predicate);
    auto sense = senses_.of(clause);
    const auto operators = operators_over(tree_, lexicon_, predicate);
    if (!sense) sense = senses_.of_obligation(operators);
    if (!sense) return;
    std::vector<Participant> sources = sources_of(clause);
    std::vector<Participant> targets = sense->targets;
    // "received aid from": the giver acts. But who refuses or plans to receive it acts himself.
    const bool wilful = std::ranges::any_of(operators, [](const Operator& o) { return !leaves_act(o.operation) && o.operation != "able"; });
    if (sense->meaning.inverted && !wilful) std::swap(sources, targets);
    if (sense->meaning.speaker) {
        targets = sources;
        sources = speakers(predicate);
    }
    Event shape;
    shape.predicate = predicate;
    shape.words = relation_words(clause, *sense, operators);
    shape.further = clause.obliques;
    std::erase_if(shape.further, [&](const Oblique& o) { return o.word == sense->noun; });
    const int object = named_object(clause, *sense);
    shape.lemma = clause.lemma + (object >= 0 ? " " + ascii_lower(tree_[object].lemma) : "");
    shape.type = sense->meaning.type;
    shape.cameo = sense->meaning.cameo;
    shape.symmetric = sense->meaning.symmetric;
    if (shape.type == Type::REQUEST) shape.status = Status::requested;
    const bool will_not = std::ranges::any_of(operators, [&](const Operator& o) { return o.negated && tree_.is(o.word, "aux"); });
    shape.polarity = clause.negated && !will_not ? Polarity::negated : Polarity::affirmed;
    shape.confidence = sense->confidence;
    shape.rule = sense->rule;
    if (compose(operators, shape, sources, targets, clause)) emit(shape, sources, targets);
}

void Coder::code_noun(int noun) {
    const NounEntry* entry = nullptr;
    for (const std::string& phrase : noun_phrases(tree_, noun))
        if (!entry) entry = lexicon_.noun(phrase);
    if (!entry || !entry->meaning.type) return;
    std::vector<Participant> sources;
    std::vector<Participant> targets;
    std::string source_slot;
    for (const std::string& slot : entry->sources)
        if (sources.empty()) {
            sources = slots_.of_noun(noun, slot);
            source_slot = slot;
        }
    for (const std::string& slot : entry->targets)
        if (targets.empty() && (slot != source_slot || slot == "between")) targets = slots_.of_noun(noun, slot);
    // "settled it in talks with Chile": who talks is the subject of the clause.
    if (sources.empty() && !targets.empty() && entry->meaning.symmetric && (tree_.is(noun, "obl") || tree_.is(noun, "obj")))
        sources = slots_.actors(clause_of(tree_, tree_.head(noun)).subjects);
    if (sources.empty() || (targets.empty() && !entry->meaning.symmetric)) return;
    Event shape;
    shape.predicate = noun;
    shape.words = {noun};
    shape.lemma = ascii_lower(tree_[noun].lemma);
    shape.type = entry->meaning.type;
    shape.cameo = entry->meaning.cameo;
    shape.symmetric = entry->meaning.symmetric;
    shape.polarity = tree_.is_negated(noun) ? Polarity::negated : Polarity::affirmed;
    shape.confidence = k_nominal;
    shape.rule = "noun";
    if (entry->meaning.inverted) std::swap(sources, targets);
    emit(shape, sources, targets);
}

void Coder::emit(const Event& shape, const std::vector<Participant>& sources, const std::vector<Participant>& targets) {
    const auto put = [&](const Participant& source, const Participant& target) {
        if (same_actor(source.actor, target.actor) || source.word == target.word) return;
        // "the rulers" of whoever speaks: most likely not meant.
        const bool vague = source.actor.how == "definite" || target.actor.how == "definite";
        if (vague && !source.actor.country.empty() && source.actor.country == target.actor.country) return;
        Event event = shape;
        event.source = source;
        event.target = target;
        std::erase_if(event.further, [&](const Oblique& o) { return o.word == source.word || o.word == target.word; });
        std::erase_if(event.words, [&](int w) { return w == source.word || w == target.word; });
        if (event.words.empty()) event.words = shape.words;
        event.confidence *= source.actor.confidence * target.actor.confidence;
        add(std::move(event));
    };
    if (shape.symmetric && (targets.empty() || shape.rule == "noun"))
        for (std::size_t i = 0; i < sources.size(); ++i)
            for (std::size_t k = i + 1; k < sources.size(); ++k) put(sources[i], sources[k]);
    if (shape.symmetric && shape.rule == "noun" && sources.size() > 1) return;
    for (const Participant& t : targets) {
        // "A and B warned their citizens": each its own, not each other's.
        if (std::ranges::any_of(sources, [&](const Participant& s) { return same_actor(s.actor, t.actor); })) continue;
        for (const Participant& s : sources) put(s, t);
    }
}

void Coder::add(Event event) {
    for (Event& other : events_) {
        const bool same = same_actor(other.source.actor, event.source.actor) && same_actor(other.target.actor, event.target.actor);
        const bool mirrored = other.symmetric && event.symmetric && same_actor(other.source.actor, event.target.actor) &&
                              same_actor(other.target.actor, event.source.actor);
        if (other.type != event.type || other.polarity != event.polarity || (!same && !mirrored)) continue;
        if (event.confidence > other.confidence) other = std::move(event);
        return;
    }
    events_.push_back(std::move(event));
}

std::vector<Event> Coder::code() {
    for (int w = 0; w < tree_.size(); ++w) {
        if (is_predicate(tree_, w)) code_clause(w);
        else if (tree_[w].upos == Upos::NOUN || tree_[w].upos == Upos::PROPN) code_noun(w);
    }
    return std::move(events_);
}

}  // namespace entente
