// SPDX-License-Identifier: Apache-2.0
#include "graph/store_facts.hpp"

#include <algorithm>
#include <array>
#include <tuple>
#include <unordered_map>

#include "core/error.hpp"
#include "graph/derive.hpp"
#include "graph/detail.hpp"
#include "graph/store_evidence.hpp"

namespace entente {
namespace {

/// Of a document that counts.
struct DocumentFacts {
    std::uint32_t source = 0;
    std::int32_t published = k_undated;  ///< day
    bool counts = false;
};

/// Of a row of evidence.
struct RowFacts {
    std::uint32_t number = 0;
    std::uint32_t document = 0;
    std::array<std::uint32_t, 2> ends{};  ///< subject and object as named
    std::int32_t day = k_undated;         ///< when it happened
};

/// All texts of a graph.
struct Texts {
    Archive archive;
    StringPool sources;
};

bool is_near(std::int32_t earlier, std::int32_t later) {
    if (earlier == k_undated || later == k_undated) return earlier == later;
    return later - earlier <= k_copy_days;
}

/// Columns: see the statement.
Fact fact_of(const Statement& row, std::uint32_t source) {
    Observation flags;
    set_flags(flags, static_cast<std::uint8_t>(row.integer(5)));
    Fact f;
    f.source = source;
    f.confidence = static_cast<std::uint16_t>(row.integer(7));
    f.goldstein = static_cast<std::int16_t>(row.integer(8));
    f.status = flags.status;
    f.mutual = flags.mutual;
    return f;
}

class FactsReader {
public:
    FactsReader(Database& db, Clock clock) : db_(db), clock_(clock), texts_(std::make_shared<Texts>()) {}

    StoredFacts read() {
        StoredEvidence actors(db_, texts_->archive);
        names_ = actors.names();
        read_documents();
        read_rows();
        rank_actors();
        merged_ = merge(sightings_);
        sightings_ = {};
        fold();
        std::vector<Actor> all = make_actors();
        finish_facts();
        return {TemporalGraph(std::move(all), std::move(sources_), std::move(merged_), texts_), std::move(copies_)};
    }

private:
    std::uint32_t source(std::string_view text) {
        const std::string_view own = texts_->sources.intern(text);
        const auto [it, is_new] = source_numbers_.try_emplace(own.data(), static_cast<std::uint32_t>(sources_.size()));
        if (is_new) sources_.push_back(own);
        return it->second;
    }

    void read_documents() {
        Statement rows = db_.prepare("SELECT number, source, published FROM document WHERE current");
        while (rows.step()) {
            const auto number = static_cast<std::size_t>(rows.integer(0));
            if (number >= documents_.size()) documents_.resize(number + 1);
            DocumentFacts& d = documents_[number];
            d.source = source(rows.text(1));
            if (const auto published = rows.optional(2)) d.published = Timestamp{*published}.date().days;
            d.counts = true;
        }
    }

    void read_rows() {
        Statement rows = db_.prepare("SELECT number, document, subject, object, type, flags, day, confidence, goldstein FROM evidence");
        while (rows.step()) {
            const auto document = static_cast<std::size_t>(rows.integer(1));
            if (document < documents_.size() && documents_[document].counts) add(rows, static_cast<std::uint32_t>(document));
        }
    }

    void add(const Statement& rows, std::uint32_t document) {
        const std::int64_t number = rows.integer(0);
        if (number > std::int64_t{0xFFFFFFFF}) throw InputError("the store has had too many rows: build it anew");
        RowFacts& row = rows_.emplace_back();
        row.number = static_cast<std::uint32_t>(number);
        row.document = document;
        row.ends = {named(rows.integer(2)), named(rows.integer(3))};
        if (const auto day = rows.optional(6)) row.day = static_cast<std::int32_t>(*day);
        Sighting& s = sightings_.emplace_back();
        s.edge.type = static_cast<std::uint8_t>(rank(stored_type(rows, 4)));
        s.edge.polarity = static_cast<Polarity>(rows.integer(5) & 1);
        s.fact = fact_of(rows, documents_[document].source);
        s.fact.day = row.day;
        s.fact.evidence = static_cast<std::uint32_t>(rows_.size() - 1);
    }

    std::uint32_t named(std::int64_t number) const {
        check_actor(number, names_.size());
        return static_cast<std::uint32_t>(number);
    }

    /// Actors that anything is said of, by id.
    void rank_actors() {
        std::vector<char> used(names_.size());
        for (const RowFacts& r : rows_)
            for (const auto name : r.ends) used[name] = 1;
        std::vector<std::string_view> ids;
        for (std::size_t i = 0; i < used.size(); ++i)
            if (used[i]) ids.push_back(names_[i]->id);
        std::ranges::sort(ids);
        ids.erase(std::unique(ids.begin(), ids.end()), ids.end());
        actors_.resize(names_.size());
        for (std::size_t i = 0; i < used.size(); ++i)
            if (used[i]) actors_[i] = static_cast<std::uint32_t>(std::ranges::lower_bound(ids, names_[i]->id) - ids.begin());
        for (std::size_t i = 0; i < rows_.size(); ++i) {
            sightings_[i].edge.subject = actors_[rows_[i].ends[0]];
            sightings_[i].edge.object = actors_[rows_[i].ends[1]];
        }
    }

