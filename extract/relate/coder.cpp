// SPDX-License-Identifier: Apache-2.0
#include "extract/relate/coder.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace entente {
namespace {

constexpr double k_sure = 0.9;      ///< a row that asks for this object noun
constexpr double k_general = 0.8;   ///< a row for the verb alone
constexpr double k_nominal = 0.65;  ///< an event that a noun states in passing

std::string lower(std::string text) {
    for (char& c : text)
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c + 32);
    return text;
}

bool has_infinitive(const Tree& tree, int verb) {
    return std::ranges::any_of(tree.children(verb), [&](int c) { return tree.is(c, "xcomp") && tree[c].xpos == "VB"; });
}

bool same_actor(const ActorRef& a, const ActorRef& b) { return a.id == b.id; }

/// Operators whose event is between who speaks and who is addressed.
bool addresses(std::string_view op) {
    return op == "appeal" || op == "urge" || op == "demand" || op == "order" || op == "allow" || op == "forbid" ||
           op == "warn";
}

/// "will not", "did not offer to" are acts of their own; other negated operators just negate.
std::string_view effective(const Operator& op) {
    if (!op.negated) return op.operation;
    if (op.operation == "intend" || op.operation == "offer" || op.operation == "promise") return "not-intend";
    return op.operation == "allow" ? std::string_view("not-allow") : op.operation;
}

/// Operators that leave the act as it is and are an event of their own besides.
bool leaves_act(std::string_view op) { return op == "say" || op == "accuse" || op == "praise"; }

}  // namespace

std::vector<std::string> noun_phrases(const Tree& tree, int noun) {
    std::vector<std::string> out{lower(tree[noun].lemma)};
    for (int w = noun - 1; w >= 0 && w >= noun - 2; --w) {
        if (tree.head(w) != noun || (!tree.is(w, "compound") && !tree.is(w, "amod"))) break;
        out.push_back(fmt::format("{} {}", lower(tree[w].lemma), out.back()));
    }
    std::ranges::reverse(out);
    return out;
}

bool Coder::noun_fits(int noun, const std::string& wanted) const {
    const auto phrases = noun_phrases(tree_, noun);
    if (wanted.front() != '@') return std::ranges::find(phrases, wanted) != phrases.end();
    const std::string cls = wanted.substr(1);
    for (const std::string& phrase : phrases)
        if (lexicon_.in_class(phrase, cls)) return true;
    return false;
}

