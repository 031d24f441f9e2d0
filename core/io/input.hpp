// SPDX-License-Identifier: Apache-2.0
// Bytes in: files and standard input, plain, gzip, Zstandard or zip, a line at a time or whole.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace entente::io {

/// The longest line that is read; a longer one is skipped to its end and reported (64 MiB).
inline constexpr std::size_t k_longest_line = 64u << 20;
/// The largest document that is read whole (1 GiB).
inline constexpr std::size_t k_largest_file = 1u << 30;

/// A stream of bytes, unpacked where it is gzip or Zstandard (also of several members or frames) or a zip archive of one
/// file. Not shared between threads.
class Input {
public:
    /// Opens `path`; "-" is standard input. Throws InputError with the system's reason.
    explicit Input(std::string path);
    ~Input();
    Input(Input&&) noexcept;
    Input& operator=(Input&&) noexcept;

    enum class Line { good, too_long, end };

    /// The next line into `line`, without "\n" or "\r\n". A line over k_longest_line is passed over: too_long.
    /// Throws InputError where the file is damaged ("news.gz: truncated gzip stream").
    Line next_line(std::string& line);

    /// All that is left. Throws InputError above k_largest_file or where the file is damaged.
    [[nodiscard]] std::string rest();

    /// The next `size` bytes, fewer at the end. Line numbers take no notice of them.
    [[nodiscard]] std::string next_bytes(std::size_t size);
    /// Passes over them; how many there were.
    std::uint64_t skip_bytes(std::uint64_t size);

    /// The first bytes (at most 4 KiB), without taking them: to see what kind of input it is.
    [[nodiscard]] std::string_view peek();

    [[nodiscard]] const std::string& path() const { return path_; }
    [[nodiscard]] std::uint64_t line_number() const { return line_; }  ///< of the line read last, 1-based
    [[nodiscard]] std::uint64_t taken() const;  ///< bytes of the file that were read, packed as they lie there; 0 of a pipe

private:
    bool fill();
    struct Stream;
    std::string path_;
    std::unique_ptr<Stream> stream_;
    std::vector<char> buffer_;
    std::size_t pos_ = 0;
    std::size_t size_ = 0;
    std::uint64_t line_ = 0;
};

/// The files named by `inputs`: files as they are, folders walked in the order of their names (hidden files and *.md
/// left out). "./a" and "a" become the same name. Throws InputError for what does not exist.
[[nodiscard]] std::vector<std::string> expand(const std::vector<std::string>& inputs);

}  // namespace entente::io
