// SPDX-License-Identifier: Apache-2.0
// A run of characters to append to, for files of millions of records: appending is inlined, fixed parts are joined when
// the program is compiled.
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstring>
#include <memory>
#include <string_view>

#include "core/figures.hpp"

namespace entente {

/// A string as a template argument.
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

/// As std::string, but nothing is a call unless the memory runs out, which then doubles.
class Chars {
public:
    void append(std::string_view text) {
        if (text.size() > room()) grow(text.size());
        at_ = std::copy(text.begin(), text.end(), at_);  // of nothing too, where at_ may be null
    }
    void push_back(char c) { append({&c, 1}); }
    template <Literal text>
    void put() {
        constexpr std::string_view view = text.view();
        append(view);
    }
    template <class Number>
    void figure(Number value) {
        at_ = write_figure(space(), value);
    }
    void day(Date value) { at_ = write_day(space(), value); }

    [[nodiscard]] std::string_view view() const { return {begin_.get(), size()}; }
    [[nodiscard]] std::size_t size() const { return static_cast<std::size_t>(at_ - begin_.get()); }
    void clear() { at_ = begin_.get(); }

private:
    [[nodiscard]] std::size_t room() const { return static_cast<std::size_t>(end_ - at_); }
    char* space() {
        if (room() < k_longest_figure) grow(k_longest_figure);
        return at_;
    }
    void grow(std::size_t more) {
        const std::size_t used = size();
        const std::size_t capacity = std::max<std::size_t>(2 * (used + more), 1u << 12);
        auto larger = std::make_unique_for_overwrite<char[]>(capacity);
        if (used > 0) std::memcpy(larger.get(), begin_.get(), used);
        begin_ = std::move(larger);
        at_ = begin_.get() + used;
        end_ = begin_.get() + capacity;
    }

    std::unique_ptr<char[]> begin_;
    char* at_ = nullptr;
    char* end_ = nullptr;
};

/// How many bytes from text[i] on are not special, sixteen at a time: `special` takes a byte or a vector of them, and is
/// false for blanks.
template <class Special>
[[nodiscard]] std::size_t plain_run(std::string_view text, std::size_t i, Special special) {
    using Block = unsigned char __attribute__((vector_size(16)));
    const std::size_t begin = i;
    for (; i < text.size(); i += sizeof(Block)) {
        const std::size_t length = std::min(sizeof(Block), text.size() - i);
        Block block = Block{} + static_cast<unsigned char>(' ');
        if (length == sizeof(Block))
            std::memcpy(&block, text.data() + i, sizeof(Block));
        else
            std::memcpy(&block, text.data() + i, length);
        const auto found = special(block);
        std::uint64_t halves[2];
        std::memcpy(halves, &found, sizeof halves);
        if ((halves[0] | halves[1]) == 0) continue;
        while (!special(static_cast<unsigned char>(text[i]))) ++i;
        return i - begin;
    }
    return text.size() - begin;
}

}  // namespace entente
