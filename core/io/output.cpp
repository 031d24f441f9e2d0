// SPDX-License-Identifier: Apache-2.0
#include "core/io/output.hpp"

#include <fmt/format.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <filesystem>

#include "core/error.hpp"

namespace entente::io {
namespace {

constexpr std::size_t k_much = 1u << 14;  // is not copied into a buffer

[[noreturn]] void fail_writing(const std::string& path, int error) {
    if (error == EPIPE) throw ClosedPipe{};
    throw InputError(
        fmt::format("{}: can't be written: {}", path == "-" ? "standard output" : path, std::strerror(error)));
}

}  // namespace

Output::Output(std::string path) : path_(std::move(path)) {
    if (path_ == "-") {
        file_ = stdout;
        return;
    }
    // A device or a named pipe can't be renamed onto: it is written as it comes.
    std::error_code ignored;
    const auto status = std::filesystem::status(path_, ignored);
    const bool special = std::filesystem::exists(status) && !std::filesystem::is_regular_file(status);
    part_ = special ? "" : path_ + ".part";
    file_ = std::fopen(special ? path_.c_str() : part_.c_str(), "wb");
    if (!file_) fail(errno);
    std::setvbuf(file_, nullptr, _IOFBF, 1u << 18);
}

Output::~Output() {
    if (!file_ || file_ == stdout) return;
    std::fclose(file_);
    if (!part_.empty()) std::remove(part_.c_str());
}

void Output::fail(int error) const { fail_writing(path_, error); }

void Output::write(std::string_view bytes) {
    if (bytes.size() < k_much) {
        if (std::fwrite(bytes.data(), 1, bytes.size(), file_) != bytes.size()) fail(errno);
        return;
    }
    if (std::fflush(file_) != 0) fail(errno);
    while (!bytes.empty()) {
        const ssize_t written = ::write(fileno(file_), bytes.data(), bytes.size());
        if (written >= 0)
            bytes.remove_prefix(static_cast<std::size_t>(written));
        else if (errno != EINTR)
            fail(errno);
    }
}

void Output::close() {
    if (std::fflush(file_) != 0) fail(errno);
    if (file_ == stdout) return;
    if (!part_.empty() && fsync(fileno(file_)) != 0 && errno != EINVAL) fail(errno);
    std::FILE* file = file_;
    file_ = nullptr;
    if (std::fclose(file) != 0) fail(errno);
    if (!part_.empty() && std::rename(part_.c_str(), path_.c_str()) != 0) fail(errno);
}

void check_writable(const std::string& path) {
    if (path == "-") return;
    const std::filesystem::path folder = std::filesystem::path(path).parent_path();
    std::error_code ignored;
    const auto status = std::filesystem::status(path, ignored);
    if (std::filesystem::is_directory(status)) fail_writing(path, EISDIR);
    const bool special = std::filesystem::exists(status) && !std::filesystem::is_regular_file(status);
    const std::string target = special ? path : folder.empty() ? "." : folder.string();
    if (access(target.c_str(), special ? W_OK : W_OK | X_OK) != 0) fail_writing(path, errno);
}

}  // namespace entente::io
