// SPDX-License-Identifier: Apache-2.0
#include "graph/store_schema.hpp"

#include <fmt/format.h>

#include "core/error.hpp"
#include "core/triple.hpp"

namespace entente {
namespace {

constexpr int k_application = 0x656E7465;  // "ente", at byte 68 of the file

// A document is one text from one source; one that was corrected has several rows, of which the last counts (current).
// Days and seconds count from 1970-01-01 UTC, figures are in thousandths. The columns of evidence that queries look at come
// first, so that a scan need not walk over texts.
constexpr std::string_view k_tables = R"sql(
CREATE TABLE knowledge(
  fingerprint TEXT PRIMARY KEY, model TEXT NOT NULL, lexicon TEXT NOT NULL, actors TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE document(
  number INTEGER PRIMARY KEY, id TEXT NOT NULL, source TEXT NOT NULL, published INTEGER, text TEXT NOT NULL,
  knowledge TEXT NOT NULL, revision INTEGER NOT NULL, current INTEGER NOT NULL, publisher TEXT NOT NULL,
  url TEXT NOT NULL, title TEXT NOT NULL);
CREATE INDEX document_by_id ON document(id);
CREATE TABLE actor(
  number INTEGER PRIMARY KEY, id TEXT NOT NULL, label TEXT NOT NULL, country TEXT NOT NULL, kind INTEGER NOT NULL,
  UNIQUE(id, label, country, kind));
CREATE TABLE evidence(
  number INTEGER PRIMARY KEY, document INTEGER NOT NULL, subject INTEGER NOT NULL, object INTEGER NOT NULL, type INTEGER,
  flags INTEGER NOT NULL, day INTEGER, confidence INTEGER NOT NULL, goldstein INTEGER NOT NULL, id TEXT NOT NULL,
  phrase TEXT NOT NULL, sentence TEXT NOT NULL, detail BLOB NOT NULL);
CREATE UNIQUE INDEX evidence_by_document ON evidence(document, id);
CREATE TABLE kind(number INTEGER PRIMARY KEY, name TEXT NOT NULL);
CREATE TABLE type(number INTEGER PRIMARY KEY, name TEXT NOT NULL);
CREATE VIEW relation AS SELECT
  date(e.day * 86400, 'unixepoch') AS date, s.id AS subject, s.label AS subject_label, coalesce(t.name, 'OTHER') AS type,
  e.phrase AS phrase, o.id AS object, o.label AS object_label,
  CASE e.flags & 1 WHEN 1 THEN 'negated' ELSE 'affirmed' END AS polarity,
  CASE (e.flags >> 1) & 3 WHEN 0 THEN 'actual' WHEN 1 THEN 'intended' WHEN 2 THEN 'requested' ELSE 'hypothetical' END
    AS status,
  e.confidence / 1000.0 AS confidence, e.goldstein / 1000.0 AS goldstein, e.sentence AS sentence, d.id AS document,
  d.source AS source, datetime(d.published, 'unixepoch') AS published, e.id AS id
  FROM evidence e JOIN document d ON d.number = e.document JOIN actor s ON s.number = e.subject
  JOIN actor o ON o.number = e.object LEFT JOIN type t ON t.number = e.type WHERE d.current;
)sql";

}  // namespace

void create_schema(Database& db) {
    db.run(fmt::format("PRAGMA application_id = {}; PRAGMA user_version = {};", k_application, k_store_schema));
    db.run(std::string(k_tables));
    for (std::size_t i = 0; i < 9; ++i)
        db.run(fmt::format("INSERT INTO kind VALUES({}, '{}')", i, name(static_cast<Kind>(i))));
    for (std::size_t i = 0; i < k_type_count; ++i)
        db.run(fmt::format("INSERT INTO type VALUES({}, '{}')", i, name(static_cast<Type>(i))));
}

void check_schema(Database& db) {
    if (db.integer("PRAGMA application_id") != k_application)
        throw InputError(fmt::format("{}: is a database, but no store of entente's", db.path()));
    const auto version = db.integer("PRAGMA user_version");
    if (version != k_store_schema)
        throw InputError(fmt::format("{}: is a store of version {}, this entente reads version {}: {}", db.path(), version,
                                     k_store_schema,
                                     version > k_store_schema ? "get a newer entente" : "build the store anew"));
}

bool looks_like_store(std::string_view head) { return head.starts_with(std::string_view("SQLite format 3\0", 16)); }

}  // namespace entente
