// SPDX-License-Identifier: Apache-2.0
// Adds to a store. A store is a set: of documents (by id, source, day, text and what read it) and of each one's evidence
// (by id). Adding is set union, and so commutative, associative and idempotent; which version of a corrected document
// counts is derived: the one published last, then the one added last.
#pragma once

#include <chrono>
#include <cstdint>
#include <span>
#include <string>

#include "core/document.hpp"
#include "graph/number_cache.hpp"
#include "graph/store.hpp"
#include "graph/store_rows.hpp"

namespace entente {

/// What was added so far.
struct AddTally {
    std::size_t documents = 0;    ///< new ones
    std::size_t known = 0;        ///< that were there already
    std::size_t corrected = 0;    ///< new ones that took the place of an earlier text
    std::size_t observations = 0; ///< new ones
};

class StoreWriter {
public:
    /// Whether a new text of a known document is a correction because it comes later (`add`), or whether order must not
    /// matter (`build`): then of two texts published at the same time the one with the greater hash counts.
    enum class Order { matters, does_not };

    /// Keeps a reference to `store`. No other writer gets in until commit() or the end. Throws InputError where one is at
    /// work and does not end in time.
    StoreWriter(Store& store, Order order);
    /// What was not committed is undone.
    ~StoreWriter();
    StoreWriter(const StoreWriter&) = delete;
    StoreWriter& operator=(const StoreWriter&) = delete;

    /// What the documents to come are read with.
    void read_with(const Fingerprints& fingerprints);
    /// How many documents that count were read with something else; 0 before read_with().
    [[nodiscard]] std::size_t read_otherwise();

    /// Whether this text, so read, is there: extracting it anew would add nothing.
    [[nodiscard]] bool knows(const DocumentRecord& document);

    /// An article with all its triples. About 4 µs a triple.
    void add(const DocumentRecord& document, std::span<const Triple> triples);
    /// A triple of an article whose text is not known. It counts only where no text of that article is.
    void add(const Triple& triple);
    void add(const Observation& observation);
    /// All that another store holds, in an order that depends on nothing but its content.
    void add(Store& other);

    /// Removes a document, all versions and sources of it. Returns how many there were.
    std::size_t remove(std::string_view id);

    /// Makes what was added so far last, once it is worth it: a batch is 50,000 triples or two seconds.
    void commit_batch();
    void commit();

    [[nodiscard]] const AddTally& tally() const { return tally_; }

private:
    struct Version {
        std::int64_t published;
        std::int64_t revision;
        std::string text;
        std::string knowledge;
        auto operator<=>(const Version&) const = default;
    };
    struct Place {
        std::int64_t number;
        bool is_new;
    };
    void begin();
    void keep_knowledge(const Fingerprints& fingerprints);
    Place place(const DocumentRecord& document, std::int64_t revision);
    std::int64_t next_revision(const DocumentRecord& document);
    bool settle(const std::string& id);
    std::int64_t actor(const Party& party);
    std::int64_t actor(std::string_view id, std::string_view label, std::string_view country, std::int64_t kind);
    void add_evidence(std::int64_t document, const Observation& o);
    void keep_greater(std::int64_t document, std::int64_t subject, std::int64_t object, const Observation& o);
    void add_evidence(std::int64_t document, std::int64_t subject, std::int64_t object, const Observation& o);
    void copy_evidence(Statement& rows, std::int64_t from, std::int64_t to, const StoredDocument& document,
                       const std::vector<Party>& parties, std::vector<std::int64_t>& numbers);

    Database& db_;
    Order order_;
    AddTally tally_;
    std::string knowledge_;  ///< Fingerprints::all() of what documents are read with
    bool open_ = false;  ///< a transaction
    std::size_t pending_ = 0;
    std::chrono::steady_clock::time_point begun_;
    std::int64_t data_version_ = 0;
    NumberCache documents_;  ///< numbers of plain triples' documents
    NumberCache actors_;
    std::string key_;
    std::string detail_;
    Statement versions_, insert_document_, keep_greater_names_, set_current_, find_actor_, insert_actor_, insert_evidence_, read_evidence_,
        replace_evidence_;
};

}  // namespace entente
