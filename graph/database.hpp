// SPDX-License-Identifier: Apache-2.0
// SQLite in C++: a connection and prepared statements that close themselves and throw what went wrong.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

struct sqlite3;
struct sqlite3_stmt;

namespace entente {

/// A prepared statement. Its Database must outlive it. Not shared between threads.
class Statement {
public:
    Statement() = default;

    /// The values of ?1, ?2 …, in this order. Texts must stay as they are until the statement is run or reset.
    template <class... Values>
    Statement& bind(const Values&... values) {
        reset();
        int i = 0;
        (put(++i, values), ...);
        return *this;
    }

    [[nodiscard]] bool step();  ///< whether there is a row
    void run();                 ///< to its end; then it may be bound anew
    void reset();

    [[nodiscard]] bool is_null(int column) const;
    [[nodiscard]] std::int64_t integer(int column) const;
    [[nodiscard]] std::string_view text(int column) const;  ///< valid until the next step; also of blobs
    [[nodiscard]] std::optional<std::int64_t> optional(int column) const;

private:
    friend class Database;
    struct Close {
        void operator()(sqlite3_stmt* s) const;
    };
    void put(int i, std::int64_t value);
    void put(int i, int value) { put(i, std::int64_t{value}); }
    void put(int i, std::uint32_t value) { put(i, std::int64_t{value}); }
    void put(int i, std::string_view value);
    void put(int i, const std::string& value) { put(i, std::string_view(value)); }
    struct Blob {
        std::string_view bytes;
    };
    void put(int i, Blob value);
    template <class Value>
    void put(int i, const std::optional<Value>& value) {
        if (value)
            put(i, *value);
        else
            put_null(i);
    }
    void put_null(int i);
    void check(int code) const;
    std::unique_ptr<sqlite3_stmt, Close> statement_;

public:
    /// Bytes that are no text.
    static Blob blob(std::string_view bytes) { return {bytes}; }
};

/// Every failure throws InputError "news.db: …" with the remedy: the disk full, a file that is no database or damaged,
/// another writer at work. A transaction that failed is undone.
class Database {
public:
    enum class Access { read, write, create };

    /// "" is a temporary database, which spills to the disk where it grows. `create` makes the file where it is missing.
    Database(const std::string& path, Access access);

    void run(const std::string& sql);
    [[nodiscard]] Statement prepare(std::string_view sql);
    [[nodiscard]] std::int64_t integer(std::string_view sql);  ///< the first value of the first row, 0 where there is none
    [[nodiscard]] std::int64_t changes() const;                ///< rows that the last statement changed
    [[nodiscard]] std::int64_t last_number() const;            ///< of the row inserted last
    [[nodiscard]] const std::string& path() const { return path_; }

    /// Waits so long for another writer to finish.
    void wait_for_writers(int milliseconds);

    /// Makes this database the same as `from`, page by page, in one transaction.
    void copy_from(Database& from);

    [[nodiscard]] bool in_transaction() const;

    [[noreturn]] void fail(int code) const;

private:
    struct Close {
        void operator()(sqlite3* db) const;
    };
    std::string path_;
    std::unique_ptr<sqlite3, Close> db_;
};

/// All reads in its lifetime see one state of the database, whatever a writer does meanwhile.
class Snapshot {
public:
    explicit Snapshot(Database& db);
    ~Snapshot();
    Snapshot(const Snapshot&) = delete;
    Snapshot& operator=(const Snapshot&) = delete;

private:
    Database* db_;  ///< null within a transaction, which is a snapshot itself
};

}  // namespace entente
