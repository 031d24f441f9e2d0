// SPDX-License-Identifier: Apache-2.0
#include "graph/derive.hpp"

#include <algorithm>
#include <cmath>
#include <set>
#include <unordered_map>

#include "graph/copies.hpp"

namespace entente {
namespace {

/// All that was said of one actor, as indices of parties: 2 × observation + side.
const Party& party_at(std::span<const Observation> all, std::uint32_t index) {
    return index % 2 ? all[index / 2].object : all[index / 2].subject;
}

void widen(std::optional<Date>& first, std::optional<Date>& last, std::optional<Date> date) {
    if (!date) return;
    first = first ? std::min(*first, *date) : *date;
    last = last ? std::max(*last, *date) : *date;
}

Kind commonest_kind(std::span<const std::uint32_t> parties, std::span<const Observation> all) {
    std::array<std::uint32_t, 9> votes{};
    for (const auto p : parties) ++votes[static_cast<std::size_t>(party_at(all, p).kind)];
    votes[static_cast<std::size_t>(Kind::other)] = 0;  // wins only where nothing else is known
    const auto best = std::ranges::max_element(votes);
    return *best == 0 ? Kind::other : static_cast<Kind>(best - votes.begin());
}

Actor derive_actor(std::span<const std::uint32_t> parties, std::span<const Observation> all) {
    Actor actor;
    std::vector<std::string_view> labels;
    std::vector<std::string_view> countries;
    for (const auto p : parties) {
        const Party& party = party_at(all, p);
        labels.push_back(party.label);
        if (!party.country.empty()) countries.push_back(party.country);
        widen(actor.first, actor.last, all[p / 2].date);
    }
    actor.id = party_at(all, parties.front()).id;
    actor.label = commonest(labels);
    actor.country = commonest(countries);
    actor.kind = commonest_kind(parties, all);
    actor.mentions = static_cast<std::uint32_t>(parties.size());
    return actor;
}

/// Distinct addresses: texts are interned.
std::uint32_t distinct(std::vector<const char*>& addresses) {
    std::ranges::sort(addresses);
    return static_cast<std::uint32_t>(std::unique(addresses.begin(), addresses.end()) - addresses.begin());
}

std::uint32_t count_distinct(std::span<const Observation> evidence, std::string_view Observation::*text) {
    std::vector<const char*> addresses;
    addresses.reserve(evidence.size());
    for (const Observation& o : evidence) addresses.push_back((o.*text).data());
    return distinct(addresses);
}

/// As before, and of the copies. Their texts have addresses of their own.
void count_publications(std::span<const Observation> evidence, Edge& edge) {
    std::set<std::string, std::less<>> documents;
    std::set<std::string, std::less<>> sources;
    for (const Observation& o : evidence) {
        documents.emplace(o.doc);
        sources.emplace(o.source);
        for (Publication& p : publications(o)) {
            documents.insert(std::move(p.document));
            sources.insert(std::move(p.source));
        }
    }
    edge.documents = static_cast<std::uint32_t>(documents.size());
    edge.sources = static_cast<std::uint32_t>(sources.size());
}

std::string_view edge_label(std::span<const Observation> evidence) {
    std::vector<std::string_view> phrases;
    phrases.reserve(evidence.size());
    for (const Observation& o : evidence) phrases.push_back(o.phrase.empty() ? o.lemma : o.phrase);
    return commonest(phrases);
}

/// Sorts the actor ids and numbers the parties by them.
std::vector<std::string_view> number_parties(std::span<const Observation> all,
                                             std::vector<std::array<std::uint32_t, 2>>& ends) {
    std::unordered_map<const char*, std::uint32_t> numbers;  // by address: texts are interned
    std::vector<std::string_view> ids;
    for (const Observation& o : all)
        for (const std::string_view id : {o.subject.id, o.object.id})
            if (numbers.try_emplace(id.data(), 0).second) ids.push_back(id);
    std::ranges::sort(ids);
    for (std::uint32_t i = 0; i < ids.size(); ++i) numbers[ids[i].data()] = i;
    ends.resize(all.size());
    for (std::size_t i = 0; i < all.size(); ++i)
        ends[i] = {numbers.at(all[i].subject.id.data()), numbers.at(all[i].object.id.data())};
    return ids;
}

}  // namespace

std::string_view commonest(std::vector<std::string_view>& votes) {
    std::ranges::sort(votes, std::less<>{}, [](std::string_view v) { return v.data(); });
    std::string_view best;
    std::size_t most = 0;
    for (std::size_t begin = 0, end = 0; begin < votes.size(); begin = end) {
        while (end < votes.size() && votes[end].data() == votes[begin].data()) ++end;
        const std::size_t count = end - begin;
        if (count < most || (count == most && best <= votes[begin])) continue;
        most = count;
        best = votes[begin];
    }
    return best;
}

std::vector<Actor> derive_actors(std::span<const Observation> all, std::vector<std::array<std::uint32_t, 2>>& ends) {
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

Edge derive_edge(std::span<const Observation> evidence, std::vector<Date>& days) {
    Edge edge;
    edge.type = evidence.front().type;
    edge.polarity = evidence.front().polarity;
    edge.weight = static_cast<std::uint32_t>(evidence.size());
    edge.days_begin = static_cast<std::uint32_t>(days.size());
    double doubt = 1;
    double sum = 0;
    bool has_copies = false;
    for (const Observation& o : evidence) {
        has_copies |= !o.copies.empty();
        edge.symmetric |= o.mutual;
        ++edge.statuses[static_cast<std::size_t>(o.status)];
        doubt *= 1 - o.confidence;
        sum += o.goldstein;
        widen(edge.first, edge.last, o.date);
        if (o.date && (days.size() == edge.days_begin || days.back() != *o.date)) days.push_back(*o.date);
    }
    edge.days_count = static_cast<std::uint32_t>(days.size()) - edge.days_begin;
    edge.goldstein = std::round(sum / edge.weight * 1000) / 1000;
    if (edge.goldstein == 0) edge.goldstein = 0;  // no "-0"
    edge.confidence = std::min(std::round((1 - doubt) * 1000) / 1000, 0.999);
    edge.label = edge_label(evidence);
    edge.documents = count_distinct(evidence, &Observation::doc);
    edge.sources = count_distinct(evidence, &Observation::source);
    if (has_copies) count_publications(evidence, edge);
    return edge;
}

}  // namespace entente
