// SPDX-License-Identifier: Apache-2.0
// XML 1.0, written fast: a buffer in front of an Output, texts cleaned and escaped on their way into it.
#pragma once

#include <algorithm>
#include <array>
#include <cstring>
#include <memory>
#include <string>
#include <string_view>

#include "core/figures.hpp"
#include "core/io/output.hpp"

namespace entente::xml {

/// `text` without the characters that XML forbids (controls, U+FFFE, U+FFFF); malformed bytes become U+FFFD. O(length).
[[nodiscard]] std::string clean(std::string_view text);

/// A string as a template argument, so that the fixed parts of a record are joined when the program is compiled.
template <std::size_t N>
struct Literal {
    char text[N]{};
    constexpr Literal() = default;
    constexpr Literal(const char (&from)[N]) { std::copy_n(from, N, text); }  // NOLINT: meant to convert
    [[nodiscard]] constexpr std::string_view view() const { return {text, N - 1}; }
};

template <std::size_t A, std::size_t B>
constexpr Literal<A + B - 1> operator+(const Literal<A>& a, const Literal<B>& b) {
    Literal<A + B - 1> out;
    std::copy_n(b.text, B, std::copy_n(a.text, A - 1, out.text));
    return out;
}

class Writer {
public:
    explicit Writer(io::Output& out) : out_(out) {}

    /// As it is.
    void raw(std::string_view text) {
        if (text.size() > room()) return spill(text);
        std::memcpy(at_, text.data(), text.size());
        at_ += text.size();
    }
    template <Literal text>
    void raw() {
        constexpr std::string_view view = text.view();
        raw(view);
    }

    /// The content of an element, or of an attribute in the quotes that `quote` tells: clean, and such that a parser
    /// gives it back exactly.
    void text(std::string_view text, char quote = '"');

    void figure(std::uint32_t value) { at_ = write_figure(space(), value); }
    void figure(double value) { at_ = write_figure(space(), value); }
    void day(Date value) { at_ = write_day(space(), value); }

    void flush();

private:
    static constexpr std::size_t k_size = 1u << 17;
    [[nodiscard]] std::size_t room() const { return static_cast<std::size_t>(end_ - at_); }
    char* space() {
        if (room() < k_longest_figure) flush();
        return at_;
    }
    void spill(std::string_view text);
    void special(std::string_view text, std::size_t& i, char quote);

    io::Output& out_;
    std::unique_ptr<char[]> buffer_ = std::make_unique<char[]>(k_size);
    char* at_ = buffer_.get();
    char* end_ = buffer_.get() + k_size;
};

}  // namespace entente::xml
