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

}  // namespace

/// "floods in Chad killed ten": not Chad.
bool Coder::is_mishap(int noun) const {
    return std::ranges::any_of(noun_phrases(tree_, noun), [&](const std::string& p) { return lexicon_.in_class(p, "mishap"); });
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
