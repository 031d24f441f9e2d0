// SPDX-License-Identifier: Apache-2.0
#include "extract/repair/context.hpp"

#include "core/error.hpp"

namespace entente::repair {
namespace {

constexpr std::uint64_t mixed(std::uint64_t h) {
    h ^= h >> 32;
    h *= 0x9E3779B97F4A7C15u;
    return h ^ (h >> 29);
}

template <class... Parts>
constexpr std::uint64_t combined(std::uint64_t first, Parts... parts) {
    ((first = mixed(first ^ (parts + 0x632BE59BD9B4E019u + (first << 6)))), ...);
    return first;
}

constexpr std::uint64_t hashed(std::string_view text) {
    std::uint64_t h = 0xCBF29CE484222325u;
    for (const char c : text) h = (h ^ static_cast<std::uint8_t>(c)) * 0x100000001B3u;
    return h;
}

int sum(std::string_view weights, std::span<const std::uint32_t> features) {
    int out = 0;
    for (const std::uint32_t f : features) out += static_cast<signed char>(weights[f & (weights.size() - 1)]);
    return out;
}

}  // namespace

Neighbour neighbour(std::string_view lower, const Token& token, const WordList& words) {
    Neighbour out;
    const auto kind = static_cast<std::uint64_t>(token.kind);
    out.shape = kind * 4 + static_cast<std::uint64_t>(token.shape) + (lower.size() > 3 ? 16 : 0);
    if (token.kind == Token::Kind::number) {
        out.word = out.ending = hashed("0") + lower.size();
        return out;
    }
    out.word = hashed(lower);
    out.ending = lower.size() > 3 ? hashed(lower.substr(lower.size() - 3)) : out.word;
    out.family = words.family(lower);
    return out;
}

Neighbour edge() { return {hashed("^"), hashed("^"), 63, 0}; }

std::array<std::uint32_t, k_context_features> context_features(const Place& p, const Guess& g) {
    const std::uint64_t w = g.as.word, e = g.as.ending, f = g.as.family;
    const std::uint64_t left = p.left1.family, right = p.right1.family;
    const std::uint64_t self = g.insertions == 0, known = g.frequency > 0;
    const std::uint64_t capital = p.shape == Token::Shape::capital, start = p.sentence_start;
    const std::uint64_t look = self + 2 * known + 4 * capital + 8 * start;
    const std::uint64_t front = g.front ? 1u + g.capital : 0u;
    const std::array<std::uint64_t, k_context_features> parts = {
        combined(1, w),
        combined(2, w, p.left1.word),
        combined(3, w, p.right1.word),
        combined(4, w, p.left1.word, p.right1.word),
        combined(5, w, p.left2.word, p.left1.word),
        combined(6, w, p.right1.word, p.right2.word),
        combined(7, w, p.left1.ending),
        combined(8, w, p.right1.ending),
        combined(9, w, p.left1.shape),
        combined(10, w, p.right1.shape),
        combined(11, e, p.left1.word),
        combined(12, e, p.right1.word),
        combined(13, e, p.left1.ending),
        combined(14, e, p.right1.ending),
        combined(15, e, p.left1.ending, p.right1.ending),
        combined(16, w, p.left2.word),
        combined(17, w, p.right2.word),
        combined(18, look, g.length),
        combined(19, look, g.frequency),
        combined(20, front, start, p.left1.word),
        combined(21, g.insertions, g.length, known),
        combined(22, self, known, p.bounds, g.length),
        combined(23, self, known, capital, p.left1.word),
        combined(24, self, known, capital, p.right1.word),
        combined(25, w, capital, start),
        combined(26, w, p.bounds),
        combined(27, self, g.frequency, p.left1.shape, p.right1.shape),
        combined(28, front, start, p.left1.shape, p.left2.shape),
        combined(29, w, left),
        combined(30, w, right),
        combined(31, w, left, right),
        combined(32, w, p.left2.family, left),
        combined(33, w, right, p.right2.family),
        combined(34, f, left, self),
        combined(35, f, right, self),
        combined(36, f, left, right),
        combined(37, f, capital, start, self),
        combined(38, g.letters, capital, start, p.bounds),
    };
    std::array<std::uint32_t, k_context_features> out{};
    for (std::size_t i = 0; i < parts.size(); ++i) out[i] = static_cast<std::uint32_t>(mixed(parts[i]) >> 16);
    return out;
}

std::array<std::uint32_t, k_spelling_features> spelling_features(std::string_view damaged, std::size_t at,
                                                                 std::string_view string) {
    const auto letter = [&](std::ptrdiff_t i) -> std::uint64_t {
        const auto k = static_cast<std::ptrdiff_t>(at) + i;
        return k < 0                      ? '^'
               : k >= std::ssize(damaged) ? '$'
                                          : static_cast<std::uint8_t>(damaged[static_cast<std::size_t>(k)]);
    };
    const std::uint64_t s = hashed(string), a1 = letter(-1), a2 = a1 << 8 | letter(-2), a3 = a2 << 8 | letter(-3);
    const std::uint64_t b1 = letter(0), b2 = b1 << 8 | letter(1), b3 = b2 << 8 | letter(2);
    const std::array<std::uint64_t, k_spelling_features> parts = {
        combined(101, s), combined(102, s, a1, b1), combined(103, s, a2, b2), combined(104, s, a2, b1),
        combined(105, s, a1, b2), combined(106, s, a3), combined(107, s, b3), combined(108, s, a2),
        combined(109, s, b2), combined(110, s, a2, b3), combined(111, s, a3, b2), combined(112, s, a3, b1),
        combined(113, s, a1, b3), combined(114, s, a3 << 8 | letter(-4)), combined(115, s, b3 << 8 | letter(3)),
        // How odd the letters are side by side, whatever stood between them.
        combined(116, a1, b1), combined(117, a2, b1), combined(118, a1, b2), combined(119, a2, b2),
        combined(120, a3, b1), combined(121, a1, b3), combined(122, a3, b2), combined(123, a2, b3)};
    std::array<std::uint32_t, k_spelling_features> out{};
    for (std::size_t i = 0; i < parts.size(); ++i) out[i] = static_cast<std::uint32_t>(mixed(parts[i]) >> 16);
    return out;
}

ContextModel::ContextModel(std::string_view weights) {
    if (weights.size() != k_contexts + k_spellings)
        throw InputError("the weights of the repair have another size than its program expects: make them again");
    contexts_ = weights.substr(0, k_contexts);
    spellings_ = weights.substr(k_contexts);
}

int ContextModel::score(const Place& place, const Guess& guess) const {
    return sum(contexts_, context_features(place, guess));
}

int ContextModel::spelling(std::string_view damaged, std::size_t at, std::string_view string) const {
    return sum(spellings_, spelling_features(damaged, at, string));
}

}  // namespace entente::repair
