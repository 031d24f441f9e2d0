// SPDX-License-Identifier: Apache-2.0
#include "extract/relate/sense.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>

#include "core/words.hpp"
#include "extract/relate/modality.hpp"

namespace entente {
namespace {

constexpr double k_sure = 0.9;      ///< a row that asks for this object noun
constexpr double k_general = 0.8;   ///< a row for the verb alone
constexpr double k_unknown_act = 0.6;
constexpr double k_by_thing = 0.8;  ///< whose thing it is that an act is aimed at
constexpr double k_alike = 0.45;    ///< a row for another verb of nearly the same meaning

/// "gave them an hour to leave", wherever the parser hung it.
bool to_do(const Tree& tree, int verb, int noun) {
    const auto infinitive = [&](int holder, std::string_view relation) {
        return std::ranges::any_of(tree.children(holder), [&](int c) { return tree.is(c, relation) && tree[c].xpos == "VB"; });
    };
    return infinitive(noun, "acl") || infinitive(verb, "advcl");
}

bool has_infinitive(const Tree& tree, int verb) {
    return std::ranges::any_of(tree.children(verb), [&](int c) { return (tree.is(c, "xcomp") || tree.is(c, "ccomp")) && tree[c].xpos == "VB" && !tree.has(c, "aux"); });
}

/// "insisted that Chad had left", "asked whether Chad left"
bool states_or_asks(const Tree& tree, const Lexicon& lexicon, int verb) {
    return std::ranges::any_of(tree.children(verb), [&](int c) {
        return tree.is(c, "ccomp") && (is_past(tree, c) || modality_of(tree, lexicon, c).operation == "suppose") && tree.has(c, "mark");
    });
}

/// "ordered them jailed"
bool has_participle(const Tree& tree, int verb) {
    return std::ranges::any_of(tree.children(verb), [&](int c) { return tree.is(c, "xcomp") && tree[c].xpos == "VBN" && !tree.has(c, "aux"); });
}

}  // namespace

std::vector<std::string> noun_phrases(const Tree& tree, int noun) {
    std::vector<std::string> out{ascii_lower(tree[noun].lemma)};
    for (int w = noun - 1; w >= 0 && w >= noun - 2; --w) {
        if (tree.head(w) != noun || (!tree.is(w, "compound") && !tree.is(w, "amod"))) break;
        const bool participle = tree[w].xpos == "VBG" || tree[w].xpos == "VBN";  // "scathing", not "scathe"
        out.push_back(fmt::format("{} {}", ascii_lower(participle ? tree[w].form : tree[w].lemma), out.back()));
    }
    // "cease-fire" is a ceasefire, "air-strike" an air strike.
    if (noun >= 2 && tree[noun - 1].form == "-" && tree[noun - 1].span.end == tree[noun].span.begin) {
        const std::string first = ascii_lower(tree[noun - 2].form);
        const std::string last = ascii_lower(tree[noun].lemma);
        for (const char* joint : {"-", "", " "}) out.push_back(fmt::format("{}{}{}", first, joint, last));
    }
    if (tree[noun].upos == Upos::PRON && (out.front().ends_with("self") || out.front().ends_with("selves"))) out.push_back("oneself");
    std::ranges::reverse(out);
    // A lemmatizer keeps some plurals: "troops", "talks".
    if (tree[noun].xpos.ends_with('S'))
        for (std::size_t i = 0, n = out.size(); i < n; ++i)
            if (out[i].size() > 3 && out[i].ends_with('s') && !out[i].ends_with("ss"))
                out.push_back(out[i].ends_with("ies") ? out[i].substr(0, out[i].size() - 3) + "y" : out[i].substr(0, out[i].size() - 1));
    return out;
}

/// How closely a noun is what a row wants: 0 not at all; "air strike" goes before "strike", a word before its class.
int SenseFinder::fit(int noun, const std::string& wanted) const {
    const bool cls = wanted.front() == '@';
    if (const int counted = slots_.counted(noun); counted != noun)  // "dozens of villages"
        if (const int closeness = fit(counted, wanted); closeness > 0) return closeness;
    for (const std::string& phrase : noun_phrases(tree_, noun))
        if (cls ? lexicon_.in_class(phrase, wanted.substr(1)) : phrase == wanted)
            return 2 * static_cast<int>(1 + std::ranges::count(phrase, ' ')) + (cls ? 0 : 1);
    return 0;
}

int SenseFinder::matching_noun(const Clause& clause, const VerbEntry& row, int& specificity) const {
    std::vector<int> nouns;
    if (row.meaning.oblique) {
        const bool operates = !lexicon_.operation('v', clause.lemma).empty();  // "threatens to fine": not with a fine
        for (const Oblique& o : clause.obliques) nouns.push_back(o.word);
        for (const int c : tree_.children(clause.predicate))
            if (tree_.is(c, "xcomp") && (tree_[c].xpos != "VB" || !operates)) nouns.push_back(c);
        for (const int object : clause.objects)  // "stripped him of his office", hung on him
            for (const int c : tree_.children(object))
                if (tree_.is(c, "nmod") && tree_.preposition(c) == "of") nouns.push_back(c);
    } else {
        nouns = clause.objects;
        if (clause.passive) nouns.insert(nouns.end(), clause.indirect.begin(), clause.indirect.end());  // "was given a sentence"
    }
    for (std::size_t i = 0, n = nouns.size(); i < n; ++i)  // "a batch of tanks": tanks
        if (const int counted = slots_.counted(nouns[i]); counted != nouns[i]) nouns.push_back(counted);
    int best = -1;
    for (const int noun : nouns)
        for (const std::string& wanted : row.objects)
            if (const int closeness = fit(noun, wanted); closeness > specificity) {
                specificity = closeness;
                best = noun;
            }
    return best;
}

/// "the protesters", "hundreds of students", "thousands": whether one of the subjects is of a class of nouns.
bool SenseFinder::done_by(const Clause& clause, const std::string& cls) const {
    const auto of_class = [&](int w) { return fit(slots_.counted(w), "@" + cls) > 0; };
    return std::ranges::any_of(clause.subjects, [&](int s) {
        if (tree_[s].upos != Upos::PRON) return of_class(s);
        return of_class(slots_.named(s)) || std::ranges::any_of(slots_.actors({s}), [&](const Participant& p) { return of_class(p.word); });
    });
}

const NounEntry* SenseFinder::act_of(int noun, const std::vector<Participant>& doers) const {
    for (const std::string& phrase : noun_phrases(tree_, noun)) {
        const NounEntry* theirs = lexicon_.noun_by_doer(phrase);
        if (theirs && std::ranges::any_of(doers, [&](const Participant& p) { return fit(slots_.counted(p.word), "@" + theirs->meaning.doer) > 0; })) return theirs;
        if (const NounEntry* entry = lexicon_.noun(phrase)) return entry;
    }
    return nullptr;
}

/// Whether a verb states such an act, with an object that it may have, whoever suffers it: "opened fire".
bool SenseFinder::states(const Clause& clause, Type type) const {
    return std::ranges::any_of(lexicon_.verb(clause.lemma), [&](const VerbEntry& row) {
        int specificity = 0;
        return row.meaning.type == type && (row.objects.empty() || matching_noun(clause, row, specificity) >= 0);
    });
}

bool SenseFinder::names_act(int noun) const {
    return std::ranges::any_of(noun_phrases(tree_, noun), [&](const std::string& p) {
        const NounEntry* entry = lexicon_.noun(p);
        return entry && entry->meaning.type;
    });
}

/// Who does what the noun names: to condemn an invasion is to accuse the invader, not the invaded.
std::vector<Participant> SenseFinder::doers(int noun) const {
    for (const std::string& phrase : noun_phrases(tree_, noun))
        if (const NounEntry* entry = lexicon_.noun(phrase); entry && !entry->meaning.symmetric)
            for (const std::string& slot : entry->sources)
                if (slot != "of" || !entry->meaning.type)  // "the invasion of Chad", but "the involvement of outsiders"
                    if (auto found = slots_.of_noun(noun, slot); !found.empty()) return found;
    return {};
}

/// "condemned the attack on Chad": the hostile act that is condemned, or -1. Who suffered it is not accused.
int SenseFinder::hostile_act(const Clause& clause, int noun) const {
    if (noun < 0 && (clause.objects.empty() || clause.passive)) return -1;
    const int act = noun >= 0 ? noun : clause.objects.front();
    for (const std::string& phrase : noun_phrases(tree_, act))
        if (const NounEntry* entry = lexicon_.noun(phrase))
            return entry->meaning.type && quad(*entry->meaning.type) == 4 && entry->meaning.type != Type::PROTEST && !entry->meaning.symmetric ? act : -1;
    return -1;
}

/// "rallied in support of the miners": against nobody.
bool SenseFinder::in_support(const Clause& clause) const {
    const auto supports = [&](int w) { return tree_.preposition(w) == "in" && is_one_of(tree_[w].lemma, {"support", "favour", "favor", "solidarity"}); };
    return std::ranges::any_of(clause.obliques, [&](const Oblique& o) { return supports(o.word); }) ||
           std::ranges::any_of(clause.objects, [&](int object) { return std::ranges::any_of(tree_.children(object), supports); });
}

std::optional<Sense> SenseFinder::try_row(const Clause& clause, const VerbEntry& row, int noun) const {
    if (!row.meaning.type) return std::nullopt;
    // "will pay the price": a threat; who pays a price is not threatened.
    if (row.meaning.speaker && row.meaning.type == Type::THREATEN && !tree_.has(clause.predicate, "aux")) return std::nullopt;
    Sense sense{row.meaning, {}, noun, {}, noun >= 0 ? k_sure : k_general, noun >= 0 ? "verb-noun" : "verb"};
    if (row.meaning.type == Type::ACCUSE)
        if (const int act = hostile_act(clause, noun); act >= 0) {
            sense.targets = slots_.others(clause, doers(act));
            return sense.targets.empty() ? std::nullopt : std::optional(sense);
        }
    for (const std::string& slot : row.targets) {
        // "Three envoys were expelled from Chad": by it.
        const bool its_own = slot == "from" && clause.passive && clause.subjects.empty();
        if (its_own && (row.meaning.type == Type::SANCTION || row.meaning.type == Type::COERCE)) continue;
        if (slot == "obj" && noun < 0 && row.meaning.type == Type::REQUEST && !clause.objects.empty() && names_act(clause.objects.front())) continue;
        if (slot == "mod" && noun >= 0 && row.meaning.type == Type::ACCUSE) {  // "the involvement of outside powers in Chad": the powers
            sense.targets = slots_.others(clause, doers(noun));
            if (!sense.targets.empty()) return sense;
        }
        // One meets or welcomes somebody, not something of theirs.
        const bool in_person = slot == "obj" && row.meaning.type == Type::CONSULT;
        const bool called = row.meaning.oblique && slot == "obj";  // "called the raid a crime": whose raid?
        sense.targets = slots_.others(clause, in_person ? slots_.objects(clause) : slots_.of_verb(clause, slot, called ? -1 : noun));
        if (sense.targets.empty() && slot == "against" && row.meaning.type == Type::PROTEST) {  // "rallied at the gate against the siege of Chad"
            sense.targets = slots_.others(clause, slots_.of_things(clause, slot, noun));
            sense.confidence *= k_by_thing;
        }
        if (sense.targets.empty()) continue;
        const bool structural = is_one_of(slot, {"obj", "iobj", "xsubj", "mod", "subj", "purpose", "goal", "condition", "employer"});
        sense.preposition = structural ? "" : slot;
        if (slot == "mod" || slot == "in") sense.confidence *= 0.85;
        return sense;
    }
    // "Putin and Xi agreed": the partners are the subjects.
    if (row.meaning.symmetric && slots_.actors(clause.subjects).size() > 1) return sense;
    return std::nullopt;
}

/// The row's verb (with its object noun) is there, but its target stands in none of the slots that the row names.
std::optional<Sense> SenseFinder::try_elsewhere(const Clause& clause, const VerbEntry& row, int noun) const {
    const bool takes_object = std::ranges::find(row.targets, "obj") != row.targets.end() && !clause.objects.empty();
    if (!row.meaning.type || (noun < 0 && !takes_object)) return std::nullopt;
    if (row.meaning.type == Type::ACCUSE && hostile_act(clause, noun) >= 0) return std::nullopt;
    // "ordered the expulsion of the Chinese": of them nothing is asked.
    if (noun < 0 && row.meaning.type == Type::REQUEST && names_act(clause.objects.front())) return std::nullopt;
    const bool friendly = quad(*row.meaning.type) <= 2 && row.meaning.type != Type::RETREAT;
    Sense sense{row.meaning, slots_.elsewhere(clause, noun, friendly, row.meaning.type != Type::CONSULT), noun, {}, noun >= 0 ? k_sure : k_general, noun >= 0 ? "verb-noun-near" : "verb-near"};
    return sense.targets.empty() ? std::nullopt : std::optional(sense);
}

/// "investigates claims that soldiers abused children": the soldiers.
std::vector<Participant> SenseFinder::alleged(int noun) const {
    for (const int c : tree_.children(noun))
        if (tree_.is(c, "acl") && tree_.has(c, "mark"))
            if (const int subject = tree_.child(c, "nsubj"); subject >= 0) return slots_.itself(subject);
    return doers(noun);
}

/// What is acted on is no actor: "boycotted the summit", "investigates the crash". The thing stands for itself.
std::optional<Sense> SenseFinder::try_thing(const Clause& clause, const VerbEntry& row, int noun) const {
    const bool stance = row.meaning.type == Type::ACCUSE || row.meaning.type == Type::REJECT || row.meaning.type == Type::PROTEST || row.meaning.type == Type::THREATEN;
    if (!stance || row.meaning.inverted || clause.passive) return std::nullopt;
    for (const std::string& slot : row.targets) {
        Sense sense{row.meaning, slots_.things(clause, slot, noun), noun, slot == "obj" ? "" : slot, noun >= 0 ? k_sure : k_general, "thing"};
        // "warned against sanctions by Chad": it is Chad that is warned.
        for (const Participant& thing : sense.targets)
            if (auto whose = slots_.others(clause, row.meaning.cameo == "09" ? alleged(thing.word) : doers(thing.word)); !whose.empty()) {
                sense.targets = std::move(whose);
                sense.rule = "thing-of";
                break;
            }
        if (!sense.targets.empty()) return sense;
    }
    return std::nullopt;
}

void SenseFinder::explain(const VerbEntry& row, std::string_view why) const {
    if (!explain_) return;
    explain_->note(fmt::format("  verbs.tsv:{}  object {}  target {}  {} {}: {}", row.meaning.line, row.objects.empty() ? "-" : fmt::format("{}", fmt::join(row.objects, "|")),
                               fmt::join(row.targets, "|"), row.meaning.type ? name(*row.meaning.type) : "-", row.meaning.cameo, why));
}

/// "pulled out of Chad": a preposition, and a particle too.
std::optional<Clause> SenseFinder::with_out(const Clause& clause) const {
    for (const Oblique& o : clause.obliques) {
        const int mark = o.preposition == "from" ? tree_.child(o.word, "case") : -1;
        if (mark < 0 || tree_[mark].lemma != "out" || lexicon_.verb(clause.lemma + " out").empty()) continue;
        Clause other = clause;
        other.lemma += " out";
        other.adverb = false;
        return other;
    }
    return std::nullopt;
}

std::optional<Clause> SenseFinder::with_following_particle(const Clause& clause) const {
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

/// "calls him "a victim"", where the parser took the quotation for a part of his name.
bool SenseFinder::is_called(const Clause& clause) const {
    const auto quotes = [&](int w) { return is_one_of(tree_[w].form, {"\"", "\u201c", "``", "''"}); };
    for (const int object : clause.objects) {
        if (object < clause.predicate) continue;
        const int last = tree_.phrase(object).last;
        for (int w = object + 1; w <= last + 1 && w < tree_.size(); ++w)
            if (quotes(w)) return true;
        if (last + 1 < tree_.size() && is_one_of(tree_[last + 1].form, {"a", "an"})) return true;
    }
    return false;
}

/// Whether a state, one of its arms or a group acts: no person, no people.
bool SenseFinder::is_power(const Clause& clause) const {
    return std::ranges::any_of(slots_.actors(clause.subjects), [](const Participant& p) {
        return !p.actor.is_person() && p.actor.kind != Kind::people && p.actor.kind != Kind::other && p.actor.kind != Kind::place && !is_one_of(p.actor.role, {"CVL", "REF", "BUS", "MED", "REL", "EDU", "LAB"});
    });
}

std::optional<Sense> SenseFinder::of_verb(const Clause& clause) const {
    struct Candidate {
        const VerbEntry* row;
        int noun;
        int specificity;
    };
    std::vector<Candidate> candidates;
    if (const auto out = with_out(clause))
        if (auto sense = of_verb(*out)) return sense;
    for (const VerbEntry& row : lexicon_.verb(clause.lemma)) {
        int specificity = 0;
        const int noun = row.objects.empty() ? -1 : matching_noun(clause, row, specificity);
        const bool complemented = tree_.has(clause.predicate, "xcomp") || tree_.has(clause.predicate, "ccomp") || is_called(clause);
        const bool by_doer = !row.meaning.doer.empty();
        if (by_doer && !done_by(clause, row.meaning.doer)) continue;
        if (row.meaning.type == Type::PROTEST && in_support(clause)) continue;
        if (row.meaning.bare && complemented && !has_infinitive(tree_, clause.predicate)) explain(row, "only without a complement");
        else if (row.meaning.infinitive && !has_infinitive(tree_, clause.predicate) && !(noun >= 0 && to_do(tree_, clause.predicate, noun))) explain(row, "only with an infinitive");
        else if (row.meaning.type == Type::REQUEST && states_or_asks(tree_, lexicon_, clause.predicate)) explain(row, "it is stated or asked, not requested");
        else if (row.meaning.type == Type::REQUEST && has_participle(tree_, clause.predicate)) explain(row, "nothing is asked of whom it is done to");
        else if (row.meaning.transitive && clause.objects.empty()) explain(row, "only with an object");
        else if (row.meaning.power && !is_power(clause)) explain(row, "only of a state or a group");
        else if (!row.objects.empty() && noun < 0) continue;
        else candidates.push_back({&row, noun, 2 * specificity + (by_doer ? 1 : 0)});  // among equals, who does it decides
    }
    std::ranges::stable_sort(candidates, std::greater{}, &Candidate::specificity);
    for (const Candidate& c : candidates) {
        auto sense = try_row(clause, *c.row, c.noun);
        explain(*c.row, sense ? "fits" : c.row->meaning.type ? "no actor stands there" : "states no relation");
        const bool asks = c.noun >= 0 || !c.row->meaning.doer.empty();
        if (sense || (asks && !c.row->meaning.type && !c.row->meaning.says)) return sense;  // "released a report" frees nobody
    }
    for (const Candidate& c : candidates)
        if (auto sense = try_elsewhere(clause, *c.row, c.noun)) {
            explain(*c.row, "fits, with an actor from elsewhere");
            return sense;
        }
    for (const Candidate& c : candidates)
        if (auto sense = try_thing(clause, *c.row, c.noun)) {
            explain(*c.row, "fits, with a thing for an actor");
            return sense;
        }
    // "destroyed up to 300 homes", where the parser took "up" for a particle; "gave back", where it took "back" for none.
    const bool doubtful = clause.adverb || lexicon_.verb(clause.lemma).empty();
    if (const std::string& bare = tree_[clause.predicate].lemma; bare != clause.lemma && doubtful) {
        Clause plain = clause;
        plain.lemma = bare;
        plain.adverb = false;
        return of_verb(plain);
    }
    // "handed over documents", where the parser took "over" for a preposition.
    const auto other = with_following_particle(clause);
    return other ? of_verb(*other) : std::nullopt;
}

/// A verb that no table knows means what verbs like it mean, if named actors stand at both its ends.
std::optional<Sense> SenseFinder::of_unknown_verb(const Clause& clause) const {
    if (!similar_ || !lexicon_.verb(clause.lemma).empty() || !lexicon_.operation('v', clause.lemma).empty()) return std::nullopt;
    const auto named = [](const std::vector<Participant>& list) {
        return std::ranges::any_of(list, [](const Participant& p) { return p.actor.how == "name" || p.actor.how == "role" || p.actor.how == "metonym"; });
    };
    if (!named(slots_.objects(clause)) || !named(slots_.actors(clause.subjects))) return std::nullopt;
    Clause other = clause;
    other.lemma = similar_->like(clause.lemma);
    if (other.lemma.empty()) return std::nullopt;
    if (explain_) explain_->note(fmt::format("  the lexicon lacks \"{}\": read like \"{}\"", clause.lemma, other.lemma));
    auto sense = of_verb(other);
    if (sense) {
        sense->confidence *= k_alike;
        sense->rule = "similar";
    }
    return sense;
}

std::optional<Sense> SenseFinder::of_copula(const Clause& clause) const {
    const std::string lemma = ascii_lower(tree_[clause.predicate].lemma);
    if (lexicon_.listed("offence", lemma) && !clause.negated) {  // "says the decision is a mistake": whoever says so blames who decided
        Meaning blame{Type::ACCUSE, "111"};
        blame.speaker = true;
        return Sense{blame, {}, -1, {}, 0.7, "copula"};
    }
    const auto* adjective = lexicon_.adjective(lemma);
    const NounEntry* noun = adjective ? nullptr : act_of(clause.predicate, slots_.actors(clause.subjects));
    if (!adjective && !noun) return std::nullopt;
    Sense sense{adjective ? adjective->meaning : noun->meaning, {}, -1, {}, 0.7, "copula"};
    if (!sense.meaning.type) return std::nullopt;
    if (noun && tree_.preposition(clause.predicate) == "under") {  // "is under siege by the army": by whom it is done
        sense.meaning.inverted = true;
        for (const char* slot : {"by", "from", "amod", "of"})
            if (sense.targets.empty()) sense.targets = slots_.of_noun(clause.predicate, slot);
        return sense.targets.empty() ? std::nullopt : std::optional(sense);
    }
    for (const std::string& slot : adjective ? adjective->targets : noun->targets) {
        const bool of_clause = !noun || is_one_of(slot, {"subj", "purpose", "condition", "employer"});
        sense.targets = of_clause ? slots_.of_verb(clause, slot, -1) : slots_.of_noun(clause.predicate, slot);
        if (sense.targets.empty()) continue;
        sense.preposition = slot;
        return sense;
    }
    // "Peru and Chile are at odds"
    if (sense.meaning.symmetric && slots_.actors(clause.subjects).size() > 1) return sense;
    return std::nullopt;
}

std::optional<Sense> SenseFinder::of(const Clause& clause) const {
    if (tree_[clause.predicate].upos != Upos::VERB) return of_copula(clause);
    auto sense = of_verb(clause);
    if (!sense) sense = of_joint(clause);
    return sense ? sense : of_unknown_verb(clause);
}

/// "operates the field jointly with Chad", "Peru and Chile jointly produced a film": whatever it is, it is done together.
std::optional<Sense> SenseFinder::of_joint(const Clause& clause) const {
    const auto joint = [&](int c) { return tree_.is(c, "advmod") && lexicon_.listed("joint", tree_[c].lemma); };
    if (clause.passive || std::ranges::none_of(tree_.children(clause.predicate), joint)) return std::nullopt;
    Sense sense;
    sense.meaning.type = Type::COOPERATE;
    sense.meaning.cameo = cameo_root(Type::COOPERATE);
    sense.meaning.symmetric = true;
    sense.targets = slots_.others(clause, slots_.of_verb(clause, "with", -1));
    sense.confidence = k_unknown_act;
    sense.rule = "joint";
    return sense.targets.empty() && slots_.actors(clause.subjects).size() < 2 ? std::nullopt : std::optional(sense);
}

std::optional<Sense> SenseFinder::of_unknown_act(const Clause& clause, std::string_view operation) const {
    const auto composition = lexicon_.compose_unknown(operation);
    if (!composition || !composition->type || clause.passive) return std::nullopt;
    Sense sense;
    sense.meaning.type = composition->type;
    sense.meaning.cameo = composition->cameo;
    sense.confidence = k_unknown_act;
    sense.rule = "operator";
    for (Participant& p : slots_.elsewhere(clause, -1, quad(*composition->type) <= 2)) {
        // "agreed to step up efforts against threats from Chad" agrees nothing with Chad: only phrases of the act itself.
        const int holder = tree_.head(tree_.first_conjunct(p.word));
        // "agreed to use the potential of Chad": nor with whoever something belongs to.
        if (tree_.preposition(tree_.first_conjunct(p.word)) == "of" && is_one_of(p.actor.how, {"name", "alias", "acronym"})) continue;
        const bool own = holder == clause.predicate || std::ranges::find(clause.objects, holder) != clause.objects.end();
        if (own && p.actor.how != "unnamed") sense.targets.push_back(std::move(p));
    }
    // "Peru and Chile pledged to build a road": to each other.
    sense.meaning.symmetric = sense.targets.empty() && sense.meaning.type == Type::AGREE && slots_.actors(clause.subjects).size() > 1;
    return sense.targets.empty() && !sense.meaning.symmetric ? std::nullopt : std::optional(sense);
}

/// "said that Chile must answer": whatever it is that must be done, the speaker asks for it.
std::optional<Sense> SenseFinder::of_obligation(const std::vector<Operator>& operators) const {
    if (operators.empty() || operators.front().operation != "demand" || !tree_.is(operators.front().word, "aux")) return std::nullopt;
    Sense sense;
    sense.meaning.type = Type::REQUEST;
    sense.meaning.cameo = cameo_root(Type::REQUEST);
    sense.confidence = 0.7;
    sense.rule = "obligation";
    return sense;
}

}  // namespace entente
