// SPDX-License-Identifier: Apache-2.0
#include "graph/database.hpp"

#include <fmt/format.h>
#include <sqlite3.h>

#include <cstring>
#include <filesystem>

#include "core/error.hpp"

namespace entente {
namespace {

std::string explained(int code, sqlite3* db) {
    const char* message = db ? sqlite3_errmsg(db) : sqlite3_errstr(code);
    const int system = db ? sqlite3_system_errno(db) : 0;
    switch (code & 0xFF) {
        case SQLITE_FULL: return "the disk is full; nothing of what was stored before is lost. Make room and go on";
        case SQLITE_READONLY: return "is read-only: nothing was changed";
        case SQLITE_BUSY:
        case SQLITE_LOCKED: return "another program is writing to it: try again when that has ended";
        case SQLITE_NOTADB: return "is no store: 'entente add' and 'entente build -o NAME.db' make one";
        case SQLITE_CORRUPT: return fmt::format("is damaged ({}): restore it from a copy or build it anew", message);
        case SQLITE_CANTOPEN: return fmt::format("can't be opened: {}", system != 0 ? std::strerror(system) : message);
        case SQLITE_IOERR: return fmt::format("can't be read or written ({}); what was stored before is kept", message);
        default: return message;
    }
}

/// A store on a read-only medium that was closed well needs no lock file; SQLite has to be told.
std::string immutable_uri(const std::string& path) {
    std::string uri = "file:";
    for (const char c : path) {
        if (c == '?' || c == '#' || c == '%')
            uri += fmt::format("%{:02x}", static_cast<unsigned>(c));
        else
            uri += c;
    }
    return uri + "?immutable=1";
}

/// SQLite's count of its memory, which nobody asks for, costs a lock at each allocation.
void configure() {
    static const int once = sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0);
    static_cast<void>(once);
}

}  // namespace

void Database::Close::operator()(sqlite3* db) const { sqlite3_close_v2(db); }
void Statement::Close::operator()(sqlite3_stmt* s) const { sqlite3_finalize(s); }

Database::Database(const std::string& path, Access access) : path_(path) {
    configure();
    const auto open = [&](const std::string& name, int flags) {
        sqlite3* db = nullptr;
        const int code = sqlite3_open_v2(name.c_str(), &db, flags | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE, nullptr);
        db_.reset(db);
        if (code != SQLITE_OK) fail(code);
    };
    // A reader, too, may have to put right what a killed writer left, and to tidy up when it is the last to close: it opens
    // the file for writing where that is allowed.
    open(path, SQLITE_OPEN_READWRITE | (access == Access::create ? SQLITE_OPEN_CREATE : 0));
    wait_for_writers(10000);
    if (access != Access::read) {
        if (sqlite3_db_readonly(db_.get(), "main") == 1) fail(SQLITE_READONLY);
        return;
    }
    sqlite3_stmt* probe = nullptr;
    const int code = sqlite3_prepare_v2(db_.get(), "SELECT count(*) FROM sqlite_schema", -1, &probe, nullptr);
    sqlite3_finalize(probe);
    if ((code & 0xFF) == SQLITE_CANTOPEN && !std::filesystem::exists(path + "-wal"))
        open(immutable_uri(path), SQLITE_OPEN_READONLY | SQLITE_OPEN_URI);
    run("PRAGMA query_only = ON");
}

void Database::fail(int code) const {
    const std::string why = explained(code, db_.get());
    throw InputError(fmt::format("{}: {}", path_.empty() ? "temporary store" : path_, why));
}

void Database::run(const std::string& sql) {
    const int code = sqlite3_exec(db_.get(), sql.c_str(), nullptr, nullptr, nullptr);
    if (code != SQLITE_OK) fail(code);
}

Statement Database::prepare(std::string_view sql) {
    sqlite3_stmt* s = nullptr;
    const int code = sqlite3_prepare_v3(db_.get(), sql.data(), static_cast<int>(sql.size()), SQLITE_PREPARE_PERSISTENT, &s,
                                        nullptr);
    if (code != SQLITE_OK) fail(code);
    Statement out;
    out.statement_.reset(s);
    return out;
}

std::int64_t Database::integer(std::string_view sql) {
    Statement s = prepare(sql);
    return s.step() ? s.integer(0) : 0;
}

std::int64_t Database::changes() const { return sqlite3_changes64(db_.get()); }

std::int64_t Database::last_number() const { return sqlite3_last_insert_rowid(db_.get()); }

void Database::wait_for_writers(int milliseconds) { sqlite3_busy_timeout(db_.get(), milliseconds); }

bool Database::in_transaction() const { return sqlite3_get_autocommit(db_.get()) == 0; }

Snapshot::Snapshot(Database& db) : db_(db.in_transaction() ? nullptr : &db) {
    if (db_) db_->run("BEGIN");
}

Snapshot::~Snapshot() {
    try {
        if (db_) db_->run("ROLLBACK");
    } catch (...) {  // nothing was written
    }
}

void Database::copy_from(Database& from) {
    sqlite3_backup* backup = sqlite3_backup_init(db_.get(), "main", from.db_.get(), "main");
    if (!backup) fail(sqlite3_errcode(db_.get()));
    const int code = sqlite3_backup_step(backup, -1);
    sqlite3_backup_finish(backup);
    if (code != SQLITE_DONE) fail(code);
}

void Statement::check(int code) const {
    if (code == SQLITE_OK || code == SQLITE_DONE || code == SQLITE_ROW) return;
    sqlite3* db = sqlite3_db_handle(statement_.get());
    const char* path = sqlite3_db_filename(db, "main");
    throw InputError(fmt::format("{}: {}", path && *path ? path : "temporary store", explained(code, db)));
}

bool Statement::step() {
    const int code = sqlite3_step(statement_.get());
    check(code);
    return code == SQLITE_ROW;
}

void Statement::run() {
    while (step()) {
    }
    reset();
}

void Statement::reset() { sqlite3_reset(statement_.get()); }

void Statement::put(int i, std::int64_t value) { check(sqlite3_bind_int64(statement_.get(), i, value)); }
void Statement::put_null(int i) { check(sqlite3_bind_null(statement_.get(), i)); }

// An empty text has no address, which SQLite would take for NULL.
void Statement::put(int i, std::string_view value) {
    check(sqlite3_bind_text64(statement_.get(), i, value.empty() ? "" : value.data(), value.size(), SQLITE_STATIC,
                              SQLITE_UTF8));
}

void Statement::put(int i, Blob value) {
    check(sqlite3_bind_blob64(statement_.get(), i, value.bytes.empty() ? "" : value.bytes.data(), value.bytes.size(),
                              SQLITE_STATIC));
}

bool Statement::is_null(int column) const { return sqlite3_column_type(statement_.get(), column) == SQLITE_NULL; }
std::int64_t Statement::integer(int column) const { return sqlite3_column_int64(statement_.get(), column); }

std::string_view Statement::text(int column) const {
    const void* bytes = sqlite3_column_blob(statement_.get(), column);  // text as it is: nothing is converted
    return bytes ? std::string_view(static_cast<const char*>(bytes),
                                    static_cast<std::size_t>(sqlite3_column_bytes(statement_.get(), column)))
                 : std::string_view();
}

std::optional<std::int64_t> Statement::optional(int column) const {
    return is_null(column) ? std::nullopt : std::optional(integer(column));
}

}  // namespace entente
