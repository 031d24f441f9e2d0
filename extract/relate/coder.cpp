// SPDX-License-Identifier: Apache-2.0
#include "extract/relate/coder.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "core/words.hpp"

namespace entente {
namespace {

constexpr double k_nominal = 0.65;  ///< an event that a noun states in passing
constexpr double k_least = 0.18;    ///< what is less sure is more likely wrong than right
constexpr double k_guessed = 0.6;   ///< an end that no rule of grammar gives

std::vector<Participant> guessed(std::vector<Participant> found) {
    for (Participant& p : found) p.actor.confidence *= k_guessed;
    return found;
}

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

/// The actor that stands before a finite verb without a subject: a parser hangs "US" of "US suspends food supplies" on
/// the supplies. Nothing that follows a preposition, and nothing beyond another finite verb.
int Coder::noun_before(int predicate) const {
    if (!is_one_of(tree_[predicate].xpos, {"VBD", "VBZ", "VBP"}) && !tree_.has(predicate, "aux")) return -1;
    for (int w = predicate - 1; w >= 0; --w) {
        const Token& t = tree_[w];
        if (is_one_of(t.xpos, {"VBD", "VBZ", "VBP", "WDT", "WP", "CC", ":"})) return -1;
        if (t.upos != Upos::PROPN && t.upos != Upos::NOUN) continue;
        const int h = tree_.head(w);
        const bool inner = h >= 0 && h < predicate && (tree_.is(w, "compound") || tree_.is(w, "flat") || tree_.is(w, "nmod"));
        if (inner || tree_.has(w, "case") || tree_.is(w, "obl:unmarked")) continue;
        return w;
    }
    return -1;
}

/// Whoever acts in the event noun of a phrase: "were killed in an Israeli raid", "in an attack claimed by the Taliban".
std::vector<Participant> Coder::doers_of(int noun) const {
    for (const std::string& phrase : noun_phrases(tree_, noun)) {
        const NounEntry* entry = lexicon_.noun(phrase);
        if (!entry || !entry->meaning.type || quad(*entry->meaning.type) != 4) continue;
        for (const std::string& slot : entry->sources)
            if (auto found = slots_.of_noun(noun, slot); !found.empty()) return found;
        // "claimed responsibility for an attack": the claimant's.
        if (const int share = tree_.is(noun, "nmod") ? tree_.head(noun) : -1; share >= 0 && tree_[share].lemma == "responsibility")
            if (const int verb = tree_.head(share); verb >= 0 && lexicon_.listed("claim", tree_[verb].lemma))
                if (auto found = slots_.actors(clause_of(tree_, lexicon_, verb).subjects); !found.empty()) return found;
        for (const int c : tree_.children(noun)) {
            if (!tree_.is(c, "acl") || !lexicon_.listed("claim", tree_[c].lemma))
                continue;
            const Clause claim = clause_of(tree_, lexicon_, c);
            if (auto found = slots_.actors(claim.subjects); !found.empty()) return found;
            for (const Oblique& o : claim.obliques)
                if (o.preposition == "on" || o.preposition == "to")
                    if (auto found = slots_.actors({o.word}); !found.empty()) return found;
        }
    }
    return {};
}

std::vector<Participant> Coder::sources_of(const Clause& clause, const Sense& sense) const {
    std::vector<Participant> sources;
    for (const int subject : clause.subjects)  // "an attack claimed by the rebels killed ten"
        if (sources = doers_of(subject); !sources.empty()) return sources;
    sources = slots_.actors(clause.subjects);
    if (!sources.empty()) return sources;
    if (!clause.passive) {
        // "passed a resolution condemning Chad": who passed it.
        for (const int subject : clause.subjects)
            if (const int verb = tree_.head(subject); tree_.is(subject, "obj") && verb >= 0 && verb != clause.predicate)
                if (sources = slots_.actors(clause_of(tree_, lexicon_, verb).subjects); !sources.empty()) return sources;
        for (const int subject : clause.subjects)
            if (sources = slots_.inside(subject); !sources.empty()) return guessed(std::move(sources));
        if (const int before = clause.subjects.empty() ? noun_before(clause.predicate) : -1; before >= 0) {
            sources = guessed(slots_.actors({before}));
        }
        return sources;
    }
    for (const Oblique& o : clause.obliques)
        if (is_one_of(o.preposition, {"in", "by", "during", "after", "from"}))
            if (sources = doers_of(o.word); !sources.empty()) return sources;
    // "Russian arms sold to Chad": whose they were.
    const bool handed = sense.meaning.type == Type::AID || sense.meaning.type == Type::COOPERATE;
    if (handed && sense.noun >= 0 && clause.subjects.empty())
        if (auto owner = resolver_.owner(sense.noun)) return {{sense.noun, *owner}};
    // "was arrested in Chad", "expelled from Chad": most likely by the state that it happened in.
    const bool of_state = sense.meaning.type == Type::COERCE || sense.meaning.type == Type::SANCTION || sense.meaning.type == Type::RETREAT;
    if (!of_state || !clause.subjects.empty()) return {};
    for (const Oblique& o : clause.obliques) {
        if (o.preposition != "in" && (o.preposition != "from" || sense.meaning.type == Type::COERCE)) continue;
        auto place = resolver_.resolve(o.word);
        if (!place) place = resolver_.owner(o.word);
        if (!place || place->kind != Kind::country) continue;
        place->confidence *= k_guessed;
        return {{o.word, *place}};
    }
    return {};
}

std::vector<Participant> Coder::speakers(int predicate) const {
    const int verb = reporting_verb(tree_, lexicon_, predicate);
    return verb < 0 ? std::vector<Participant>{} : slots_.actors(clause_of(tree_, lexicon_, verb).subjects);
}

bool Coder::request(const Operator& op, Event& shape, Type base, std::vector<Participant>& sources,
                    std::vector<Participant>& targets, const Clause& clause) const {
    // Who is addressed: the operator's object, else who is to act.
    const bool auxiliary = tree_.is(op.word, "aux");
    const Clause outer = clause_of(tree_, lexicon_, op.word);
    const bool of_noun = tree_[clause.predicate].upos == Upos::NOUN && !tree_.has(clause.predicate, "cop");
    auto addressed = auxiliary || of_noun ? std::vector<Participant>{} : slots_.actors(outer.objects);
    sources = auxiliary ? speakers(clause.predicate) : slots_.actors(outer.subjects);
    const auto keep_others = [&] {  // "a request from Chad that Mali leave": Chad asks
        std::erase_if(addressed, [&](const Participant& a) { return std::ranges::any_of(sources, [&](const Participant& s) { return same_actor(a.actor, s.actor); }); });
    };
    for (const char* slot : {"to", "on", "with", "from", "for"})
        if (addressed.empty() && !auxiliary) {
            addressed = slots_.of_verb(outer, slot, -1);
            keep_others();
        }
    if (addressed.empty() && !of_noun) addressed = slots_.actors(clause.passive ? clause.objects : clause.subjects);
    if (sources.empty()) return false;
    // "ordered the men jailed": nothing is asked of the men; to order it is to do it.
    if (op.operation == "order" && clause.passive && !targets.empty() && !auxiliary) {
        shape.type = base;
        shape.cameo = cameo_root(base);
        shape.status = Status::actual;
        return true;
    }
    if (addressed.empty() || (addressed.size() == 1 && same_actor(addressed.front().actor, sources.front().actor))) {
        addressed = targets;
        // "called for sanctions on Chad" asks nothing of Chad; to order them is to impose them.
        const bool ordered = op.operation == "order";
        if (of_noun && (ordered || quad(base) == 4)) {
            shape.type = ordered ? base : Type::THREATEN;
            shape.cameo = cameo_root(*shape.type);
            shape.status = ordered ? Status::actual : Status::intended;
        }
    }
    targets = std::move(addressed);
    return !targets.empty();
}

bool Coder::compose(const std::vector<Operator>& operators, Event& shape, std::vector<Participant>& sources,
                    std::vector<Participant>& targets, const Clause& clause) const {
    bool requested = false;
    for (const Operator& op : operators) {
        if (leaves_act(op.operation)) {
            if (op.operation != "say") shape.confidence *= 0.8;
            return true;
        }
        if (requested && addresses(op.operation)) return true;
        const Type base = *shape.type;
        // "pledged not to help" is as good as "will not help".
        const bool pledged_not = shape.polarity == Polarity::negated && !op.negated && is_one_of(op.operation, {"intend", "offer", "promise"});
        const auto composition = lexicon_.compose(pledged_not ? "not-intend" : effective(op), base);
        if (!composition) continue;
        if (pledged_not) shape.polarity = Polarity::affirmed;
        if (addresses(op.operation) && !tree_.is(op.word, "aux") && clause_of(tree_, lexicon_, op.word).passive &&
            clause_of(tree_, lexicon_, op.word).subjects.empty()) {
            shape.status = Status::requested;  // "was told to leave": nobody is named who asked
            continue;
        }
        if (!composition->keep) {
            shape.type = composition->type;
            shape.cameo = composition->cameo;
            if (!shape.type) return false;
            shape.symmetric &= *shape.type == Type::AGREE;
        }
        if (composition->status != Status::actual || shape.type == Type::REJECT) shape.status = composition->status;
        if (composition->negates || (op.negated && effective(op) == op.operation)) shape.polarity = Polarity::negated;
        if (!addresses(op.operation)) continue;
        if (!request(op, shape, base, sources, targets, clause)) return false;
        requested = true;
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
    const Clause clause = clause_of(tree_, lexicon_, predicate);
    if (explain_) explain_->clause(tree_, clause);
    auto sense = senses_.of(clause);
    auto operators = operators_over(tree_, lexicon_, predicate);
    if (!sense) sense = senses_.of_obligation(operators);
    Status status = Status::actual;
    const bool will_not = std::ranges::any_of(operators, [&](const Operator& o) { return o.negated && tree_.is(o.word, "aux"); });
    if (!sense && !operators.empty()) {
        sense = senses_.of_unknown_act(clause, effective(operators.front()));
        if (sense) {
            status = lexicon_.compose_unknown(effective(operators.front()))->status;
            operators.erase(operators.begin());
        }
    }
    if (!sense) return;
    std::vector<Participant> sources = sources_of(clause, *sense);
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
    shape.status = shape.type == Type::REQUEST ? Status::requested : status;
    shape.polarity = clause.negated && !will_not ? Polarity::negated : Polarity::affirmed;
    shape.confidence = sense->confidence;
    shape.rule = sense->rule;
    // "does not recognise" is a stance; "did not recognise" only denies that it happened.
    const bool stands = std::ranges::any_of(tree_.children(predicate), [&](int c) {
        return tree_.is(c, "aux") && is_one_of(tree_[c].xpos, {"VBZ", "VBP"});
    });
    if (shape.polarity == Polarity::negated && stands)
        if (const auto refusal = lexicon_.compose("not", *shape.type)) {
            shape.type = refusal->type;
            shape.cameo = refusal->cameo;
            shape.polarity = Polarity::affirmed;
        }
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
    if (explain_) explain_->note(fmt::format("noun \"{}\"  nouns.tsv:{}  {} {}", tree_[noun].lemma, entry->meaning.line, name(*entry->meaning.type), entry->meaning.cameo));
    for (const std::string& slot : entry->sources)
        if (sources.empty()) {
            sources = slots_.of_noun(noun, slot);
            source_slot = slot;
        }
    for (const std::string& slot : entry->targets)
        if (targets.empty() && (slot != source_slot || slot == "between")) targets = slots_.of_noun(noun, slot);
    // "settled it in talks with Chile", "announced sanctions on Chad": who acts is the subject of the clause.
    int governor = tree_.head(noun);
    while (governor >= 0 && tree_[governor].upos == Upos::NOUN && !tree_.has(governor, "cop")) governor = tree_.head(governor);
    std::vector<Operator> operators;
    if (sources.empty() && governor >= 0 && tree_[governor].upos == Upos::VERB) {
        const auto verbal = senses_.of(clause_of(tree_, lexicon_, governor));
        if (!verbal || verbal->noun != noun) operators = operators_on_noun(noun);  // else the verb's own row says it better
        // "settled it in talks with", "blocked roads in protest at"
        const bool partakes = (entry->meaning.symmetric && (tree_.is(noun, "obl") || tree_.is(noun, "obj"))) ||
                              (entry->meaning.type == Type::PROTEST && tree_.is(noun, "obl") && tree_.preposition(noun) == "in");
        if ((partakes && !targets.empty()) || !operators.empty()) sources = slots_.actors(clause_of(tree_, lexicon_, governor).subjects);
    }
    // "left after requests from Chad": who does it was asked.
    const bool answered = entry->meaning.type == Type::REQUEST && targets.empty() && !sources.empty() && tree_.is(noun, "obl");
    if (answered && governor >= 0 && tree_[governor].upos == Upos::VERB) targets = slots_.actors(clause_of(tree_, lexicon_, governor).subjects);
    if (sources.empty() || (targets.empty() && !entry->meaning.symmetric)) return;
    // "the U.S.-Iraq Framework Agreement": of the two states; the rest is its name.
    const auto states = std::ranges::count_if(sources, [](const Participant& p) { return p.actor.kind == Kind::country; });
    if (entry->meaning.symmetric && states > 1) std::erase_if(sources, [](const Participant& p) { return p.actor.how == "unknown"; });
    Event shape;
    shape.predicate = noun;
    shape.words = {noun};
    shape.lemma = ascii_lower(tree_[noun].lemma);
    shape.type = entry->meaning.type;
    shape.cameo = entry->meaning.cameo;
    shape.symmetric = entry->meaning.symmetric;
    shape.polarity = tree_.is_negated(noun) ? Polarity::negated : Polarity::affirmed;
    if (shape.type == Type::REQUEST) shape.status = Status::requested;
    shape.confidence = k_nominal;
    shape.rule = "noun";
    if (entry->meaning.inverted) std::swap(sources, targets);
    if (!operators.empty() && !compose(operators, shape, sources, targets, clause_of(tree_, lexicon_, noun))) return;
    emit(shape, sources, targets);
}

/// What a verb makes of the act that its object names: "announced sanctions on", "called for an attack on".
std::vector<Operator> Coder::operators_on_noun(int noun) const {
    std::vector<Operator> out;
    // "considers a resumption of talks"
    while (tree_.is(noun, "nmod") && tree_.preposition(noun) == "of" && tree_.head(noun) >= 0) {
        noun = tree_.head(noun);
        const auto operation = lexicon_.operation('n', tree_[noun].lemma);
        if (operation.empty()) return {};
        out.push_back({noun, operation, false});
    }
    const int verb = tree_.head(noun);
    const bool object = tree_.is(noun, "obj") || (tree_.is(noun, "obl") && tree_.preposition(noun) == "for");
    if (!object || verb < 0 || tree_[verb].upos != Upos::VERB) return {};
    const auto operation = lexicon_.operation('v', clause_of(tree_, lexicon_, verb).lemma);
    if (operation.empty() && out.empty()) return {};
    if (!operation.empty()) out.push_back({verb, operation, tree_.is_negated(verb)});
    const auto above = operators_over(tree_, lexicon_, verb);
    out.insert(out.end(), above.begin(), above.end());
    return out;
}

/// "A Kenyan court freed a Kenyan singer": two ends of one state are two actors if only one of them is its arm.
bool Coder::set_apart(Participant& source, Participant& target) const {
    const auto arm = [](const Participant& p) { return is_one_of(p.actor.role, {"", "GOV", "MIL", "COP", "JUD", "LEG", "SPY"}); };
    if (source.word == target.word || source.actor.role == target.actor.role) return false;
    Participant& other = arm(target) && !arm(source) ? source : target;
    auto nameless = unnamed_.resolve(other.word);
    if (!nameless) return false;
    nameless->country = other.actor.country;
    nameless->confidence = other.actor.confidence * k_guessed;
    other.actor = std::move(*nameless);
    return !same_actor(source.actor, target.actor);
}

/// Nameless people among themselves are no news unless one of them has a public part, and a leader who meets them consults nobody.
bool Coder::is_private(const Event& shape, const ActorRef& source, const ActorRef& target) {
    const auto nameless = [](const ActorRef& a) { return a.how == "unnamed"; };
    const auto of_no_part = [&](const ActorRef& a) { return is_one_of(a.role, {"", "CVL", "BUS", "MED", "EDU", "HLH", "LAB", "REL", "AGR", "NGO", "REF"}); };
    if (shape.type == Type::CONSULT && ((nameless(source) && of_no_part(source)) || (nameless(target) && of_no_part(target)))) return true;
    // "Storm Ida killed ten people": a name of no kind is likely none of an actor.
    const auto no_actor = [&](const ActorRef& a) { return (nameless(a) && of_no_part(a)) || (a.how == "unknown" && a.kind == Kind::other); };
    return shape.type != Type::PROTEST && no_actor(source) && no_actor(target);
}

void Coder::put(const Event& shape, Participant source, Participant target) {
    if ((source.word == target.word && !shape.symmetric) || is_private(shape, source.actor, target.actor)) return;
    if (same_actor(source.actor, target.actor) && !set_apart(source, target)) return;
    // "the rulers" of whoever speaks: most likely not meant.
    const bool vague = source.actor.how == "definite" || target.actor.how == "definite";
    if (vague && !source.actor.country.empty() && source.actor.country == target.actor.country) return;
    Event event = shape;
    event.source = {slots_.named(source.word), source.actor};
    event.target = {slots_.named(target.word), target.actor};
    std::erase_if(event.further, [&](const Oblique& o) { return o.word == source.word || o.word == target.word; });
    std::erase_if(event.words, [&](int w) { return w == source.word || w == target.word; });
    if (event.words.empty()) event.words = shape.words;
    event.confidence *= source.actor.confidence * target.actor.confidence;
    if (event.confidence < k_least) return;
    add(std::move(event));
}

void Coder::emit(const Event& shape, const std::vector<Participant>& sources, const std::vector<Participant>& targets) {
    // Without a target it is mutual whatever an operator made of it: "A and B failed to agree".
    Event mutual = shape;
    mutual.symmetric = true;
    if (targets.empty() || (shape.symmetric && shape.rule == "noun"))
        for (std::size_t i = 0; i < sources.size(); ++i)
            for (std::size_t k = i + 1; k < sources.size(); ++k) put(mutual, sources[i], sources[k]);
    if (shape.symmetric && shape.rule == "noun" && sources.size() > 1) return;
    for (const Participant& t : targets) {
        // "A and B warned their citizens": each its own, not each other's.
        const bool own = std::ranges::any_of(sources, [&](const Participant& s) { return same_actor(s.actor, t.actor); });
        if (own && sources.size() > 1) continue;
        for (const Participant& s : sources) put(shape, s, t);
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
    drop_repeated_nouns();
    return std::move(events_);
}

/// "reaffirmed its support for": the verb's event says all that its noun says.
void Coder::drop_repeated_nouns() {
    const auto says = [](const Event& event, const Event& noun) {
        return event.rule != "noun" && same_actor(event.source.actor, noun.source.actor) && same_actor(event.target.actor, noun.target.actor) &&
               std::ranges::find(event.words, noun.predicate) != event.words.end();
    };
    std::vector<Event> kept;
    for (const Event& e : events_)
        if (e.rule != "noun" || std::ranges::none_of(events_, [&](const Event& other) { return says(other, e); })) kept.push_back(e);
    events_ = std::move(kept);
}

}  // namespace entente
