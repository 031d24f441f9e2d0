// SPDX-License-Identifier: Apache-2.0
#include "graph/names.hpp"

#include <algorithm>
#include <functional>
#include <numeric>

#include "core/io/utf8.hpp"

namespace entente {
namespace {

constexpr std::size_t k_near = 5;

char32_t lower(char32_t c) {
    const bool plus_32 = (c >= U'A' && c <= U'Z') || (c >= 0xC0 && c <= 0xDE && c != 0xD7) ||
                         (c >= 0x391 && c <= 0x3A9) || (c >= 0x410 && c <= 0x42F);
    if (plus_32) return c + 32;
    if (c >= 0x400 && c <= 0x40F) return c + 80;
    // Latin Extended-A: pairs, upper case even, from U+0139 to U+0148 and U+0179 to U+017E odd.
    if ((c >= 0x100 && c <= 0x137) || (c >= 0x14A && c <= 0x177)) return c | 1;
    if ((c >= 0x139 && c <= 0x148) || (c >= 0x179 && c <= 0x17E)) return c + (c & 1);
    return c;
}

using Test = std::function<bool(const Actor&)>;

std::vector<std::uint32_t> all_that(std::span<const Actor> actors, const Test& test) {
    std::vector<std::uint32_t> out;
    for (std::uint32_t i = 0; i < actors.size(); ++i)
        if (test(actors[i])) out.push_back(i);
    std::ranges::stable_sort(out, std::greater<>{}, [&](std::uint32_t i) { return actors[i].mentions; });
    return out;
}

/// Levenshtein distance in bytes, but never more than `limit` + 1.
std::size_t distance(std::string_view a, std::string_view b, std::size_t limit) {
    if (std::max(a.size(), b.size()) - std::min(a.size(), b.size()) > limit) return limit + 1;
    std::vector<std::size_t> row(b.size() + 1);
    std::iota(row.begin(), row.end(), 0u);
    for (std::size_t i = 0; i < a.size(); ++i) {
        std::size_t diagonal = row[0]++;
        for (std::size_t j = 0; j < b.size(); ++j) {
            const std::size_t replaced = diagonal + (a[i] != b[j]);
            diagonal = row[j + 1];
            row[j + 1] = std::min({replaced, row[j] + 1, row[j + 1] + 1});
        }
    }
    return std::min(row.back(), limit + 1);
}

std::vector<std::uint32_t> near_names(std::span<const Actor> actors, const std::string& wanted) {
    const std::size_t limit = std::max<std::size_t>(2, wanted.size() / 3);
    std::vector<std::pair<std::size_t, std::uint32_t>> found;
    for (std::uint32_t i = 0; i < actors.size(); ++i) {
        const Actor& actor = actors[i];
        std::size_t best = distance(fold_case(actor.label), wanted, limit);
        if (best > 0) best = std::min(best, distance(fold_case(actor.id), wanted, limit));
        if (best <= limit) found.emplace_back(best, i);
    }
    std::ranges::stable_sort(found, {}, [](const auto& f) { return f.first; });
    if (found.size() > k_near) found.resize(k_near);
    std::vector<std::uint32_t> out;
    for (const auto& [far, index] : found) out.push_back(index);
    return out;
}

}  // namespace

std::string fold_case(std::string_view text) {
    std::string out;
    out.reserve(text.size());
    for (std::size_t i = 0; i < text.size();) {
        const auto d = utf8::decode(text, i);
        utf8::append(out, lower(d.code));
        i += d.length;
    }
    return out;
}

NameMatch match_name(std::span<const Actor> actors, std::string_view text) {
    if (const auto found = find_actor(actors, text)) return {{*found}, {}};
    const std::string wanted = fold_case(text);
    const auto either = [&](auto test) {
        return [&wanted, test](const Actor& a) {
            return test(fold_case(a.label), wanted) || test(fold_case(a.id), wanted);
        };
    };
    const Test tests[] = {
        [&](const Actor& a) { return a.label == text; },
        either([](const std::string& name, const std::string& w) { return name == w; }),
        either([](const std::string& name, const std::string& w) { return name.starts_with(w); }),
        either([](const std::string& name, const std::string& w) { return name.find(w) != std::string::npos; })};
    for (const Test& test : tests)
        if (auto found = all_that(actors, test); !found.empty() && !wanted.empty()) return {std::move(found), {}};
    return {{}, near_names(actors, wanted)};
}

}  // namespace entente
