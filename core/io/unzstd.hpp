// SPDX-License-Identifier: Apache-2.0
// Zstandard, unpacked as it streams by.
#pragma once

#include <cstddef>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace entente::io {

/// Whether bytes begin a Zstandard frame.
[[nodiscard]] inline bool looks_zstd(std::string_view head) { return head.starts_with("\x28\xB5\x2F\xFD"); }

/// Unpacks what `source` gives: one frame or several (RFC 8878), windows up to 128 MiB. Every error is an InputError that
/// begins with the path.
class Unzstd {
public:
    /// Gives the next packed bytes; 0 at their end.
    using Source = std::function<std::size_t(char* to, std::size_t size)>;

    Unzstd(std::string path, Source source);
    ~Unzstd();

    /// The next bytes; 0 at the end. Throws where the stream is damaged or cut off.
    [[nodiscard]] std::size_t read(char* to, std::size_t size);

private:
    struct Decoder;

    std::string path_;
    std::string error_;  ///< found before: it is told again
    Source source_;
    std::vector<char> buffer_;
    std::size_t pos_ = 0;
    std::size_t size_ = 0;
    bool is_within_ = false;  ///< a frame has begun and not ended
    std::unique_ptr<Decoder> decoder_;
};

}  // namespace entente::io
