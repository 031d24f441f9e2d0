// SPDX-License-Identifier: Apache-2.0
#include "core/io/unzip.hpp"

#include <fmt/format.h>
#include <zlib.h>

#include <algorithm>

#include "core/error.hpp"

namespace entente::io {
namespace {

constexpr std::uint32_t k_file = 0x04034B50;        // "PK\3\4"
constexpr std::uint32_t k_directory = 0x02014B50;   // "PK\1\2"
constexpr std::uint32_t k_descriptor = 0x08074B50;  // "PK\7\8"
constexpr std::uint32_t k_in_zip64 = 0xFFFFFFFF;

std::uint32_t crc(std::uint32_t so_far, const char* bytes, std::size_t size) {
    return static_cast<std::uint32_t>(crc32(so_far, reinterpret_cast<const Bytef*>(bytes), static_cast<uInt>(size)));
}

}  // namespace

struct Unzip::Inflater {
    z_stream z{};
    Inflater() {
        if (inflateInit2(&z, -MAX_WBITS) != Z_OK) throw InputError("out of memory");
    }
    ~Inflater() { inflateEnd(&z); }
    Inflater(const Inflater&) = delete;
    Inflater& operator=(const Inflater&) = delete;
};

Unzip::Unzip(std::string path, Source source)
    : path_(std::move(path)), source_(std::move(source)), buffer_(1u << 16), inflater_(std::make_unique<Inflater>()) {}

Unzip::~Unzip() = default;

void Unzip::fail(std::string_view what) {
    error_ = fmt::format("{}: can't be read: {}", path_, what);
    throw InputError(error_);
}

bool Unzip::fill() {
    pos_ = 0;
    size_ = source_(buffer_.data(), buffer_.size());
    return size_ > 0;
}

std::uint32_t Unzip::number(int bytes) {
    std::uint32_t value = 0;
    for (int i = 0; i < bytes; ++i) {
        if (pos_ == size_ && !fill()) fail("the zip archive is truncated");
        value |= static_cast<std::uint32_t>(static_cast<unsigned char>(buffer_[pos_++])) << (8 * i);
    }
    return value;
}

void Unzip::skip(std::size_t bytes) {
    for (; bytes > 0; --bytes) static_cast<void>(number(1));
}

/// Behind its signature.
void Unzip::begin_file() {
    skip(2);
    const std::uint32_t flags = number(2);
    const std::uint32_t method = number(2);
    skip(4);
    checksum_ = number(4);
    left_ = number(4);
    skip(4);
    const std::uint32_t name = number(2);
    skip(name + number(2));
    is_described_behind_ = (flags & 8) != 0;
    is_stored_ = method == 0;
    if ((flags & 1) != 0) fail("the zip archive is encrypted: unpack it first");
    const bool is_sized = !is_described_behind_ && left_ != k_in_zip64;
    if ((method != 0 && method != 8) || (is_stored_ && !is_sized))
        fail("the zip archive is packed in a way that is not known here: unpack it first");
    place_ = Place::within;
}

/// The descriptor's sizes have 4 or 8 bytes each, and nothing says which.
void Unzip::end_file() {
    place_ = Place::after;
    std::uint32_t next = number(4);
    if (is_described_behind_) {
        checksum_ = next == k_descriptor ? number(4) : next;
        skip(8);
        next = number(4);
        for (int i = 0; i < 2 && next != k_file && next != k_directory; ++i) next = number(4);
    }
    if (checksum_ != found_) fail("the zip archive is damaged: the checksum differs");
    if (next == k_file) fail("the zip archive holds several files: unpack it first and give its folder");
}

std::size_t Unzip::read_stored(char* to, std::size_t size) {
    if (left_ == 0) return 0;
    if (pos_ == size_ && !fill()) fail("the zip archive is truncated");
    const auto n = static_cast<std::size_t>(std::min<std::uint64_t>({size, size_ - pos_, left_}));
    std::copy_n(buffer_.data() + pos_, n, to);
    pos_ += n;
    left_ -= n;
    return n;
}

std::size_t Unzip::read_deflated(char* to, std::size_t size) {
    z_stream& z = inflater_->z;
    z.next_out = reinterpret_cast<Bytef*>(to);
    z.avail_out = static_cast<uInt>(size);
    while (z.avail_out == size) {
        if (pos_ == size_ && !fill()) fail("the zip archive is truncated");
        z.next_in = reinterpret_cast<Bytef*>(buffer_.data() + pos_);
        z.avail_in = static_cast<uInt>(size_ - pos_);
        const int code = inflate(&z, Z_NO_FLUSH);
        pos_ = size_ - z.avail_in;
        if (code == Z_STREAM_END) break;
        if (code != Z_OK && code != Z_BUF_ERROR) fail("the zip archive is damaged");
    }
    return size - z.avail_out;
}

std::size_t Unzip::read(char* to, std::size_t size) {
    if (!error_.empty()) throw InputError(error_);
    if (place_ == Place::before) {
        if (number(4) != k_file) fail("the zip archive is damaged");
        begin_file();
    }
    if (place_ == Place::after) return 0;
    const std::size_t got = is_stored_ ? read_stored(to, size) : read_deflated(to, size);
    found_ = crc(found_, to, got);
    if (got == 0) end_file();
    return got;
}

}  // namespace entente::io
