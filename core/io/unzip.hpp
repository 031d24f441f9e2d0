// SPDX-License-Identifier: Apache-2.0
// A zip archive of one file, unpacked as it streams by.
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace entente::io {

/// Whether bytes begin a zip archive that holds something.
[[nodiscard]] inline bool looks_zipped(std::string_view head) { return head.starts_with("PK\3\4"); }

/// Unpacks what `source` gives, without seeking, so that a pipe will do. Format: PKWARE's APPNOTE 6.3, stored and
/// deflated files. Every error is an InputError that begins with the path. Memory: two buffers of 64 KiB.
class Unzip {
public:
    /// Gives the next bytes of the archive; 0 at its end.
    using Source = std::function<std::size_t(char* to, std::size_t size)>;

    Unzip(std::string path, Source source);
    ~Unzip();

    /// The next bytes of the file in the archive; 0 at its end. Throws where the archive is damaged, encrypted, packed
    /// in another way, or holds a second file.
    [[nodiscard]] std::size_t read(char* to, std::size_t size);

private:
    struct Inflater;
    enum class Place : std::uint8_t { before, within, after };

    void begin_file();
    void end_file();
    [[nodiscard]] std::size_t read_stored(char* to, std::size_t size);
    [[nodiscard]] std::size_t read_deflated(char* to, std::size_t size);
    bool fill();
    void skip(std::size_t bytes);
    [[nodiscard]] std::uint32_t number(int bytes);
    [[noreturn]] void fail(std::string_view what);

    std::string path_;
    std::string error_;  ///< found before: it is told again
    Source source_;
    std::vector<char> buffer_;
    std::size_t pos_ = 0;
    std::size_t size_ = 0;
    std::unique_ptr<Inflater> inflater_;
    Place place_ = Place::before;
    bool is_stored_ = false;
    bool is_described_behind_ = false;  ///< checksum and sizes follow the file
    std::uint32_t checksum_ = 0;        ///< as the archive says
    std::uint32_t found_ = 0;           ///< of what was unpacked
    std::uint64_t left_ = 0;            ///< of a stored file
};

}  // namespace entente::io
