// SPDX-License-Identifier: Apache-2.0
#include "core/io/unzstd.hpp"

#include <fmt/format.h>
#include <zstd.h>

#include "core/error.hpp"

namespace entente::io {

struct Unzstd::Decoder {
    ZSTD_DStream* stream = ZSTD_createDStream();
    Decoder() = default;
    ~Decoder() { ZSTD_freeDStream(stream); }
    Decoder(const Decoder&) = delete;
    Decoder& operator=(const Decoder&) = delete;
};

Unzstd::Unzstd(std::string path, Source source)
    : path_(std::move(path)), source_(std::move(source)), buffer_(ZSTD_DStreamInSize()), decoder_(std::make_unique<Decoder>()) {
    if (!decoder_->stream) throw InputError(fmt::format("{}: can't be read: out of memory", path_));
}

Unzstd::~Unzstd() = default;

std::size_t Unzstd::read(char* to, std::size_t size) {
    if (!error_.empty()) throw InputError(error_);
    ZSTD_outBuffer out{to, size, 0};
    while (out.pos == 0) {
        if (pos_ == size_) {
            pos_ = 0;
            size_ = source_(buffer_.data(), buffer_.size());
        }
        if (size_ == 0) {
            if (!is_within_) return 0;
            error_ = fmt::format("{}: can't be read: the zstd stream is truncated", path_);
            throw InputError(error_);
        }
        ZSTD_inBuffer in{buffer_.data(), size_, pos_};
        const std::size_t left = ZSTD_decompressStream(decoder_->stream, &out, &in);
        if (ZSTD_isError(left)) {
            error_ = fmt::format("{}: can't be read: zstd: {}", path_, ZSTD_getErrorName(left));
            throw InputError(error_);
        }
        pos_ = in.pos;
        is_within_ = left != 0;
    }
    return out.pos;
}

}  // namespace entente::io
