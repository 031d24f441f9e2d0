// SPDX-License-Identifier: Apache-2.0
#include "core/io/input.hpp"

#include <fcntl.h>
#include <fmt/format.h>
#include <unistd.h>
#include <zlib.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <filesystem>
#include <optional>
#include <utility>

#include "core/error.hpp"
#include "core/io/unzip.hpp"
#include "core/io/unzstd.hpp"

namespace entente::io {
namespace fs = std::filesystem;

struct Input::Stream {
    gzFile file = nullptr;
    std::optional<Unzip> unzip;
    std::optional<Unzstd> unzstd;
    bool has_begun = false;
    ~Stream() {
        if (file) gzclose(file);
    }
    /// Unpacks gzip; what is none comes as it is.
    [[nodiscard]] std::size_t read(char* to, std::size_t size, const std::string& path) const;
};

std::size_t Input::Stream::read(char* to, std::size_t size, const std::string& path) const {
    const int got = gzread(file, to, static_cast<unsigned>(size));
    int code = Z_OK;
    const char* why = gzerror(file, &code);
    // What was unpacked before the damage is handed on first; the next call finds the error again.
    if (got < 0 || (got == 0 && code != Z_OK))
        throw InputError(fmt::format("{}: can't be read: {}", path,
                                     code == Z_ERRNO       ? std::strerror(errno)
                                     : code == Z_BUF_ERROR ? "the gzip stream is truncated"
                                                           : why));
    return static_cast<std::size_t>(got);
}

Input::Input(std::string path) : path_(std::move(path)), stream_(std::make_unique<Stream>()), buffer_(1u << 16) {
    const int fd = path_ == "-" ? dup(STDIN_FILENO) : open(path_.c_str(), O_RDONLY | O_CLOEXEC);
    if (fd < 0) throw InputError(fmt::format("{}: can't be opened: {}", path_, std::strerror(errno)));
    std::error_code ignored;
    if (path_ != "-" && fs::is_directory(path_, ignored)) {
        close(fd);
        throw InputError(fmt::format("{}: is a folder", path_));
    }
    stream_->file = gzdopen(fd, "rb");
    if (!stream_->file) throw InputError(fmt::format("{}: can't be read: out of memory", path_));
    gzbuffer(stream_->file, 1u << 17);
}

Input::~Input() = default;
Input::Input(Input&&) noexcept = default;
Input& Input::operator=(Input&&) noexcept = default;

bool Input::fill() {
    pos_ = size_ = 0;
    if (stream_->unzip) return (size_ = stream_->unzip->read(buffer_.data(), buffer_.size())) > 0;
    if (stream_->unzstd) return (size_ = stream_->unzstd->read(buffer_.data(), buffer_.size())) > 0;
    const bool is_first = !std::exchange(stream_->has_begun, true);
    size_ = stream_->read(buffer_.data(), buffer_.size(), path_);
    const std::string_view head(buffer_.data(), size_);
    if (!is_first || !(looks_zipped(head) || looks_zstd(head))) return size_ > 0;
    auto packed = [stream = stream_.get(), path = path_, first = std::string(head)](char* to, std::size_t size) mutable {
        if (first.empty()) return stream->read(to, size, path);
        const std::size_t n = first.copy(to, size);
        first.erase(0, n);
        return n;
    };
    if (looks_zipped(head))
        stream_->unzip.emplace(path_, std::move(packed));
    else
        stream_->unzstd.emplace(path_, std::move(packed));
    return fill();
}

std::uint64_t Input::taken() const {
    const auto offset = gzoffset(stream_->file);
    return offset < 0 ? 0 : static_cast<std::uint64_t>(offset);
}

Input::Line Input::next_line(std::string& line) {
    line.clear();
    bool too_long = false;
    bool any = false;
    while (pos_ < size_ || fill()) {
        any = true;
        const char* from = buffer_.data() + pos_;
        const auto* newline = static_cast<const char*>(std::memchr(from, '\n', size_ - pos_));
        const std::size_t n = newline ? static_cast<std::size_t>(newline - from) : size_ - pos_;
        if (line.size() + n > k_longest_line) {
            too_long = true;
            line = std::string();
        }
        if (!too_long) line.append(from, n);
        pos_ += n + (newline ? 1 : 0);
        if (newline) break;
    }
    if (!any) return Line::end;
    ++line_;
    if (!line.empty() && line.back() == '\r') line.pop_back();
    return too_long ? Line::too_long : Line::good;
}

std::string Input::rest() {
    std::string all;
    while (pos_ < size_ || fill()) {
        if (all.size() + size_ - pos_ > k_largest_file)
            throw InputError(fmt::format("{}: is over {} MiB: split it into articles", path_, k_largest_file >> 20));
        all.append(buffer_.data() + pos_, size_ - pos_);
        pos_ = size_;
    }
    return all;
}

std::string Input::next_bytes(std::size_t size) {
    std::string bytes;
    while (bytes.size() < size && (pos_ < size_ || fill())) {
        const std::size_t n = std::min(size - bytes.size(), size_ - pos_);
        bytes.append(buffer_.data() + pos_, n);
        pos_ += n;
    }
    return bytes;
}

std::uint64_t Input::skip_bytes(std::uint64_t size) {
    std::uint64_t skipped = 0;
    while (skipped < size && (pos_ < size_ || fill())) {
        const auto n = static_cast<std::size_t>(std::min<std::uint64_t>(size - skipped, size_ - pos_));
        pos_ += n;
        skipped += n;
    }
    return skipped;
}

std::string_view Input::peek() {
    if (pos_ >= size_) fill();
    return {buffer_.data() + pos_, std::min<std::size_t>(size_ - pos_, 4096)};
}

namespace {

/// "./news//a.txt" → "news/a.txt": ids hash the name, so a file should have one. Left alone where ".." may lead through
/// a link.
std::string plain(const fs::path& path) {
    const bool climbs = std::any_of(path.begin(), path.end(), [](const fs::path& part) { return part == ".."; });
    return climbs ? path.string() : path.lexically_normal().string();
}

}  // namespace

std::vector<std::string> expand(const std::vector<std::string>& inputs) {
    std::vector<std::string> out;
    for (const std::string& input : inputs) {
        std::error_code error;
        if (input == "-" || !fs::is_directory(input, error)) {
            if (input != "-" && !fs::exists(input, error))
                throw InputError(fmt::format("{}: no such file or folder", input));
            out.push_back(plain(input));
            continue;
        }
        std::vector<std::string> found;
        auto walk = fs::recursive_directory_iterator(input, fs::directory_options::skip_permission_denied);
        for (auto it = fs::begin(walk); it != fs::end(walk); ++it) {
            const std::string leaf = it->path().filename().string();
            if (leaf.starts_with('.')) {
                if (it->is_directory()) it.disable_recursion_pending();
            } else if (it->is_regular_file() && it->path().extension() != ".md") {
                found.push_back(plain(it->path()));
            }
        }
        std::sort(found.begin(), found.end());
        out.insert(out.end(), found.begin(), found.end());
    }
    return out;
}

}  // namespace entente::io
