// SPDX-License-Identifier: Apache-2.0
#include "graph/store_build.hpp"

#include <fcntl.h>
#include <fmt/format.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <filesystem>

#include "core/error.hpp"
#include "graph/store_writer.hpp"

namespace entente {
namespace fs = std::filesystem;
namespace {

void remove_all(const std::string& path) {
    std::error_code ignored;
    for (const char* suffix : {"", "-wal", "-shm", "-journal"}) fs::remove(path + suffix, ignored);
}

/// What a killed writer left beside a store would be played into the file that takes its place.
void settle_old(const std::string& path) {
    std::error_code ignored;
    if (!fs::exists(path + "-wal", ignored) && !fs::exists(path + "-journal", ignored)) return;
    Database(path, Database::Access::write).run("PRAGMA journal_mode = DELETE");
}

void flush_to_disk(const std::string& path) {
    const int file = open(path.c_str(), O_RDONLY | O_CLOEXEC);
    const bool good = file >= 0 && fsync(file) == 0;
    const int error = errno;
    if (file >= 0) close(file);
    if (!good) throw InputError(fmt::format("{}: can't be written: {}", path, std::strerror(error)));
}

}  // namespace

ScratchFile::ScratchFile(std::string path) : path_(std::move(path)) { remove_all(path_); }
ScratchFile::~ScratchFile() { remove_all(path_); }

void write_store(Store& from, const std::string& path) {
    const ScratchFile part(path + ".part");
    {
        Store to(part.path(), Store::Use::fresh);
        StoreWriter writer(to, StoreWriter::Order::does_not);
        writer.add(from);
        writer.commit();
    }
    flush_to_disk(part.path());
    if (fs::exists(path)) settle_old(path);
    std::error_code error;
    fs::rename(part.path(), path, error);
    if (error) throw InputError(fmt::format("{}: can't be written: {}", path, error.message()));
}

}  // namespace entente
