// SPDX-License-Identifier: Apache-2.0
// Who does what a clause or a noun says.
#include "extract/relate/coder.hpp"

#include <algorithm>

#include "core/words.hpp"
#include "extract/relate/wording.hpp"

namespace entente {
namespace {

std::vector<Participant> guessed(std::vector<Participant> found) {
    for (Participant& p : found) p.actor.confidence *= k_guessed;
    return found;
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

}  // namespace entente