    /// Facts (indices) that have another of their edge within days: the only ones that may have copies, or be one.
    [[nodiscard]] std::vector<std::uint32_t> candidates() const {
        constexpr std::uint32_t k_none = 0xFFFFFFFF;
        const std::vector<Fact>& facts = merged_.facts;
        std::vector<std::uint32_t> latest(merged_.edges.size(), k_none);
        std::vector<char> is_one(facts.size());
        for (std::uint32_t i = 0; i < facts.size(); ++i) {
            std::uint32_t& before = latest[facts[i].edge];
            if (before != k_none && is_near(facts[before].day, facts[i].day)) is_one[before] = is_one[i] = 1;
            before = i;
        }
        std::vector<std::uint32_t> out;
        for (std::uint32_t i = 0; i < facts.size(); ++i)
            if (is_one[i]) out.push_back(i);
        std::ranges::sort(out, {}, [&](std::uint32_t i) { return facts[i].evidence; });  // as they lie on the disk
        return out;
    }

    void fold() {
        const std::vector<std::uint32_t> some = candidates();
        if (some.empty()) return;
        Archive archive;
        StoredEvidence evidence(db_, archive);
        std::vector<PackedObservation> all;
        for (const auto i : some) all.push_back(evidence.at(rows_[merged_.facts[i].evidence].number));
        std::vector<char> gone(merged_.facts.size());
        std::string lines;
        const auto folded = mark_copies(all, archive);
        for (std::size_t i = 0; i < folded.size(); ++i) {
            Fact& report = merged_.facts[some[folded[i].report]];
            const Fact& copy = merged_.facts[some[folded[i].copy]];
            if (i == 0 || folded[i - 1].report != folded[i].report) lines = sources_[report.source];
            lines.append("\n").append(sources_[copy.source]);
            gone[some[folded[i].copy]] = 1;
            copies_.push_back({rows_[report.evidence].number, rows_[copy.evidence].number});
            if (i + 1 == folded.size() || folded[i + 1].report != folded[i].report) report.source = source(lines);
        }
        std::size_t at = 0;
        std::erase_if(merged_.facts, [&](const Fact&) { return gone[at++] != 0; });
        std::ranges::sort(copies_, {}, [](const Folded& f) { return std::tie(f.report, f.copy); });
    }

    /// Mentions are counted without copies.
    std::vector<Actor> make_actors() {
        std::vector<std::uint32_t> mentions(names_.size());
        for (const Fact& f : merged_.facts)
            for (const auto name : rows_[f.evidence].ends) ++mentions[name];
        std::vector<std::pair<std::uint32_t, NameCount>> names;
        for (std::size_t i = 0; i < names_.size(); ++i)
            if (mentions[i] > 0) names.push_back({actors_[i], {names_[i], mentions[i]}});
        std::ranges::stable_sort(names, {}, [](const auto& n) { return n.first; });
        std::vector<Actor> out;
        std::vector<NameCount> own;
        for (std::size_t i = 0; i < names.size(); ++i) {
            own.push_back(names[i].second);
            if (i + 1 < names.size() && names[i + 1].first == names[i].first) continue;
            out.push_back(actor_of(own));
            own.clear();
        }
        for (const Fact& f : merged_.facts)
            for (const auto actor : {merged_.edges[f.edge].subject, merged_.edges[f.edge].object})
                widen(out[actor].first, out[actor].last, f.day);
        return out;
    }

    static void widen(std::optional<Date>& first, std::optional<Date>& last, std::int32_t day) {
        if (day == k_undated) return;
        if (!first) first = Date{day};
        last = Date{day};  // days rise
    }

    /// By the clock that was asked for; what differs in nothing else by confidence, so that sums don't depend on the order in
    /// which a store was filled.
    void finish_facts() {
        for (Fact& f : merged_.facts) {
            const RowFacts& row = rows_[f.evidence];
            if (clock_ == Clock::reported) f.day = documents_[row.document].published;
            f.evidence = row.number;
        }
        std::vector<Fact>& facts = merged_.facts;
        const auto edge_key = [](const Fact& f) { return std::make_tuple(f.day, f.edge); };
        if (clock_ == Clock::reported) std::ranges::sort(facts, {}, edge_key);
        for (std::size_t begin = 0, end = 0; begin < facts.size(); begin = end) {
            while (end < facts.size() && edge_key(facts[end]) == edge_key(facts[begin])) ++end;
            if (end - begin > 1)
                std::ranges::sort(std::span(facts).subspan(begin, end - begin), {},
                                  [](const Fact& f) { return std::make_tuple(f.confidence, f.evidence); });
        }
    }

    Database& db_;
    Clock clock_;
    std::shared_ptr<Texts> texts_;
    std::span<const Named* const> names_;
    std::vector<DocumentFacts> documents_;
    std::vector<std::string_view> sources_;
    std::unordered_map<const char*, std::uint32_t> source_numbers_;  ///< by address: they are interned
    std::vector<RowFacts> rows_;
    std::vector<std::uint32_t> actors_;  ///< by name: the actor's place among ids
    std::vector<Sighting> sightings_;
    Merged merged_;
    std::vector<Folded> copies_;
};

}  // namespace

StoredFacts read_facts(Database& db, Clock clock) { return FactsReader(db, clock).read(); }

}  // namespace entente