int Coder::matching_noun(const Clause& clause, const VerbEntry& row, int& specificity) const {
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

std::optional<Coder::Reading> Coder::try_row(const Clause& clause, const VerbEntry& row, int noun) const {
    if (!row.meaning.type) return std::nullopt;
    Reading reading{row.meaning, {}, noun, {}, noun >= 0 ? k_sure : k_general, noun >= 0 ? "verb-noun" : "verb"};
    for (const std::string& slot : row.targets) {
        reading.targets = slots_.of_verb(clause, slot, noun);
        if (reading.targets.empty()) continue;
        const bool structural = slot == "obj" || slot == "iobj" || slot == "xsubj" || slot == "mod";
        reading.preposition = structural ? "" : slot;
        if (slot == "mod" || slot == "in") reading.confidence *= 0.85;
        return reading;
    }
    // "Putin and Xi agreed": the partners are the subjects.
    if (row.meaning.symmetric && clause.subjects.size() > 1) return reading;
    return std::nullopt;
}

std::optional<Clause> Coder::with_following_particle(const Clause& clause) const {
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

std::optional<Coder::Reading> Coder::read_verb(const Clause& clause) const {
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
        if (auto reading = try_row(clause, *c.row, c.noun)) return reading;
    // "handed over vaccines", where the parser took "over" for a preposition.
    const auto other = with_following_particle(clause);
    return other ? read_verb(*other) : std::nullopt;
}

std::optional<Coder::Reading> Coder::read_copula(const Clause& clause) const {
    const std::string lemma = lower(tree_[clause.predicate].lemma);
    const auto* adjective = lexicon_.adjective(lemma);
    const auto* noun = adjective ? nullptr : lexicon_.noun(lemma);
    if (!adjective && !noun) return std::nullopt;
    Reading reading{adjective ? adjective->meaning : noun->meaning, {}, -1, {}, 0.7, "copula"};
    if (!reading.meaning.type) return std::nullopt;
    for (const std::string& slot : adjective ? adjective->targets : noun->targets) {
        reading.targets = noun ? slots_.of_noun(clause.predicate, slot) : slots_.of_verb(clause, slot, -1);
        if (reading.targets.empty()) continue;
        reading.preposition = slot;
        return reading;
    }
    return std::nullopt;
}

/// "said that insurgents must comply": whatever it is that must be done, the speaker asks for it.
std::optional<Coder::Reading> Coder::read_obligation(const std::vector<Operator>& operators) const {
    if (operators.empty() || operators.front().operation != "demand" || !tree_.is(operators.front().word, "aux")) return std::nullopt;
    Reading reading;
    reading.meaning.type = Type::REQUEST;
    reading.meaning.cameo = cameo_root(Type::REQUEST);
    reading.confidence = 0.7;
    reading.rule = "obligation";
    return reading;
}

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
            shape.status = Status::requested;  // "was forced to withdraw": nobody is named who asked
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

int Coder::named_object(const Clause& clause, const Reading& reading) const {
    if (reading.noun >= 0 || clause.objects.empty() || clause.passive) return reading.noun;
    const int object = clause.objects.front();
    const bool is_party = std::ranges::any_of(reading.targets, [&](const Participant& p) { return p.word == object; });
    return is_party || object < clause.predicate ? -1 : object;
}

std::vector<int> Coder::relation_words(const Clause& clause, const Reading& reading,
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
    if (const int object = named_object(clause, reading); object >= 0) {
        words.push_back(object);
        for (const int c : tree_.children(object))
            if ((tree_.is(c, "amod") || tree_.is(c, "compound")) && c > clause.predicate) words.push_back(c);
    }
    if (!reading.preposition.empty() && !reading.targets.empty())
        if (const int mark = tree_.child(tree_.first_conjunct(reading.targets.front().word), "case"); mark > clause.predicate)
            words.push_back(mark);
    std::ranges::sort(words);
    const auto [first, last] = std::ranges::unique(words);
    words.erase(first, last);
    return words;
}

void Coder::code_clause(int predicate) {
    const Clause clause = clause_of(tree_, predicate);
    auto reading = tree_[predicate].upos == Upos::VERB ? read_verb(clause) : read_copula(clause);
    const auto operators = operators_over(tree_, lexicon_, predicate);
    if (!reading) reading = read_obligation(operators);
    if (!reading) return;
    std::vector<Participant> sources = sources_of(clause);
    std::vector<Participant> targets = reading->targets;
    // "received aid from": the giver acts. But who refuses or plans to receive it acts himself.
    const bool wilful = std::ranges::any_of(operators, [](const Operator& o) { return !leaves_act(o.operation) && o.operation != "able"; });
    if (reading->meaning.inverted && !wilful) std::swap(sources, targets);
    if (reading->meaning.speaker) {
        targets = sources;
        sources = speakers(predicate);
    }
    Event shape;
    shape.predicate = predicate;
    shape.words = relation_words(clause, *reading, operators);
    shape.further = clause.obliques;
    std::erase_if(shape.further, [&](const Oblique& o) { return o.word == reading->noun; });
    const int object = named_object(clause, *reading);
    shape.lemma = clause.lemma + (object >= 0 ? " " + lower(tree_[object].lemma) : "");
    shape.type = reading->meaning.type;
    shape.cameo = reading->meaning.cameo;
    shape.symmetric = reading->meaning.symmetric;
    if (shape.type == Type::REQUEST) shape.status = Status::requested;
    const bool will_not = std::ranges::any_of(operators, [&](const Operator& o) { return o.negated && tree_.is(o.word, "aux"); });
    shape.polarity = clause.negated && !will_not ? Polarity::negated : Polarity::affirmed;
    shape.confidence = reading->confidence;
    shape.rule = reading->rule;
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
    // "raised it in a call with Lavrov": the caller is the subject of the clause.
    if (sources.empty() && !targets.empty() && entry->meaning.symmetric && (tree_.is(noun, "obl") || tree_.is(noun, "obj")))
        sources = slots_.actors(clause_of(tree_, tree_.head(noun)).subjects);
    if (sources.empty() || (targets.empty() && !entry->meaning.symmetric)) return;
    Event shape;
    shape.predicate = noun;
    shape.words = {noun};
    shape.lemma = lower(tree_[noun].lemma);
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
