// SPDX-License-Identifier: Apache-2.0
#include "extract/relate/event_set.hpp"

#include <algorithm>
#include <utility>

#include "core/words.hpp"

namespace entente {
namespace {

constexpr double k_least = 0.18;    ///< what is less sure is more likely wrong than right
constexpr double k_near = 0.45;     ///< at most, where an end stands in no slot of its row: wrong more often than right
constexpr double k_guessed = 0.6;   ///< an end that no rule of grammar gives

bool same_actor(const ActorRef& a, const ActorRef& b) { return a.id == b.id; }

bool nameless(const ActorRef& a) { return a.how == "unnamed"; }

}  // namespace

/// "A Kenyan court freed a Kenyan singer": two ends of one state are two actors if only one of them is its arm.
bool EventSet::set_apart(Participant& source, Participant& target) const {
    const auto arm = [](const Participant& p) { return is_one_of(p.actor.role, {"", "GOV", "MIL", "COP", "JUD", "LEG", "SPY"}); };
    if (source.word == target.word || source.actor.role == target.actor.role) return false;
    const bool guessed = source.actor.how != target.actor.how && (source.actor.how == "definite" || target.actor.how == "definite");
    Participant& other = (guessed ? source.actor.how == "definite" : arm(target) && !arm(source)) ? source : target;
    auto unnamed = unnamed_.resolve(other.word);
    if (!unnamed) return false;
    unnamed->country = other.actor.country;
    unnamed->confidence = other.actor.confidence * k_guessed;
    other.actor = std::move(*unnamed);
    return !same_actor(source.actor, target.actor);
}

/// Nameless people among themselves are no news unless one of them has a public part, and a leader who meets them consults nobody.
bool EventSet::is_private(const Event& shape, const ActorRef& source, const ActorRef& target) {
    const auto of_no_part = [](const ActorRef& a) { return is_one_of(a.role, {"", "CVL", "BUS", "MED", "EDU", "HLH", "LAB", "REL", "AGR", "NGO", "REF"}); };
    if (shape.type == Type::CONSULT && ((nameless(source) && of_no_part(source)) || (nameless(target) && of_no_part(target)))) return true;
    // Citizens who cross a border are no troops.
    if (shape.type == Type::MOBILIZE && is_one_of(source.role, {"CVL", "REF", "MED", "BUS", "EDU", "HLH", "AGR", "LAB"})) return true;
    // "Storm Ida killed ten people": a name of no kind is likely none of an actor.
    const auto no_actor = [&](const ActorRef& a) { return (nameless(a) && of_no_part(a)) || (a.how == "unknown" && a.kind == Kind::other); };
    return shape.type != Type::PROTEST && no_actor(source) && no_actor(target);
}

/// A president who speaks for his own state, or helps it, does so every day.
bool EventSet::at_home(const Event& shape, const ActorRef& a, const ActorRef& b) {
    const auto state = [](const ActorRef& x) { return x.kind == Kind::country && is_one_of(x.role, {"", "GOV"}); };
    const auto leader = [](const ActorRef& x) { return x.is_person() && is_one_of(x.role, {"GOV", "MIL", "LEG", "JUD"}); };
    const bool daily = shape.type == Type::CONSULT || shape.type == Type::AGREE || shape.type == Type::COOPERATE || shape.type == Type::AID;
    if (!daily || a.country.empty() || a.country != b.country) return false;
    return (state(a) && leader(b)) || (leader(a) && state(b));
}

void EventSet::put(const Event& shape, Participant source, Participant target) {
    if ((source.word == target.word && !shape.symmetric) || is_private(shape, source.actor, target.actor)) return;
    if (same_actor(source.actor, target.actor) && !set_apart(source, target)) return;
    if (at_home(shape, source.actor, target.actor)) return;
    // "rallied in Oslo": where they stood, not whom they protested at.
    if (shape.type == Type::PROTEST && target.actor.kind == Kind::place && !source.actor.country.empty() && source.actor.country == target.actor.country) return;
    // "the rulers" of whoever speaks: most likely not meant.
    const bool vague = source.actor.how == "definite" || target.actor.how == "definite";
    if (vague && !source.actor.country.empty() && source.actor.country == target.actor.country && !set_apart(source, target)) return;
    Event event = shape;
    event.source = {slots_.named(source.word), source.actor};
    event.target = {slots_.named(target.word), target.actor};
    std::erase_if(event.further, [&](const Oblique& o) { return o.word == source.word || o.word == target.word; });
    std::erase_if(event.words, [&](int w) { return w == source.word || w == target.word; });
    if (event.words.empty()) event.words = shape.words;
    event.confidence *= source.actor.confidence * target.actor.confidence;
    if (event.confidence < k_least) return;
    if (event.rule.ends_with("-near")) event.confidence = std::min(event.confidence, k_near);
    add(std::move(event));
}

void EventSet::emit_mutual(const Event& shape, const std::vector<Participant>& parties) {
    Event mutual = shape;
    mutual.symmetric = true;
    for (std::size_t i = 0; i < parties.size(); ++i)
        for (std::size_t k = i + 1; k < parties.size(); ++k) put(mutual, parties[i], parties[k]);
}

void EventSet::emit(const Event& shape, const std::vector<Participant>& sources, const std::vector<Participant>& targets) {
    // Without a target it is mutual whatever an operator made of it: "A and B failed to agree".
    const bool noun = shape.symmetric && shape.rule == "noun";
    // "the two leaders deepened ties between Chad and Mali": the same two.
    const bool same = shape.symmetric && sources.size() > 1 && std::ranges::all_of(targets, [&](const Participant& t) {
        return std::ranges::any_of(sources, [&](const Participant& s) { return same_actor(s.actor, t.actor); });
    });
    if (targets.empty() || noun || same) emit_mutual(shape, sources);
    if (noun && sources.size() > 1 && targets.empty()) return;
    for (const Participant& t : targets) {
        // "A and B warned their citizens": each its own, not each other's.
        const bool own = std::ranges::any_of(sources, [&](const Participant& s) { return same_actor(s.actor, t.actor); });
        if (own && sources.size() > 1) continue;
        for (const Participant& s : sources) put(shape, s, t);
    }
}

void EventSet::add(Event event) {
    for (Event& other : events_) {
        const bool same = same_actor(other.source.actor, event.source.actor) && same_actor(other.target.actor, event.target.actor);
        const bool mirrored = other.symmetric && event.symmetric && same_actor(other.source.actor, event.target.actor) &&
                              same_actor(other.target.actor, event.source.actor);
        if (other.type != event.type || other.polarity != event.polarity || (!same && !mirrored)) continue;
        // "will pursue a case against": the verb's event goes before its noun's.
        const auto within = [](const Event& inner, const Event& outer) {
            return inner.rule == "noun" && outer.rule != "noun" && std::ranges::find(outer.words, inner.predicate) != outer.words.end();
        };
        if (within(event, other)) return;
        if (within(other, event)) {
            other = std::move(event);
            return;
        }
        // "met to hold talks": what happened goes before what is meant to; but "agreed to hold exercises" is one act.
        const bool one = std::ranges::find(event.words, other.predicate) != event.words.end() || std::ranges::find(other.words, event.predicate) != other.words.end();
        const bool happened = event.status == Status::actual, before = other.status == Status::actual;
        if (happened != before && !one ? happened : event.confidence > other.confidence) other = std::move(event);
        return;
    }
    events_.push_back(std::move(event));
}

/// "reaffirmed its support for": the verb's event says all that its noun says. "a raid on the rebels killed ten people":
/// who named the raid's target need not be told of the ten.
bool EventSet::says_better(const Event& event, const Event& other) {
    const bool source = same_actor(event.source.actor, other.source.actor), target = same_actor(event.target.actor, other.target.actor);
    if (other.rule == "noun" && event.rule != "noun" && source && target && std::ranges::find(event.words, other.predicate) != event.words.end())
        return true;
    if (event.type != other.type || event.polarity != other.polarity) return false;
    if (event.symmetric && same_actor(event.target.actor, other.source.actor) && nameless(other.target.actor)) return true;
    if (source && nameless(other.target.actor) && !nameless(event.target.actor)) return true;
    return target && nameless(other.source.actor) && !nameless(event.source.actor);
}

bool is_deed(const Event& event) {
    return (event.type == Type::ASSAULT || event.type == Type::COERCE) && event.polarity == Polarity::affirmed && event.status == Status::actual && !event.symmetric;
}

const Event* EventSet::last_deed() const {
    for (auto e = events_.rbegin(); e != events_.rend(); ++e)
        if (is_deed(*e)) return &*e;
    return nullptr;
}

std::vector<Event> EventSet::take() {
    std::vector<Event> kept;
    for (const Event& e : events_)
        if (std::ranges::none_of(events_, [&](const Event& other) { return says_better(other, e); })) kept.push_back(e);
    events_.clear();
    return kept;
}

}  // namespace entente
