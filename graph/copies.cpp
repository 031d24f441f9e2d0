// SPDX-License-Identifier: Apache-2.0
#include "graph/copies.hpp"

#include <xxhash.h>

#include <algorithm>
#include <numeric>
#include <tuple>

#include "graph/evidence_json.hpp"
#include "graph/sentence_words.hpp"

namespace entente {
namespace {

constexpr std::size_t k_fewest_words = 6;

/// Of an edge; texts are interned.
auto key_of(const PackedObservation& o) {
    return std::make_tuple(o.subject->id.data(), o.object->id.data(), o.type, o.polarity());
}

std::uint64_t hash_of_key(const PackedObservation& o) {
    const std::uint64_t parts[] = {reinterpret_cast<std::uintptr_t>(o.subject->id.data()),
                                   reinterpret_cast<std::uintptr_t>(o.object->id.data()),
                                   o.type * 2u + static_cast<unsigned>(o.polarity())};
    return XXH3_64bits(parts, sizeof parts);
}

bool is_earlier(const Observation& a, const Observation& b) {
    return std::tie(a.date, a.published, a.doc, a.source, a.sentence_index, a.id) <
           std::tie(b.date, b.published, b.doc, b.source, b.sentence_index, b.id);
}

/// An observation, and its index among those that are packed.
struct Member {
    Observation observation;
    std::uint32_t packed = 0;
};

/// Folds the observations of an edge and a verb.
class Folder {
public:
    Folder(std::vector<PackedObservation>& all, Archive& archive) : all_(all), archive_(archive) {}

    /// `members` are in the order of time. What is a copy loses its report.
    void fold(std::span<Member> members) {
        members_ = members;
        words_.assign(members_.size(), {});
        first_.resize(members_.size());
        std::iota(first_.begin(), first_.end(), 0u);
        bool any = false;
        for (std::uint32_t i = 0; i < members_.size(); ++i)
            for (std::uint32_t j = i + 1; j < members_.size() && is_near(at(i), at(j)); ++j)
                if (root(i) != root(j) && are_copies(i, j)) {
                    unite(i, j);
                    any = true;
                }
        if (any) write_copies();
    }

    [[nodiscard]] std::vector<Folded> folded() && { return std::move(folded_); }

private:
    const Observation& at(std::uint32_t i) const { return members_[i].observation; }

    static bool is_near(const Observation& a, const Observation& b) {
        if (!a.date || !b.date) return a.date == b.date;
        return b.date->days - a.date->days <= k_copy_days;
    }

    const SentenceWords& words(std::uint32_t i) {
        if (!words_[i].is_read()) words_[i] = SentenceWords(at(i).sentence);
        return words_[i];
    }

    bool are_copies(std::uint32_t i, std::uint32_t j) {
        const Observation& a = at(i);
        const Observation& b = at(j);
        if (a.doc.data() == b.doc.data())
            return a.source.data() != b.source.data() && a.span == b.span && a.sentence.data() == b.sentence.data();
        const bool i_is_shorter = words(i).count() <= words(j).count();
        const SentenceWords& shorter = words(i_is_shorter ? i : j);
        const SentenceWords& longer = words(i_is_shorter ? j : i);
        return shorter.count() >= k_fewest_words && 5 * shorter.count() >= 3 * longer.count() &&
               shorter.is_within(longer);
    }

    std::uint32_t root(std::uint32_t i) {
        while (first_[i] != i) i = first_[i] = first_[first_[i]];
        return i;
    }

    void unite(std::uint32_t i, std::uint32_t j) {
        const std::uint32_t a = root(i);
        const std::uint32_t b = root(j);
        first_[std::max(a, b)] = std::min(a, b);
    }

    void write_copies() {
        std::vector<std::string> copies(members_.size());
        for (std::uint32_t i = 0; i < members_.size(); ++i) {
            const std::uint32_t report = root(i);
            if (report == i) continue;
            copies[report] += copies[report].empty() ? '[' : ',';
            append_evidence_json(copies[report], at(i), {}, {});
            all_[members_[i].packed].report = nullptr;
            folded_.push_back({members_[report].packed, members_[i].packed});
        }
        for (std::uint32_t i = 0; i < members_.size(); ++i)
            if (!copies[i].empty()) archive_.set_copies(all_[members_[i].packed], copies[i] += ']');
    }

    std::vector<PackedObservation>& all_;
    Archive& archive_;
    std::vector<Folded> folded_;
    std::span<Member> members_;
    std::vector<SentenceWords> words_;  ///< by member, as they are asked for
    std::vector<std::uint32_t> first_;  ///< by member: an earlier one of the same report, or itself
};

/// `members` are of one edge.
void fold_by_verb(std::vector<Member>& members, Folder& folder) {
    std::ranges::sort(members, [](const Member& x, const Member& y) {
        const Observation& a = x.observation;
        const Observation& b = y.observation;
        return a.lemma != b.lemma ? a.lemma < b.lemma : is_earlier(a, b);
    });
    for (std::size_t begin = 0, end = 0; begin < members.size(); begin = end) {
        while (end < members.size() && members[end].observation.lemma == members[begin].observation.lemma) ++end;
        if (end - begin > 1) folder.fold(std::span(members).subspan(begin, end - begin));
    }
}

json::Document parse_copies(std::string_view copies) {
    std::string object = "{\"v\":";
    return json::parse_object((object += copies) += '}');
}

}  // namespace

std::vector<Folded> mark_copies(std::vector<PackedObservation>& all, Archive& archive) {
    std::vector<std::pair<std::uint64_t, std::uint32_t>> order;
    for (std::uint32_t i = 0; i < all.size(); ++i)
        if (!all[i].sentence.empty()) order.emplace_back(hash_of_key(all[i]), i);
    std::ranges::sort(order);
    Folder folder(all, archive);
    std::vector<Member> members;
    for (std::size_t begin = 0, end = 0; begin < order.size(); begin = end) {
        while (end < order.size() && order[end].first == order[begin].first) ++end;
        if (end - begin < 2) continue;
        members.clear();
        for (std::size_t i = begin; i < end; ++i)
            if (const PackedObservation& o = all[order[i].second]; key_of(o) == key_of(all[order[begin].second]))
                members.push_back({unpack(o), order[i].second});
        fold_by_verb(members, folder);
    }
    return std::move(folder).folded();
}

void fold_copies(std::vector<PackedObservation>& all, Archive& archive) {
    if (!mark_copies(all, archive).empty()) std::erase_if(all, [](const PackedObservation& o) { return !o.report; });
}

std::vector<Publication> publications(const Observation& o) {
    std::vector<Publication> out;
    if (o.copies.empty()) return out;
    const json::Document list = parse_copies(o.copies);
    for (const auto& copy : list["v"].GetArray())
        out.push_back({std::string(json::text(copy, "doc")), std::string(json::text(copy, "source"))});
    return out;
}

void for_each_copy(const Observation& o, const std::function<void(const Observation&)>& take) {
    Observation own = o;
    own.copies = {};
    take(own);
    if (o.copies.empty()) return;
    const json::Document list = parse_copies(o.copies);
    for (const auto& value : list["v"].GetArray()) {
        JsonTexts texts;
        Observation copy = evidence_from_json(value, {}, {}, texts);
        copy.subject.id = o.subject.id;
        copy.object.id = o.object.id;
        copy.type = o.type;
        copy.polarity = o.polarity;
        take(copy);
    }
}

}  // namespace entente
