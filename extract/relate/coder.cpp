// SPDX-License-Identifier: Apache-2.0
#include "extract/relate/coder.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "core/words.hpp"
#include "extract/relate/prospect.hpp"
#include "extract/relate/wording.hpp"

namespace entente {
namespace {

constexpr double k_nominal = 0.65;  ///< an event that a noun states in passing
constexpr double k_blame = 0.6;     ///< an accusation that only follows from what is said
constexpr double k_guessed = 0.6;   ///< an end that no rule of grammar gives

std::vector<Participant> guessed(std::vector<Participant> found) {
    for (Participant& p : found) p.actor.confidence *= k_guessed;
    return found;
}

bool same_actor(const ActorRef& a, const ActorRef& b) { return a.id == b.id; }

/// Operators whose event is between who speaks and who is addressed.
bool addresses(std::string_view op) {
    return is_one_of(op, {"appeal", "urge", "invite", "demand", "order", "force", "allow", "forbid", "warn"});
}

/// "will not", "did not offer to" are acts of their own; other negated operators just negate.
std::string_view effective(const Operator& op) {
    if (!op.negated) return op.operation;
    if (op.operation == "intend" || op.operation == "offer" || op.operation == "promise") return "not-intend";
    return op.operation == "allow" ? std::string_view("not-allow") : op.operation;
}

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

/// "says a war with Chad is unlikely but refuses to meet": who says so refuses, for a war can't.
std::vector<Participant> Coder::outer_subject(int predicate) const {
    while (tree_.is(predicate, "xcomp")) predicate = tree_.head(predicate);
    if (!tree_.is(predicate, "conj") || tree_.has(predicate, "nsubj")) return {};
    const int verb = reporting_verb(tree_, lexicon_, predicate);
    if (verb < 0 || tree_[verb].xpos != tree_[predicate].xpos) return {};
    const int subject = tree_.child(tree_.head(predicate), "nsubj");
    if (subject < 0 || !slots_.itself(subject).empty()) return {};
    return slots_.actors(clause_of(tree_, lexicon_, verb).subjects);
}

/// "floods in Chad killed ten": not Chad.
bool Coder::is_mishap(int noun) const {
    return std::ranges::any_of(noun_phrases(tree_, noun), [&](const std::string& p) { return lexicon_.in_class(p, "mishap"); });
}

std::vector<Participant> Coder::sources_of(const Clause& clause, const Sense& sense) const {
    std::vector<Participant> sources;
    if (std::ranges::any_of(clause.subjects, [&](int w) { return is_mishap(w); })) return sources;
    if (sources = outer_subject(clause.predicate); !sources.empty()) return sources;
    for (const int subject : clause.subjects)  // "an attack claimed by the rebels killed ten"
        if (sources = doers_of(subject); !sources.empty()) return sources;
    // "signed an agreement in Oslo allowing …": who signed it, not Oslo.
    const auto text = [&](int w) { return std::ranges::any_of(std::initializer_list<const char*>{"agreement", "treaty", "resolution"}, [&](const char* c) { return lexicon_.in_class(ascii_lower(tree_[w].lemma), c); }); };
    if (!clause.passive && tree_.is(clause.predicate, "acl") && clause.subjects.size() == 1 && text(clause.subjects.front()))
        if (sources = makers(clause); !sources.empty()) return sources;
    sources = slots_.actors(clause.subjects);
    if (!sources.empty()) return sources;
    if (!clause.passive) {
        // "passed a resolution condemning Chad": who passed it.
        if (sources = makers(clause); !sources.empty()) return sources;
        for (const int subject : clause.subjects)
            if (sources = slots_.inside(subject); !sources.empty() && sense.meaning.type != Type::CONSULT) return guessed(std::move(sources));
        if (const int before = clause.subjects.empty() ? noun_before(clause.predicate) : -1; before >= 0) {
            sources = guessed(slots_.actors({before}));
        }
        return sources;
    }
    for (const Oblique& o : clause.obliques)
        if (is_one_of(o.preposition, {"in", "by", "during", "after", "from"}))
            if (sources = doers_of(o.word); !sources.empty()) return sources;
    // "killed when soldiers opened fire": by whoever did that.
    if (sense.meaning.type == Type::ASSAULT)
        if (sources = attackers(clause); !sources.empty()) return sources;
    // "Chilean troops were sent to Peru": Chile's.
    if (sense.meaning.type == Type::MOBILIZE && clause.subjects.empty() && !clause.objects.empty() && !sense.rule.ends_with("near")) {
        sources = guessed(slots_.itself(clause.objects.front()));
        std::erase_if(sources, [](const Participant& p) { return p.actor.how == "unnamed" && !is_one_of(p.actor.role, {"MIL", "COP"}); });
        if (!sources.empty()) return sources;
    }
    // "Russian arms sold to Chad": whose they were.
    const bool handed = sense.meaning.type == Type::AID || sense.meaning.type == Type::COOPERATE;
    if (const int thing = sense.noun >= 0 || clause.objects.empty() ? sense.noun : clause.objects.front(); handed && thing >= 0 && clause.subjects.empty())
        if (auto owner = resolver_.owner(thing)) return {{thing, *owner}};
    // "was arrested in Chad", "expelled from Chad": most likely by the state that it happened in.
    const bool of_state = sense.meaning.type == Type::COERCE || sense.meaning.type == Type::SANCTION || sense.meaning.type == Type::RETREAT ||
                          sense.meaning.cameo == "075";
    if (!of_state || !clause.subjects.empty()) return {};
    for (const Oblique& o : clause.obliques) {
        if (o.preposition != "in" && (o.preposition != "from" || sense.meaning.type == Type::COERCE)) continue;
        auto place = resolver_.resolve(o.word);
        if (!place) place = resolver_.owner(o.word);
        const bool expelled = place && o.preposition == "from" && (place->kind == Kind::organisation || place->kind == Kind::party);  // "from OPEC"
        if (!place || !(place->kind == Kind::country || expelled)) continue;
        place->confidence *= k_guessed;
        return {{o.word, *place}};
    }
    return {};
}

/// Who attacks in the clause of time beside a passive: "when soldiers opened fire", "after troops stormed the camp".
std::vector<Participant> Coder::attackers(const Clause& clause) const {
    for (const int c : tree_.children(clause.predicate)) {
        const int mark = tree_.is(c, "advcl") ? tree_.child(c, "mark") : -1;
        const int when = mark >= 0 ? mark : tree_.child(c, "advmod");
        if (!tree_.is(c, "advcl") || when < 0 || !is_one_of(tree_[when].lemma, {"when", "as", "after", "while"}) || tree_[c].upos != Upos::VERB) continue;
        const Clause other = clause_of(tree_, lexicon_, c);
        if (other.passive || !tree_.has(c, "nsubj") || !(senses_.states(other, Type::ASSAULT) || senses_.states(other, Type::COERCE))) continue;
        for (const int subject : other.subjects) {
            auto found = slots_.itself(subject);
            std::erase_if(found, [](const Participant& p) { return !is_one_of(p.actor.role, {"MIL", "COP", "REB", "INS", "SEP", "CRM", "SPY"}) && p.actor.kind != Kind::country && p.actor.kind != Kind::group; });
            if (!found.empty()) return found;
        }
    }
    return {};
}

std::vector<Participant> Coder::speakers(int predicate) const {
    const int verb = reporting_verb(tree_, lexicon_, predicate);
    if (verb < 0) return {};
    const Clause clause = clause_of(tree_, lexicon_, verb);
    auto found = slots_.actors(clause.subjects);
    return found.empty() ? makers(clause) : found;
}

/// "issued a statement claiming …": who issued it.
std::vector<Participant> Coder::makers(const Clause& clause) const {
    for (const int subject : clause.subjects)
        if (const int verb = tree_.head(subject); tree_.is(subject, "obj") && verb >= 0 && verb != clause.predicate)
            if (auto found = slots_.actors(clause_of(tree_, lexicon_, verb).subjects); !found.empty()) return found;
    return {};
}

/// "Chad alleges that Mali armed the rebels", "Chad says Mali shelled its border": it accuses Mali. A mere "says" does so
/// only where its own side suffers.
void Coder::blame(const Event& act, const std::vector<Participant>& doers, const std::vector<Participant>& victims) {
    if (!act.type || quad(*act.type) < 3 || act.polarity != Polarity::affirmed || act.status == Status::hypothetical || act.status == Status::intended) return;
    const int verb = reporting_verb(tree_, lexicon_, act.predicate);
    int top = act.predicate;  // said of him, not in an aside
    while (tree_.is(top, "ccomp") || tree_.is(top, "xcomp") || tree_.is(top, "conj")) top = tree_.head(top);
    if (verb >= 0 && lexicon_.listed("admit", tree_[verb].lemma)) return;
    if (verb < 0 || (top != verb && tree_.head(verb) != top && tree_.head(top) >= 0)) return;
    const auto who = speakers(act.predicate);
    const auto own_side = [&](const Participant& v) {
        return std::ranges::any_of(who, [&](const Participant& s) { return s.actor.id == v.actor.id || (!v.actor.country.empty() && s.actor.country == v.actor.country); });
    };
    const bool suffers = quad(*act.type) == 4 && std::ranges::any_of(victims, own_side);
    if (!suffers && !lexicon_.listed("allege", tree_[verb].lemma)) return;
    if (std::ranges::any_of(doers, own_side)) return;
    Event shape;
    shape.predicate = verb;
    shape.words = {verb};
    shape.lemma = tree_[verb].lemma;
    shape.type = Type::ACCUSE;
    shape.cameo = "112";
    shape.confidence = k_blame;
    shape.rule = "blame";
    events_.emit(shape, who, doers);
}

/// "condemned the raids": those of whom the text told last.
void Coder::name_deed(const Sense& sense, std::vector<Participant>& targets) const {
    if (sense.rule != "thing" || sense.meaning.type != Type::ACCUSE || targets.size() != 1) return;
    const int noun = targets.front().word;
    const int det = tree_.child(noun, "det");
    const NounEntry* act = lexicon_.noun(ascii_lower(tree_[noun].lemma));
    if (det < 0 || !is_one_of(ascii_lower(tree_[det].form), {"the", "this", "these", "those"})) return;
    if (!act || (act->meaning.type != Type::ASSAULT && act->meaning.type != Type::COERCE) || tree_.has(noun, "nmod")) return;
    const Event* deed = events_.last_deed();
    const ActorRef* doer = deed ? &deed->source.actor : resolver_.doer_before();
    if (!doer) return;
    targets.front().actor = *doer;
    targets.front().actor.confidence *= k_guessed;
    targets.front().actor.how = "definite";
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
    const bool himself = addressed.size() == 1 && same_actor(addressed.front().actor, sources.front().actor);
    if (himself && auxiliary) return false;  // "Norway said it must help Chad": nobody else is asked
    if (addressed.empty() || himself) {
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
        const bool pledged_not = shape.polarity == Polarity::negated && !op.negated && is_one_of(op.operation, {"intend", "offer", "promise", "decide"});
        const auto composition = lexicon_.compose(pledged_not ? "not-intend" : effective(op), base);
        if (!composition) continue;
        if (pledged_not) shape.polarity = Polarity::affirmed;
        if (addresses(op.operation) && !tree_.is(op.word, "aux") && clause_of(tree_, lexicon_, op.word).passive &&
            clause_of(tree_, lexicon_, op.word).subjects.empty()) {
            if (op.operation != "force") shape.status = Status::requested;  // "was told to leave": nobody is named who asked
            continue;
        }
        if (!composition->keep) {
            shape.type = composition->type;
            shape.cameo = composition->cameo;
            if (!shape.type) return false;
            shape.symmetric &= *shape.type == Type::AGREE;
        }
        if (composition->status != Status::actual || shape.type == Type::REJECT) shape.status = composition->status;
        if (is_one_of(op.operation, {"appeal", "urge", "invite", "demand", "warn"})) shape.polarity = Polarity::affirmed;  // to ask not to is to ask
        if (composition->negates || (op.negated && effective(op) == op.operation)) shape.polarity = Polarity::negated;
        if (!addresses(op.operation)) continue;
        if (!request(op, shape, base, sources, targets, clause)) return false;
        requested = true;
    }
    return true;
}

/// "A strike by dockers hit the port", "Protests rocked the government": the verb says no more than whom the act befell.
std::optional<Sense> Coder::befallen(const Clause& clause) const {
    if (clause.subjects.empty() || !lexicon_.listed("befall", clause.lemma)) return std::nullopt;
    const NounEntry* act = senses_.act_of(clause.subjects.front(), doers_of(clause.subjects.front()));
    if (!act || !act->meaning.type || act->meaning.symmetric || quad(*act->meaning.type) != 4) return std::nullopt;
    Sense sense{act->meaning, slots_.actors(clause.objects), -1, {}, k_nominal, "befallen"};
    return sense.targets.empty() ? std::nullopt : std::optional(sense);
}

void Coder::code_clause(int predicate) {
    const Clause clause = clause_of(tree_, lexicon_, predicate);
    if (explain_) explain_->clause(tree_, clause);
    auto sense = befallen(clause);
    if (!sense) sense = senses_.of(clause);
    auto operators = operators_over(tree_, lexicon_, predicate);
    if (!sense) sense = senses_.of_obligation(operators);
    Status status = Status::actual;
    const bool will_not = std::ranges::any_of(operators, [&](const Operator& o) { return tree_.is(o.word, "aux") && (o.negated || o.operation == "fail"); });
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
    name_deed(*sense, targets);
    // "received aid from": the giver acts. But who refuses or plans to receive it acts himself.
    const bool wilful = std::ranges::any_of(operators, [](const Operator& o) { return !leaves_act(o.operation) && !is_one_of(o.operation, {"able", "resume", "suppose", "deny"}); });
    if (sense->meaning.inverted && !wilful) std::swap(sources, targets);
    if (sense->meaning.speaker) {
        targets = clause.passive ? slots_.actors(clause.objects) : sources;
        sources = speakers(predicate);
    }
    // A crowd protests in the street, a government in a note.
    if ((sense->meaning.type == Type::ACCUSE || sense->meaning.type == Type::PROTEST) && lexicon_.listed("protest", clause.lemma) && !sources.empty()) {
        const ActorRef& who = sources.front().actor;
        const bool state = who.kind == Kind::organisation || who.is_person() || (who.kind == Kind::country && who.role != "CVL");
        const bool crowd = who.kind == Kind::people || is_one_of(who.role, {"CVL", "EDU", "LAB", "REL", "OPP"});
        if (crowd || (state && sense->meaning.type == Type::PROTEST && clause.lemma == "protest" && who.how != "unnamed")) {
            sense->meaning.type = crowd ? Type::PROTEST : Type::ACCUSE;
            sense->meaning.cameo = crowd ? "141" : "111";
        }
    }
    // Who leaves a treaty or a union breaks with it.
    if (sense->meaning.cameo == "0874" && !targets.empty() && (targets.front().actor.kind == Kind::topic || targets.front().actor.role == "IGO")) {
        sense->meaning.type = Type::SANCTION;
        sense->meaning.cameo = "161";
    }
    Event shape;
    shape.predicate = predicate;
    shape.words = relation_words(tree_, clause, *sense, operators);
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
    // "threatened sanctions", "sought talks", "offered aid": the verb says that they are to come; but an ultimatum set is set.
    const bool to_come = (shape.type == Type::AGREE || shape.type == Type::THREATEN) && sense->noun >= 0 && !lexicon_.in_class(ascii_lower(tree_[sense->noun].lemma), "ultimatum");
    if (const auto verb = lexicon_.operation('v', clause.lemma); to_come && !lexicon_.listed("lasting", clause.lemma) && is_one_of(verb, {"intend", "offer", "promise", "threaten", "try"}))
        shape.status = Status::intended;
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
    // "sought to win recognition from Chad": who tries to be given something asks for it.
    const bool tries = !operators.empty() && operators.front().operation == "try";
    if (tries && sense->meaning.inverted && (shape.type == Type::AID || shape.type == Type::SUPPORT)) {
        shape.type = Type::REQUEST;
        shape.cameo = cameo_root(Type::REQUEST);
    }
    if (!compose(operators, shape, sources, targets, clause)) return;
    whereabouts_.settle_protesters(shape, sources);
    whereabouts_.settle_victims(shape, sources, targets);
    events_.emit(shape, sources, targets);
    blame(shape, sources, targets);
}

/// "sacked the minister in a concession to Chad": what the whole act is. "The envoy, on a visit to Chad, said": his.
bool Coder::is_manner(int noun, const NounEntry& entry) const {
    const int article = tree_.child(noun, "det"), holder = tree_.head(noun);
    if (holder < 0 || article < 0 || tree_[article].lemma != "a" || entry.meaning.symmetric) return false;
    const std::string_view preposition = tree_.preposition(noun);
    if (entry.meaning.type == Type::CONSULT) return preposition == "on" && (tree_.is(noun, "obl") || tree_.is(holder, "nsubj"));
    const bool act = tree_.is(noun, "obl") && is_one_of(preposition, {"in", "as"});
    return act && quad(*entry.meaning.type) != 4 && !clause_of(tree_, lexicon_, holder).passive;
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
    std::vector<Operator> operators;
    if (sources.empty()) {
        operators = announced(noun);
        if (!operators.empty()) sources = speakers(tree_.head(tree_.first_conjunct(noun)));
        if (sources.empty()) operators.clear();
    }
    // "settled it in talks with Chile", "announced sanctions on Chad": who acts is the subject of the clause.
    int governor = tree_.head(noun);
    while (governor >= 0 && tree_[governor].upos == Upos::NOUN && !tree_.has(governor, "cop")) governor = tree_.head(governor);
    if (sources.empty() && governor >= 0 && tree_[governor].upos == Upos::VERB) {
        const auto verbal = senses_.of(clause_of(tree_, lexicon_, governor));
        if (!verbal || verbal->noun != noun) operators = operators_on_noun(noun);  // else the verb's own row says it better
        // "settled it in talks with", "blocked roads in protest at"
        int whole = noun;  // "three days of talks", "at the end of talks"
        while (tree_.is(whole, "nmod") && tree_.preposition(whole) == "of") whole = tree_.head(whole);
        const bool partakes = (entry->meaning.symmetric && (tree_.is(whole, "obl") || tree_.is(whole, "obj"))) ||
                              (entry->meaning.type == Type::PROTEST && tree_.is(noun, "obl") && tree_.preposition(noun) == "in");
        const bool joins = lexicon_.listed("partake", tree_[governor].lemma) && !targets.empty() &&
                           (tree_.is(noun, "obj") || (tree_.is(noun, "obl") && tree_.preposition(noun) == "in"));
        if ((partakes && !targets.empty()) || joins || is_manner(noun, *entry) || !operators.empty()) {
            const Clause clause = clause_of(tree_, lexicon_, governor);
            sources = slots_.actors(joins && clause.passive ? clause.objects : clause.subjects);
        }
    }
    // "left after requests from Chad": who does it was asked.
    const bool answered = entry->meaning.type == Type::REQUEST && targets.empty() && !sources.empty() && tree_.is(noun, "obl");
    if (answered && governor >= 0 && tree_[governor].upos == Upos::VERB) targets = slots_.actors(clause_of(tree_, lexicon_, governor).subjects);
    if (sources.empty()) return;
    // "died in an ambush by rebels"
    if (targets.empty() && governor >= 0 && tree_.is(noun, "obl") && lexicon_.listed("perish", tree_[governor].lemma)) targets = slots_.actors(clause_of(tree_, lexicon_, governor).subjects);
    if (const NounEntry* theirs = senses_.act_of(noun, sources); theirs != entry) {  // "a strike by dockers"
        entry = theirs;
        for (const std::string& slot : entry->targets)
            if (targets.empty()) targets = slots_.of_noun(noun, slot);
    }
    if (targets.empty() && !entry->meaning.symmetric) return;
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
    const bool refused = !operators.empty() && operators.front().negated;
    shape.polarity = tree_.is_negated(noun) && !refused ? Polarity::negated : Polarity::affirmed;
    if (shape.type == Type::REQUEST) shape.status = Status::requested;
    shape.confidence = k_nominal;
    shape.rule = "noun";
    if (entry->meaning.inverted) std::swap(sources, targets);
    if (operators.empty()) {
        const Prospect prospect = prospect_of(tree_, lexicon_, noun, *shape.type);
        if (prospect.status) shape.status = *prospect.status;
        if (shape.status == Status::hypothetical) shape.confidence *= k_guessed;
        if (prospect.denied) shape.polarity = Polarity::negated;
    }
    if (!operators.empty() && !compose(operators, shape, sources, targets, clause_of(tree_, lexicon_, noun))) return;
    events_.emit(shape, sources, targets);
}

/// "there will be no talks with Chad", "a war with Chad is likely": what it says of the act; whoever says so will act.
std::vector<Operator> Coder::announced(int noun) const {
    const int governor = tree_.head(tree_.first_conjunct(noun));
    if (governor < 0 || !tree_.is(tree_.first_conjunct(noun), "nsubj") || speakers(governor).empty()) return {};
    if (tree_.has(governor, "cop") && tree_[governor].upos == Upos::ADJ) {
        const auto operation = lexicon_.operation('a', tree_[governor].lemma);
        return operation == "intend" ? std::vector<Operator>{{governor, operation, tree_.is_negated(governor)}} : std::vector<Operator>{};
    }
    if (!tree_.has(governor, "expl")) return {};
    for (const int c : tree_.children(governor))
        if (tree_.is(c, "aux") && tree_[c].xpos == "MD" && lexicon_.operation('v', tree_[c].lemma) == "intend")
            return {{c, "intend", tree_.is_negated(governor) || tree_.is_negated(noun)}};
    return {};
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
    if ((operation.empty() && out.empty()) || leaves_act(operation)) return {};  // who condemns a raid does not raid
    if (!operation.empty()) out.push_back({verb, operation, tree_.is_negated(verb)});
    const auto above = operators_over(tree_, lexicon_, verb);
    out.insert(out.end(), above.begin(), above.end());
    return out;
}

/// "the Chad-backed rebels": whoever stands before the hyphen does it to whom the participle describes.
void Coder::code_hyphened(int participle) {
    if (participle < 2 || !tree_.is(participle, "amod") || tree_[participle - 1].form != "-" || tree_[participle].span.begin != tree_[participle - 1].span.end) return;
    const std::string& verb = tree_[participle].lemma;
    const auto& rows = lexicon_.verb(verb);
    const auto row = std::ranges::find_if(rows, [](const VerbEntry& r) { return r.objects.empty() && r.meaning.type && std::ranges::find(r.targets, "obj") != r.targets.end(); });
    if (row == rows.end() || !lexicon_.listed("hyphened", verb)) return;
    Event shape;
    shape.predicate = participle;
    shape.words = {participle};
    shape.lemma = verb;
    shape.type = row->meaning.type;
    shape.cameo = row->meaning.cameo;
    shape.confidence = k_nominal;
    shape.rule = "hyphened";
    events_.emit(shape, slots_.itself(participle - 2), slots_.actors({tree_.head(participle)}));
}

std::vector<Event> Coder::code() {
    for (int w = 0; w < tree_.size(); ++w) {
        code_hyphened(w);
        if (is_predicate(tree_, w)) code_clause(w);
        else if (tree_[w].upos == Upos::NOUN || tree_[w].upos == Upos::PROPN) code_noun(w);
    }
    return events_.take();
}

}  // namespace entente
