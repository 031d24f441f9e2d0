// SPDX-License-Identifier: Apache-2.0
#include "graph/derive.hpp"

#include <algorithm>
#include <cmath>
#include <set>
#include <unordered_map>

#include "graph/copies.hpp"
#include "graph/detail.hpp"

namespace entente {
namespace {

/// Parties count 2 × observation + side.
const Named* named_at(std::span<const PackedObservation> all, std::uint32_t party) {
    return party % 2 ? all[party / 2].object : all[party / 2].subject;
}

void widen(std::optional<Date>& first, std::optional<Date>& last, std::optional<Date> date) {
    if (!date) return;
    first = first ? std::min(*first, *date) : *date;
    last = last ? std::max(*last, *date) : *date;
}

Kind commonest_kind(std::array<std::uint32_t, 9> votes) {
    votes[static_cast<std::size_t>(Kind::other)] = 0;  // wins only where nothing else is known
    const auto best = std::ranges::max_element(votes);
    return *best == 0 ? Kind::other : static_cast<Kind>(best - votes.begin());
}

/// An actor's names are few: each is counted, then looked at once.
Actor derive_actor(std::span<const std::uint32_t> parties, std::span<const PackedObservation> all) {
    std::optional<Date> first;
    std::optional<Date> last;
    std::vector<const Named*> names;
    names.reserve(parties.size());
    for (const auto p : parties) {
        names.push_back(named_at(all, p));
        widen(first, last, all[p / 2].date());
    }
    std::ranges::sort(names);
    std::vector<NameCount> counts;
    for (const Named* named : names) {
        if (counts.empty() || counts.back().named != named) counts.push_back({named, 0});
        ++counts.back().count;
    }
    Actor actor = actor_of(counts);
    actor.first = first;
    actor.last = last;
    return actor;
}

std::uint32_t count_distinct(std::span<const PackedObservation> evidence, std::string_view Report::*text) {
    if (evidence.size() == 1) return 1;
    std::vector<const char*> addresses;  // texts are interned
    addresses.reserve(evidence.size());
    for (const PackedObservation& o : evidence) addresses.push_back((o.report->*text).data());
    std::ranges::sort(addresses);
    return static_cast<std::uint32_t>(std::unique(addresses.begin(), addresses.end()) - addresses.begin());
}

/// As before, and of the copies. Their texts have addresses of their own.
void count_publications(std::span<const PackedObservation> evidence, Edge& edge) {
    std::set<std::string, std::less<>> documents;
    std::set<std::string, std::less<>> sources;
    for (const PackedObservation& o : evidence) {
        documents.emplace(o.report->document);
        sources.emplace(o.report->source);
        for (Publication& p : publications(o)) {
            documents.insert(std::move(p.document));
            sources.insert(std::move(p.source));
        }
    }
    edge.documents = static_cast<std::uint32_t>(documents.size());
    edge.sources = static_cast<std::uint32_t>(sources.size());
}

std::string_view edge_label(std::span<const PackedObservation> evidence) {
    const auto label = [](const PackedObservation& o) { return o.phrase.empty() ? o.lemma() : o.phrase; };
    if (evidence.size() == 1) return label(evidence.front());
    std::vector<Vote> phrases;
    phrases.reserve(evidence.size());
    for (const PackedObservation& o : evidence) phrases.push_back({label(o), 1});
    return commonest(phrases);
}

/// Sorts the actor ids and numbers the parties by them.
std::vector<std::string_view> number_parties(std::span<const PackedObservation> all,
                                             std::vector<std::array<std::uint32_t, 2>>& ends) {
    std::unordered_map<const char*, std::uint32_t> numbers;  // by address: texts are interned
    std::vector<std::string_view> ids;
    for (const PackedObservation& o : all)
        for (const std::string_view id : {o.subject->id, o.object->id})
            if (numbers.try_emplace(id.data(), 0).second) ids.push_back(id);
    std::ranges::sort(ids);
    for (std::uint32_t i = 0; i < ids.size(); ++i) numbers[ids[i].data()] = i;
    ends.resize(all.size());
    for (std::size_t i = 0; i < all.size(); ++i)
        ends[i] = {numbers.at(all[i].subject->id.data()), numbers.at(all[i].object->id.data())};
    return ids;
}

}  // namespace

std::string_view commonest(std::vector<Vote>& votes) {
    std::ranges::sort(votes, {}, &Vote::text);
    std::string_view best;
    std::uint32_t most = 0;
    for (std::size_t begin = 0, end = 0; begin < votes.size(); begin = end) {
        std::uint32_t count = 0;
        for (; end < votes.size() && votes[end].text == votes[begin].text; ++end) count += votes[end].count;
        if (count <= most) continue;
        most = count;
        best = votes[begin].text;
    }
    return best;
}

Actor actor_of(std::span<const NameCount> names) {
    Actor actor;
    std::vector<Vote> labels;
    std::vector<Vote> countries;
    std::array<std::uint32_t, 9> kinds{};
    for (const auto& [named, count] : names) {
        labels.push_back({named->label, count});
        if (!named->country.empty()) countries.push_back({named->country, count});
        kinds[static_cast<std::size_t>(named->kind)] += count;
        actor.mentions += count;
    }
    actor.id = names.front().named->id;
    actor.label = commonest(labels);
    actor.country = commonest(countries);
    actor.kind = commonest_kind(kinds);
    return actor;
}

std::vector<Actor> derive_actors(std::span<const PackedObservation> all, std::vector<std::array<std::uint32_t, 2>>& ends) {
    const auto ids = number_parties(all, ends);
    std::vector<std::uint32_t> begins(ids.size() + 1);
    for (const auto& pair : ends)
        for (const auto actor : pair) ++begins[actor + 1];
    for (std::size_t i = 0; i < ids.size(); ++i) begins[i + 1] += begins[i];
    std::vector<std::uint32_t> parties(2 * all.size());
    std::vector<std::uint32_t> next(begins.begin(), begins.end() - 1);
    for (std::uint32_t i = 0; i < parties.size(); ++i) parties[next[ends[i / 2][i % 2]]++] = i;
    std::vector<Actor> actors;
    actors.reserve(ids.size());
    for (std::size_t i = 0; i < ids.size(); ++i)
        actors.push_back(derive_actor(std::span(parties).subspan(begins[i], begins[i + 1] - begins[i]), all));
    return actors;
}

Edge derive_edge(std::span<const PackedObservation> evidence, std::vector<Date>& days) {
    Edge edge;
    edge.type = evidence.front().type_of();
    edge.polarity = evidence.front().polarity();
    edge.weight = static_cast<std::uint32_t>(evidence.size());
    edge.days_begin = static_cast<std::uint32_t>(days.size());
    double doubt = 1;
    double sum = 0;
    for (const PackedObservation& o : evidence) {
        edge.symmetric |= o.is_mutual();
        ++edge.statuses[static_cast<std::size_t>(o.status())];
        doubt *= 1 - from_thousandths(o.confidence);
        sum += from_thousandths(o.goldstein);
        const auto date = o.date();
        widen(edge.first, edge.last, date);
        if (date && (days.size() == edge.days_begin || days.back() != *date)) days.push_back(*date);
    }
    edge.days_count = static_cast<std::uint32_t>(days.size()) - edge.days_begin;
    edge.goldstein = std::round(sum / edge.weight * 1000) / 1000;
    if (edge.goldstein == 0) edge.goldstein = 0;  // no "-0"
    edge.confidence = std::min(std::round((1 - doubt) * 1000) / 1000, 0.999);
    edge.label = edge_label(evidence);
    edge.documents = count_distinct(evidence, &Report::document);
    edge.sources = count_distinct(evidence, &Report::source);
    if (std::ranges::any_of(evidence, &PackedObservation::has_copies)) count_publications(evidence, edge);
    return edge;
}

}  // namespace entente
