// SPDX-License-Identifier: Apache-2.0
// Pronouns: he, she, it, they; who and which; I and we of a speaker.
#include <algorithm>

#include "core/words.hpp"
#include "extract/actors/resolver.hpp"

namespace entente {
namespace {

constexpr double k_least = 2.5;  ///< of rank: what a mere adjective names ("Israeli jets") is no "it"
constexpr double k_pronoun = 0.7;  ///< confidence that a pronoun's antecedent is right

ActorRef referred(ActorRef actor, std::string_view how, std::string_view where) {
    actor.because = std::string(where) + ": " + actor.label;
    actor.how = how;
    actor.confidence *= k_pronoun;
    return actor;
}

/// Lies between 0 and 3: those whom the document speaks of most go before.
double weight_of(std::uint32_t mentions) { return 0.3 * std::min(mentions, 4u); }

}  // namespace

/// How well a word of this sentence is placed to be what a pronoun or noun at `head` refers to; below 0: it can't be.
double Resolver::rank_within(int word, int head) const {
    if (word == head || tree_.below(word, head) || tree_.below(head, word)) return -1;
    const bool possessor = tree_.is(head, "nmod:poss");
    const int first = tree_.first_conjunct(word);
    const bool subject = tree_.is(first, "nsubj");
    int up = 0;
    for (int w = tree_.head(head); w >= 0; w = tree_.head(w), ++up) {
        if (tree_.head(first) != w) continue;
        if (up == 0 && !possessor) return -1;  // "Russia criticised it"
        if (word > head) return subject && tree_.is(head, "nsubj") && up > 0 ? 5 : -1;  // "When he arrived, Macron …"
        if (subject) return 10 - 0.5 * up;
        return tree_.is(word, "amod") || tree_.is(word, "compound") ? 2 : 8 - 0.5 * up;
    }
    if (word > head) return -1;
    if (subject) return 7;
    if (tree_.is(word, "amod") || tree_.is(word, "compound")) return 2;
    return tree_.is(word, "nmod") ? 4.5 : 6;
}

Resolver::Candidate Resolver::antecedent(int head, const Fits& fits, const std::function<bool(const Mentioned&)>& nobody,
                                         std::uint32_t reach) const {
    Candidate best;
    const auto offer = [&](const ActorRef* actor, double score, int word, std::string_view where) {
        if (score > best.score) best = {actor ? std::optional(*actor) : std::nullopt, score, word, where};
    };
    for (int w = 0; w < tree_.size(); ++w) {
        if (!is_mention(w) || !memo_[static_cast<std::size_t>(w)].done) {
            if (w < head || !tree_.is(w, "nsubj") || !is_mention(w)) continue;
        }
        double rank = rank_within(w, head);
        if (rank < 0) continue;
        rank -= 0.02 * std::abs(head - w);
        const auto& actors = meant(w);
        if (actors.size() == 1 && fits(actors.front()))
            offer(&actors.front(), rank + weight_of(context_.count(actors.front().id)), w, "earlier in the sentence");
        else if (actors.empty() && tree_[w].upos == Upos::NOUN && tree_.is(w, "nsubj")) {
            const auto role = role_phrase(w);
            Mentioned m = as_mentioned(w, {});
            m.person = role && role->role->person;
            if (nobody(m)) offer(nullptr, rank, w, {});
        }
    }
    const auto& before = context_.mentions();
    const bool noun = tree_[head].upos != Upos::PRON && tree_[head].xpos != "PRP$";
    for (auto m = before.rbegin(); m != before.rend() && m->sentence + reach >= sentence_; ++m) {
        if (noun && !context_.may_mean(*m)) continue;
        const double back = sentence_ - m->sentence;
        const double rank = (m->subject ? 6.5 : m->aside ? 1.5 : 4) - 2 * (back - 1) - 0.001 * static_cast<double>(m - before.rbegin());
        if (m->actor.id.empty() ? !nobody(*m) : !fits(m->actor)) continue;
        const bool known = !m->actor.id.empty();
        offer(known ? &m->actor : nullptr, rank + (known ? weight_of(context_.count(m->actor.id)) : 0), -1,
              m->subject ? "subject of a sentence before" : "in a sentence before");
    }
    return best;
}

/// "Who", "which", "that" of a relative clause: the noun that the clause describes.
std::vector<ActorRef> Resolver::relative(int head) const {
    int w = head;
    for (int up = 0; w >= 0 && up < 5; w = tree_.head(w), ++up)
        if (tree_[w].deprel == "acl:relcl") break;
    if (w < 0 || tree_[w].deprel != "acl:relcl" || tree_.head(w) < 0) return {};
    std::vector<ActorRef> out;
    for (const ActorRef& actor : meant(tree_.head(w))) {
        out.push_back(actor);
        out.back().because = "the clause describes " + actor.label;
        out.back().how = "pronoun";
    }
    return out;
}

/// "Himself", "itself": the subject of the clause, and nobody else.
std::vector<ActorRef> Resolver::reflexive(int head) const {
    for (int w = tree_.head(head); w >= 0; w = tree_.head(w)) {
        const int subject = tree_.child(w, "nsubj");
        if (subject < 0 || subject == head) continue;
        std::vector<ActorRef> out = meant(subject);
        for (ActorRef& a : out) a = referred(a, "pronoun", "subject of its clause");
        return out;
    }
    return {};
}

/// The subject of a verb that may report what somebody says, or -1.
int Resolver::reporter(int verb) const {
    const int subject = tree_.child(verb, "nsubj");
    return subject >= 0 && !is_one_of(ascii_lower(tree_[subject].form), {"i", "we", "you"}) ? subject : -1;
}

/// The verb whose report the word stands in: "said that …", "…, he said"; or -1.
int Resolver::report_over(int word) const {
    for (int w = word; w >= 0; w = tree_.head(w)) {
        for (const int c : tree_.children(w))
            if (tree_.is(c, "parataxis") && reporter(c) >= 0) return c;
        const int governor = tree_.head(w);
        if (governor >= 0 && (tree_.is(w, "ccomp") || tree_.is(w, "parataxis")) && reporter(governor) >= 0) return governor;
    }
    return -1;
}

/// "You": who is told.
std::vector<ActorRef> Resolver::addressee(int head) const {
    const int verb = report_over(head);
    if (verb < 0) return {};
    for (const int c : tree_.children(verb)) {
        const bool told = tree_.is(c, "obj") || tree_.is(c, "iobj") || (tree_.is(c, "obl") && tree_.preposition(c) == "to");
        if (!told || tree_.below(head, c)) continue;
        if (const auto who = resolve(c)) return {referred(*who, "pronoun", "who is told")};
    }
    return {};
}

/// Whom "we" or "our" of the same report means: those are no "they". Empty where there is none.
std::string Resolver::we_beside(int head) const {
    for (int w = 0; w < tree_.size(); ++w)
        if (is_one_of(ascii_lower(tree_[w].form), {"we", "us", "our", "ours"}) && report_over(w) == report_over(head))
            if (const auto& who = meant(w); !who.empty()) return who.front().id;
    return {};
}

/// "I", "we": who says so. "We" is the state or body whose office the speaker holds.
std::vector<ActorRef> Resolver::speaker(int head, bool several) const {
    std::optional<ActorRef> who;
    if (const int verb = report_over(head); verb >= 0) who = resolve(reporter(verb));
    if (!who) who = context_.speaker;
    // A statement: "Peru welcomes the truce. We urge both sides …"
    const auto& before = context_.mentions();
    if (!who && several && !tree_.is(head, "obj"))
        for (auto m = before.rbegin(); m != before.rend() && m->sentence + 2 >= sentence_; ++m) {
            const bool office = is_one_of(m->actor.role, {"", "GOV", "MIL", "LEG"}) && (m->actor.is_person() || m->actor.kind == Kind::country);
            if (!m->subject || !(office || m->actor.kind == Kind::organisation)) continue;
            who = m->actor;
            break;
        }
    if (!who) return {};
    if (several && who->is_person()) {
        const ActorEntry* person = table_.find(who->id);
        const ActorEntry* body = nullptr;
        if (person)
            for (const Office& o : person->offices)
                if (!body && o.when.covers(day_)) body = table_.find(o.of);
        if (!body && !who->country.empty()) body = table_.find(who->country);
        if (body) {
            const std::string label = who->label;
            who = of_table(*body, "pronoun");
            who->role = "GOV";
            who->because = "for whom " + label + " speaks";
            return {*who};
        }
    }
    return {referred(*who, "pronoun", "who speaks")};
}

/// "Greece and Albania opened embassies. They …": the subjects named together last.
std::vector<ActorRef> Resolver::coordinated_before(int head) const {
    for (int w = tree_.head(head); w >= 0; w = tree_.head(w)) {
        const int subject = tree_.child(w, "nsubj");
        if (subject < 0 || subject >= head || w == tree_.head(head)) continue;
        std::vector<ActorRef> out;
        for (const int c : tree_.conjuncts(subject))
            if (c < head)
                if (auto actor = resolve(c)) out.push_back(*actor);
        if (out.size() > 1) return out;
        return {};
    }
    const auto& before = context_.mentions();
    std::vector<ActorRef> out;
    for (auto m = before.rbegin(); m != before.rend() && m->sentence + 1 >= sentence_; ++m)
        if (m->subject && !m->actor.id.empty()) out.push_back(m->actor);
    std::ranges::reverse(out);
    const bool alike = out.size() > 1 && std::ranges::all_of(out, [&](const ActorRef& a) { return a.kind == out.front().kind; });
    return alike && out.size() < 4 && out.front().id != out.back().id ? out : std::vector<ActorRef>{};
}

/// "It is clear that …", "it rained": a pronoun that means nothing.
bool Resolver::is_empty(int head) const {
    if (!tree_.is(head, "expl") || tree_.head(head) < 0) return false;
    const int verb = tree_.head(head);
    return tree_.has(verb, "csubj") || tree_.has(verb, "cop") || tree_.has(verb, "ccomp") || tree_.has(verb, "advcl") ||
           is_one_of(tree_[verb].lemma, {"be", "seem", "appear", "rain", "snow", "take"});
}

std::vector<ActorRef> Resolver::pronoun(int head) const {
    const std::string word = ascii_lower(tree_[head].form);
    const std::string& tag = tree_[head].xpos;
    if (match_at(head)) {  // "WHO"
        const auto name = named(head);
        return name ? std::vector{*name} : std::vector<ActorRef>{};
    }
    if (tag == "WP" || tag == "WDT" || tag == "WP$" || (word == "that" && tag != "DT")) return relative(head);
    if (is_empty(head)) return {};
    if (word.ends_with("self") || word.ends_with("selves")) return reflexive(head);
    if (is_one_of(word, {"i", "me", "my", "mine"})) return speaker(head, false);
    if (is_one_of(word, {"we", "us", "our", "ours"})) return speaker(head, true);
    if (is_one_of(word, {"you", "your", "yours"})) return addressee(head);
    const bool he = is_one_of(word, {"he", "him", "his"});
    const bool she = is_one_of(word, {"she", "her", "hers"});
    const bool thing = is_one_of(word, {"it", "its"});
    const bool several = is_one_of(word, {"they", "them", "their", "theirs"});
    if (!he && !she && !thing && !several) return {};
    const std::string own = he || she ? "" : we_beside(head);
    const auto fits = [&](const ActorRef& a) {
        if (!own.empty() && a.id == own) return false;
        if (he || she) return a.is_person() && table_.words.gender(a.label) != (he ? Gender::female : Gender::male);
        if (several) return a.kind == Kind::group || a.kind == Kind::people || a.kind == Kind::organisation || a.kind == Kind::party ||
                            (a.kind == Kind::country && is_one_of(a.role, {"MIL", "CVL", "COP", "LEG", "REF"}));
        return a.kind == Kind::country || a.kind == Kind::organisation || a.kind == Kind::group || a.kind == Kind::party;
    };
    const auto nobody = [&](const Mentioned& m) {
        if (he || she) return m.person && !m.plural;
        return several ? m.plural : !m.plural && !m.person;
    };
    if (several)
        if (auto both = coordinated_before(head); !both.empty()) {
            for (ActorRef& a : both) a = referred(a, "several", "named together before");
            return both;
        }
    Candidate found = antecedent(head, fits, nobody, 2);
    if (several && (found.word < 0 || !found.actor)) {  // a state is "they" only within the sentence, as a subject above
        const auto state = [](const ActorRef& a) { return a.kind == Kind::country; };
        if (const Candidate c = antecedent(head, state, nobody, 0); c.actor && c.score > 8 && c.score > found.score) found = c;
    }
    if (!found.actor || (!several && found.score < k_least)) return {};
    return {referred(*found.actor, "pronoun", found.where)};
}

}  // namespace entente
