// SPDX-License-Identifier: Apache-2.0
#include "graph/store_writer.hpp"

#include <algorithm>
#include <limits>

#include "graph/copies.hpp"

namespace entente {
namespace {

constexpr std::size_t k_batch = 50000;
constexpr std::chrono::seconds k_batch_time{2};

void append_key(std::string& out, std::string_view text) {
    const auto size = static_cast<std::uint32_t>(text.size());
    out.append(reinterpret_cast<const char*>(&size), sizeof size);
    out += text;
}

constexpr std::int64_t k_nowhere = -1;  ///< the document of triples that don't count

std::optional<std::int64_t> seconds(const std::optional<Timestamp>& time) {
    return time ? std::optional(time->seconds) : std::nullopt;
}

bool is_same(const Statement& row, const DocumentRecord& d) {
    return row.text(3) == d.text && row.text(4) == d.knowledge && row.text(6) == d.source &&
           row.optional(1) == seconds(d.published);
}

}  // namespace

StoreWriter::StoreWriter(Store& store, Order order)
    : db_(store.database()),
      order_(order),
      versions_(db_.prepare("SELECT number, published, revision, text, knowledge, current, source FROM document WHERE id = ?1")),
      insert_document_(db_.prepare("INSERT INTO document(id, source, published, text, knowledge, revision, current, "
                                   "publisher, url, title) VALUES(?1, ?2, ?3, ?4, ?5, ?6, 1, ?7, ?8, ?9)")),
      keep_greater_names_(db_.prepare("UPDATE document SET publisher = ?2, url = ?3, title = ?4 WHERE number = ?1 AND "
                                      "(publisher, url, title) < (?2, ?3, ?4)")),
      set_current_(db_.prepare("UPDATE document SET current = ?2 WHERE number = ?1")),
      find_actor_(db_.prepare("SELECT number FROM actor WHERE id = ?1 AND label = ?2 AND country = ?3 AND kind = ?4")),
      insert_actor_(db_.prepare("INSERT INTO actor(id, label, country, kind) VALUES(?1, ?2, ?3, ?4)")),
      insert_evidence_(db_.prepare("INSERT INTO evidence VALUES(NULL, ?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12) "
                                   "ON CONFLICT DO NOTHING")),
      read_evidence_(db_.prepare("SELECT e.document, 0, 1, e.type, e.flags, e.day, e.confidence, e.goldstein, e.id, "
                                 "e.phrase, e.sentence, e.detail, s.id, s.label, s.country, s.kind, o.id, o.label, "
                                 "o.country, o.kind FROM evidence e JOIN actor s ON s.number = e.subject JOIN actor o ON "
                                 "o.number = e.object WHERE e.document = ?1 AND e.id = ?2")),
      replace_evidence_(db_.prepare("UPDATE evidence SET subject = ?2, object = ?3, type = ?4, flags = ?5, day = ?6, confidence = "
                                    "?7, goldstein = ?8, phrase = ?10, sentence = ?11, detail = ?12 WHERE document = ?1 AND id = ?9")) {
    begin();
}

StoreWriter::~StoreWriter() {
    if (!open_) return;
    try {
        db_.run("ROLLBACK");
    } catch (...) {  // SQLite undid it already
    }
}

void StoreWriter::begin() {
    if (open_) return;
    db_.run("BEGIN IMMEDIATE");
    open_ = true;
    // What another writer changed since our last commit may have other numbers.
    if (const auto version = db_.integer("PRAGMA data_version"); version != data_version_) {
        data_version_ = version;
        documents_.clear();
        actors_.clear();
    }
    begun_ = std::chrono::steady_clock::now();
}

void StoreWriter::commit() {
    if (!open_) return;
    db_.run("COMMIT");
    open_ = false;
    pending_ = 0;
}

void StoreWriter::commit_batch() {
    if (pending_ < k_batch && std::chrono::steady_clock::now() - begun_ < k_batch_time) return;
    commit();
}

void StoreWriter::read_with(const Fingerprints& f) {
    knowledge_ = f.all();
    keep_knowledge(f);
}

std::size_t StoreWriter::read_otherwise() {
    if (knowledge_.empty()) return 0;
    Statement count = db_.prepare("SELECT count(*) FROM document WHERE current AND knowledge NOT IN ('', ?1)");
    count.bind(knowledge_);
    return count.step() ? static_cast<std::size_t>(count.integer(0)) : 0;
}

void StoreWriter::keep_knowledge(const Fingerprints& f) {
    begin();
    db_.prepare("INSERT INTO knowledge VALUES(?1, ?2, ?3, ?4) ON CONFLICT DO NOTHING")
        .bind(f.all(), f.model, f.lexicon, f.actors)
        .run();
}

bool StoreWriter::knows(const DocumentRecord& d) {
    bool found = false;
    versions_.bind(d.id);
    while (!found && versions_.step()) found = is_same(versions_, d);
    versions_.reset();
    return found;
}

/// Where several versions of a document are, the last one's rows count.
bool StoreWriter::settle(const std::string& id) {
    struct Row {
        std::int64_t number;
        bool current;
        Version version;
    };
    std::vector<Row> rows;
    versions_.bind(id);
    while (versions_.step())
        rows.push_back({versions_.integer(0), versions_.integer(5) != 0,
                        {versions_.optional(1).value_or(std::numeric_limits<std::int64_t>::min()), versions_.integer(2),
                         std::string(versions_.text(3)), std::string(versions_.text(4))}});
    versions_.reset();
    const auto last = std::ranges::max_element(rows, {}, &Row::version);
    bool superseded = false;
    for (const Row& row : rows) {
        const bool counts = row.version.text == last->version.text && row.version.knowledge == last->version.knowledge;
        if (counts == row.current) continue;
        set_current_.bind(row.number, counts ? 1 : 0).run();
        superseded |= !counts;
    }
    return superseded;
}

/// A text that is new comes after all that were there; one that was there keeps its place.
std::int64_t StoreWriter::next_revision(const DocumentRecord& d) {
    if (order_ == Order::does_not) return 0;
    std::optional<std::int64_t> own;
    std::int64_t next = 0;
    versions_.bind(d.id);
    while (versions_.step()) {
        if (versions_.text(3).empty()) continue;
        next = std::max(next, versions_.integer(2) + 1);
        if (versions_.text(3) == d.text && versions_.text(4) == d.knowledge)
            own = std::max(own.value_or(0), versions_.integer(2));
    }
    versions_.reset();
    return own.value_or(next);
}

StoreWriter::Place StoreWriter::place(const DocumentRecord& d, std::int64_t revision) {
    std::optional<std::int64_t> number;
    bool texts = false;
    bool no_texts = false;
    bool later = false;
    versions_.bind(d.id);
    while (!number && versions_.step()) {
        (versions_.text(3).empty() ? no_texts : texts) = true;
        if (!is_same(versions_, d)) continue;
        number = versions_.integer(0);
        later = revision > versions_.integer(2);
    }
    versions_.reset();
    if (number) {
        keep_greater_names_.bind(*number, d.publisher, d.url, d.title).run();
        if (later) db_.prepare("UPDATE document SET revision = ?2 WHERE number = ?1").bind(*number, revision).run();
        if (later) settle(d.id);
        return {*number, false};
    }
    if (d.text.empty() && texts) return {k_nowhere, false};
    if (!d.text.empty() && no_texts) remove(d.id);  // a text says all that its triples said
    insert_document_.bind(d.id, d.source, seconds(d.published), d.text, d.knowledge, revision, d.publisher, d.url, d.title).run();
    number = db_.last_number();
    ++tally_.documents;
    if (texts && settle(d.id)) ++tally_.corrected;
    return {*number, true};
}

std::int64_t StoreWriter::actor(const Party& p) {
    return actor(p.id, p.label, p.country, static_cast<std::int64_t>(p.kind));
}

std::int64_t StoreWriter::actor(std::string_view id, std::string_view label, std::string_view country, std::int64_t kind) {
    key_.assign(1, static_cast<char>(kind));
    for (const auto text : {id, label, country}) append_key(key_, text);
    std::int64_t& number = actors_[key_];
    if (number != 0) return number;
    find_actor_.bind(id, label, country, kind);
    const bool found = find_actor_.step();
    if (found) number = find_actor_.integer(0);
    find_actor_.reset();
    if (found) return number;
    insert_actor_.bind(id, label, country, kind).run();
    return number = db_.last_number();
}

void StoreWriter::add_evidence(std::int64_t document, const Observation& o) {
    const std::int64_t subject = actor(o.subject);
    add_evidence(document, subject, actor(o.object), o);
}

void StoreWriter::add_evidence(std::int64_t document, std::int64_t subject, std::int64_t object, const Observation& o) {
    if (document == k_nowhere) return;
    bind_evidence(insert_evidence_, document, subject, object, o, detail_);
    insert_evidence_.run();
    ++pending_;
    if (db_.changes() > 0)
        ++tally_.observations;
    else
        keep_greater(document, subject, object, o);
}

/// One id with two contents: only confidence can differ in sound data, but any data must come out the same in any order.
void StoreWriter::keep_greater(std::int64_t document, std::int64_t subject, std::int64_t object, const Observation& o) {
    read_evidence_.bind(document, o.id);
    static_cast<void>(read_evidence_.step());
    const auto party = [&](int column) {
        Party p;
        p.id = read_evidence_.text(column);
        p.label = read_evidence_.text(column + 1);
        p.country = read_evidence_.text(column + 2);
        p.kind = static_cast<Kind>(read_evidence_.integer(column + 3));
        return p;
    };
    const bool greater = read_evidence(read_evidence_, {o.doc, o.source, o.published}, {party(12), party(16)}) < o;
    read_evidence_.reset();
    if (!greater) return;
    bind_evidence(replace_evidence_, document, subject, object, o, detail_);
    replace_evidence_.run();
}

void StoreWriter::add(const DocumentRecord& document, std::span<const Triple> triples) {
    begin();
    const Place at = place(document, next_revision(document));
    if (!at.is_new) ++tally_.known;
    JsonTexts texts;
    for (const Triple& t : triples) add_evidence(at.number, view_of(t, texts));
    ++pending_;
}

void StoreWriter::add(const Triple& triple) {
    JsonTexts texts;
    add(view_of(triple, texts));
}

void StoreWriter::add(const Observation& o) {
    if (!o.copies.empty()) return for_each_copy(o, [&](const Observation& one) { add(one); });
    begin();
    key_.clear();
    append_key(key_, o.doc);
    append_key(key_, o.source);
    append_key(key_, o.published ? to_string(*o.published) : "");
    std::int64_t number = documents_[key_];
    if (number == 0) {
        DocumentRecord document;
        document.id = o.doc;
        document.source = o.source;
        document.published = o.published;
        number = place(document, 0).number;
        documents_[key_] = number;
    }
    add_evidence(number, o);
}

void StoreWriter::copy_evidence(Statement& rows, std::int64_t from, std::int64_t to, const StoredDocument& document,
                                const std::vector<Party>& parties, std::vector<std::int64_t>& numbers) {
    rows.bind(from);
    while (rows.step()) {
        const Observation o = read_evidence(rows, document, parties);
        std::int64_t ends[2];
        for (const int side : {0, 1}) {
            std::int64_t& number = numbers[static_cast<std::size_t>(rows.integer(1 + side))];
            if (number < 0) number = actor(side == 0 ? o.subject : o.object);
            ends[side] = number;
        }
        add_evidence(to, ends[0], ends[1], o);
    }
}

void StoreWriter::add(Store& other) {
    begin();
    Database& from = other.database();
    const Snapshot snapshot(from);
    StringPool pool;
    const auto parties = read_parties(from, pool);
    std::vector<std::int64_t> numbers(parties.size(), -1);
    Statement knowledge = from.prepare("SELECT model, lexicon, actors FROM knowledge ORDER BY fingerprint");
    while (knowledge.step())
        keep_knowledge({std::string(knowledge.text(0)), std::string(knowledge.text(1)), std::string(knowledge.text(2))});
    Statement rows = from.prepare("SELECT number, id, source, published, text, knowledge, revision, publisher, url, title "
                                  "FROM document ORDER BY id, source, published, text, knowledge");
    Statement evidence =
        from.prepare(std::string("SELECT ") + k_evidence_columns + " FROM evidence WHERE document = ?1 ORDER BY id");
    while (rows.step()) {
        DocumentRecord d{std::string(rows.text(1)), std::string(rows.text(2)), std::string(rows.text(7)),
                         std::string(rows.text(8)), std::string(rows.text(9)), {}, std::string(rows.text(4)),
                         std::string(rows.text(5))};
        if (const auto published = rows.optional(3)) d.published = Timestamp{*published};
        const Place at = place(d, rows.integer(6));
        if (!at.is_new) ++tally_.known;
        copy_evidence(evidence, rows.integer(0), at.number, {d.id, d.source, d.published}, parties, numbers);
        ++pending_;
    }
}

std::size_t StoreWriter::remove(std::string_view id) {
    begin();
    db_.prepare("DELETE FROM evidence WHERE document IN (SELECT number FROM document WHERE id = ?1)").bind(id).run();
    db_.prepare("DELETE FROM document WHERE id = ?1").bind(id).run();
    documents_.clear();
    return static_cast<std::size_t>(db_.changes());
}

}  // namespace entente
