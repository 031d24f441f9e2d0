// SPDX-License-Identifier: Apache-2.0
// A run of characters to append to, for files of millions of records: appending is inlined, fixed parts are joined when
// the program is compiled.
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
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

/// Sixteen bytes, compared at once.
using ByteBlock = unsigned char __attribute__((vector_size(16)));

namespace detail {

template <class Word>
Word load(const char* from) {
    Word word;
    std::memcpy(&word, from, sizeof word);
    return word;
}

/// The first and the last bytes of a text make one block, in which every byte of it is at least once, and else blanks.
/// At most 16 bytes.
inline ByteBlock block_of(const char* text, std::size_t length) {
    constexpr std::uint64_t blanks = 0x2020202020202020;
    std::uint64_t halves[2] = {blanks, blanks};
    if (length >= 8) {
        halves[0] = load<std::uint64_t>(text);
        halves[1] = load<std::uint64_t>(text + length - 8);
    } else if (length >= 4) {
        halves[0] = load<std::uint32_t>(text) | std::uint64_t{load<std::uint32_t>(text + length - 4)} << 32;
    } else if (length > 0) {
        const auto byte = [&](std::size_t i) { return std::uint64_t{static_cast<unsigned char>(text[i])}; };
        halves[0] = (blanks & ~std::uint64_t{0xFFFFFF}) | byte(0) | byte(length / 2) << 8 | byte(length - 1) << 16;
    }
    ByteBlock block;
    std::memcpy(&block, halves, sizeof block);
    return block;
}

/// As std::memcpy, which is a call, for texts that are mostly short.
inline char* copy_text(char* to, const char* from, std::size_t length) {
    const auto both_ends = [&]<class Word>(Word) {
        const Word first = load<Word>(from);
        const Word last = load<Word>(from + length - sizeof(Word));
        std::memcpy(to, &first, sizeof first);
        std::memcpy(to + length - sizeof last, &last, sizeof last);
    };
    if (length > 32)
        std::memcpy(to, from, length);
    else if (length >= 16)
        both_ends(ByteBlock{});
    else if (length >= 8)
        both_ends(std::uint64_t{});
    else if (length >= 4)
        both_ends(std::uint32_t{});
    else
        for (std::size_t i = 0; i < length; ++i) to[i] = from[i];
    return to + length;
}

template <class Mask>
bool any(const Mask& mask) {
    std::uint64_t halves[2];
    static_assert(sizeof mask == sizeof halves);
    std::memcpy(halves, &mask, sizeof halves);
    return (halves[0] | halves[1]) != 0;
}

}  // namespace detail

/// As std::string, but nothing is a call unless the memory runs out, which then doubles.
class Chars {
public:
    void append(std::string_view text) {
        if (text.size() > room()) grow(text.size());
        at_ = detail::copy_text(at_, text.data(), text.size());
    }
    void push_back(char c) {
        if (at_ == end_) grow(1);
        *at_++ = c;
    }
    template <Literal text>
    void put() {
        constexpr std::string_view view = text.view();
        append(view);
    }
    template <class Number>
    void figure(Number value) {
        at_ = write_figure(space(), value);
    }
    /// The same day often comes several times.
    void day(Date value) {
        if (value != day_) {
            day_ = value;
            write_day(day_text_, value);
        }
        append({day_text_, k_day_length});
    }

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
    static constexpr std::size_t k_day_length = 10;
    Date day_{};
    char day_text_[k_day_length + 1] = "1970-01-01";
};

/// How many bytes from text[i] on are not special: `special` takes a byte or a block of them, and is false for blanks.
template <class Special>
[[nodiscard]] std::size_t plain_run(std::string_view text, std::size_t i, Special special) {
    const char* const begin = text.data() + i;
    const std::size_t length = text.size() - i;
    std::size_t run = 0;
    while (length - run > sizeof(ByteBlock) && !detail::any(special(detail::load<ByteBlock>(begin + run)))) run += sizeof(ByteBlock);
    if (length - run <= sizeof(ByteBlock) && !detail::any(special(detail::block_of(begin + run, length - run)))) return length;
    while (!special(static_cast<unsigned char>(begin[run]))) ++run;
    return run;
}

}  // namespace entente
