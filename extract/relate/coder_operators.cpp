// SPDX-License-Identifier: Apache-2.0
// What operators make of an act: "refused to", "urged … to", "called for".
#include "extract/relate/coder.hpp"

#include <algorithm>

#include "core/words.hpp"

namespace entente {
namespace {

bool same_actor(const ActorRef& a, const ActorRef& b) { return a.id == b.id; }

/// Operators whose event is between who speaks and who is addressed.
bool addresses(std::string_view op) {
    return is_one_of(op, {"appeal", "urge", "invite", "demand", "order", "force", "allow", "forbid", "warn"});
}

}  // namespace

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

}  // namespace entente
