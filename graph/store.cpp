// SPDX-License-Identifier: Apache-2.0
#include "graph/store.hpp"

#include "core/error.hpp"
#include "graph/copies.hpp"
#include "graph/store_evidence.hpp"
#include "graph/store_schema.hpp"

namespace entente {
namespace {

using Access = Database::Access;

void set_up(Database& db, Store::Use use) {
    if (use == Store::Use::fresh) {
        db.run("PRAGMA page_size = 8192; PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA locking_mode = "
               "EXCLUSIVE; PRAGMA cache_size = -131072;");
        create_schema(db);
        return;
    }
    if (use == Store::Use::write) {
        db.run("PRAGMA page_size = 8192; PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA cache_size = -131072; "
               "PRAGMA wal_autocheckpoint = 4096;");
        if (db.integer("SELECT count(*) FROM sqlite_schema") == 0) {
            db.run("BEGIN IMMEDIATE");
            if (db.integer("SELECT count(*) FROM sqlite_schema") == 0) create_schema(db);
            db.run("COMMIT");
        }
    }
    check_schema(db);
}

}  // namespace

Store::Store(const std::string& path, Use use) : db_(path, use == Use::read ? Access::read : Access::create) {
    set_up(db_, use);
}

Graph Store::graph() {
    const Snapshot snapshot(db_);
    const auto archive = std::make_shared<Archive>();
    std::vector<PackedObservation> all = StoredEvidence(db_, *archive).all();
    fold_copies(all, *archive);
    archive->freeze();
    return {std::move(all), archive};
}

void Store::vacuum() {
    db_.run("BEGIN IMMEDIATE; "
            "DELETE FROM evidence WHERE document IN (SELECT number FROM document WHERE NOT current); "
            "DELETE FROM actor WHERE number NOT IN (SELECT subject FROM evidence UNION SELECT object FROM evidence); "
            "DELETE FROM knowledge WHERE fingerprint NOT IN (SELECT knowledge FROM document); "
            "COMMIT; VACUUM; PRAGMA wal_checkpoint(TRUNCATE)");
}

StoreSummary Store::summary() {
    const Snapshot snapshot(db_);
    StoreSummary s;
    const auto count = [&](std::string_view sql) { return static_cast<std::size_t>(db_.integer(sql)); };
    s.bytes = static_cast<std::uint64_t>(db_.integer("PRAGMA page_count") * db_.integer("PRAGMA page_size"));
    s.documents = count("SELECT count(*) FROM document WHERE current");
    s.superseded = count("SELECT count(*) FROM document WHERE NOT current");
    s.observations = count("SELECT count(*) FROM evidence WHERE document IN (SELECT number FROM document WHERE current)");
    Statement rows = db_.prepare(
        "SELECT k.model, k.lexicon, k.actors, count(*) FROM document d JOIN knowledge k ON k.fingerprint = d.knowledge "
        "WHERE d.current GROUP BY 1, 2, 3 ORDER BY 4 DESC, 1, 2, 3");
    while (rows.step())
        s.readings.push_back({{std::string(rows.text(0)), std::string(rows.text(1)), std::string(rows.text(2))},
                              static_cast<std::size_t>(rows.integer(3))});
    return s;
}

}  // namespace entente
