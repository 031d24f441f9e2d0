// SPDX-License-Identifier: Apache-2.0
// Targets that stand in the clauses around an act: its purpose, its condition, who was told of it, whose the subject is.
#include <algorithm>

#include "core/words.hpp"
#include "extract/relate/slots.hpp"

namespace entente {

/// "gave ten million to rebuild schools in Chad": whom the purpose serves.
std::vector<Participant> Slots::of_purpose(const Clause& clause, int noun, bool friendly) const {
    for (const int holder : {clause.predicate, noun}) {
        if (holder < 0) continue;
        for (const int c : tree_->children(holder)) {
            const bool infinitive = (tree_->is(c, "advcl") || tree_->is(c, "acl") || tree_->is(c, "xcomp")) && (*tree_)[c].xpos == "VB";
            if (!infinitive) continue;
            const int inner = tree_->child(c, "xcomp");  // "to help rebuild schools"
            const Clause purpose = clause_of(*tree_, *lexicon_, inner >= 0 && !tree_->has(c, "obj") ? inner : c);
            if (auto found = actors(purpose.objects); !found.empty()) return found;
            for (const int object : purpose.objects)
                if (auto found = inside(object, friendly); !found.empty()) return found;
            if (auto found = of_verb(purpose, "in", -1); !found.empty()) return found;
            for (const int object : purpose.objects)  // "to meet the needs of thousands of people"
                if (auto found = actors(after(object, "of")); !found.empty()) return found;
        }
    }
    return {};
}

/// "rallied to demand that the premier quit", "marched, calling for an end to Chad's raids": whom the rest of it is against.
std::vector<Participant> Slots::of_hostile_purpose(const Clause& clause) const {
    const auto hostile = [&](const std::string& lemma) {
        if (is_one_of(lexicon_->operation('v', lemma), {"appeal", "urge", "demand", "order", "force", "accuse", "refuse"})) return true;
        const auto& rows = lexicon_->verb(lemma);
        const auto typed = std::ranges::find_if(rows, [](const VerbEntry& row) { return row.meaning.type.has_value() && row.objects.empty(); });
        return typed != rows.end() && quad(*typed->meaning.type) >= 3 && (typed->meaning.type != Type::PROTEST || lemma == "protest");
    };
    const auto beneath = tree_->children(clause.predicate);
    std::vector<int> candidates(beneath.begin(), beneath.end());
    for (const int object : clause.objects)  // "a sit-in demanding that …"
        for (const int c : tree_->children(object)) candidates.push_back(c);
    for (const int c : candidates) {
        if (tree_->is(c, "obl") && lexicon_->listed("answer", (*tree_)[c].lemma))  // "in response to the ban of Chad"
            for (const char* mark : {"to", "at", "against", "over"})
                for (const int w : after(c, mark)) {
                    auto found = others(clause, actors({w}));
                    if (found.empty()) found = others(clause, inside(w));
                    if (!found.empty()) return found;
                }
        const bool beside = tree_->is(c, "advcl") || tree_->is(c, "xcomp") || tree_->is(c, "acl");
        if (!beside || !is_one_of((*tree_)[c].xpos, {"VB", "VBG"}) || !hostile((*tree_)[c].lemma)) continue;
        const Clause purpose = clause_of(*tree_, *lexicon_, c);
        if (auto found = others(clause, actors(purpose.objects)); !found.empty()) return found;
        for (const int object : purpose.objects)
            if (auto found = others(clause, inside(object)); !found.empty()) return found;
        for (const int inner : tree_->children(c))
            if (tree_->is(inner, "ccomp"))
                if (auto found = others(clause, actors(clause_of(*tree_, *lexicon_, inner).subjects)); !found.empty()) return found;
        for (const Oblique& o : purpose.obliques)
            if (is_one_of(o.preposition, {"for", "of", "against", "to", "at"})) {
                auto found = others(clause, actors({o.word}));
                if (found.empty()) found = others(clause, inside(o.word));
                if (!found.empty()) return found;
            }
    }
    return {};
}

/// "told Chad it would send ships": to Chad.
std::vector<Participant> Slots::of_addressee(const Clause& clause) const {
    const int verb = tree_->head(clause.predicate);
    if (verb < 0 || !tree_->is(clause.predicate, "ccomp") || !lexicon_->listed("address", (*tree_)[verb].lemma)) return {};
    const Clause outer = clause_of(*tree_, *lexicon_, verb);
    const auto speakers = actors(outer.subjects);
    const auto own = actors(clause.subjects);
    if (speakers.empty() || own.empty()) return {};
    const ActorRef &speaker = speakers.front().actor, &doer = own.front().actor;
    if (speaker.id != doer.id && (speaker.country.empty() || speaker.country != doer.country)) return {};
    auto found = whole(outer.objects);
    std::erase_if(found, [](const Participant& p) { return p.actor.how == "unnamed"; });
    return found;
}

/// "sent experts to Chad to investigate the crash": where the purpose is to be fulfilled.
std::vector<Participant> Slots::of_goal(const Clause& clause) const {
    const int sent = tree_->is(clause.predicate, "advcl") || tree_->is(clause.predicate, "xcomp") ? tree_->head(clause.predicate) : -1;
    if (sent < 0 || (*tree_)[clause.predicate].xpos != "VB" || (*tree_)[sent].upos != Upos::VERB) return {};
    for (const Oblique& o : clause_of(*tree_, *lexicon_, sent).obliques)
        if (is_one_of(o.preposition, {"to", "into", "in"}))
            if (auto found = actors({o.word}); !found.empty()) return found;
    return {};
}

/// "will not lift the embargo until Chad complies": it is aimed at whoever is to comply.
std::vector<Participant> Slots::of_condition(const Clause& clause) const {
    for (const int c : tree_->children(clause.predicate)) {
        const int mark = tree_->is(c, "advcl") ? tree_->child(c, "mark") : -1;
        if (mark < 0 || !lexicon_->listed("condition", (*tree_)[mark].lemma)) continue;
        if (auto found = actors(clause_of(*tree_, *lexicon_, c).subjects); !found.empty()) return found;
    }
    return {};
}

/// "pilots at Lufthansa struck": whose workers they are.
std::vector<Participant> Slots::of_employer(const Clause& clause) const {
    for (const int subject : clause.subjects)
        for (const char* mark : {"at", "for", "of"})
            if (auto found = actors(after(subject, mark)); !found.empty() && unnamed_->counted(subject) == subject) return found;
    return {};
}

}  // namespace entente
