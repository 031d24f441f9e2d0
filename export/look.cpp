// SPDX-License-Identifier: Apache-2.0
#include "export/look.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <unordered_set>

#include "core/hash.hpp"
#include "core/io/utf8.hpp"

namespace entente {
namespace {

constexpr std::array<Colour, 9> k_kinds{{{0x4e, 0x79, 0xa7},    // country
                                         {0xf2, 0x8e, 0x2b},    // person
                                         {0x59, 0xa1, 0x4f},    // organisation
                                         {0xe1, 0x57, 0x59},    // group
                                         {0xb0, 0x7a, 0xa1},    // party
                                         {0x9c, 0x75, 0x5f},    // place
                                         {0xed, 0xc9, 0x48},    // people
                                         {0x76, 0xb7, 0xb2},    // topic
                                         {0xba, 0xb0, 0xac}}};  // other

constexpr Colour k_conflict{0xc0, 0x20, 0x20};
constexpr Colour k_neutral{0x99, 0x99, 0x99};
constexpr Colour k_cooperation{0x1a, 0x96, 0x41};

std::uint8_t mix(std::uint8_t a, std::uint8_t b, double share) {
    return static_cast<std::uint8_t>(std::lround(a + (b - a) * share));
}

/// Letters and digits that both the fourth and the fifth edition of XML 1.0 take in names (libxml2 checks ids by the
/// fourth); no colon. Not all such letters: what is missing becomes "_" and a hash.
bool is_name_character(char32_t c) {
    if (c < 0x80) return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '.' || c == '_';
    struct Range {
        char32_t first, last;
    };
    constexpr Range ranges[] = {{0xC0, 0xD6},    {0xD8, 0xF6},   {0xF8, 0x131},    {0x134, 0x13E},   {0x141, 0x148},
                                {0x14A, 0x17E},  {0x38E, 0x3A1}, {0x3A3, 0x3CE},   {0x401, 0x40C},   {0x40E, 0x44F},
                                {0x451, 0x45C},  {0x45E, 0x481}, {0x5D0, 0x5EA},   {0x621, 0x63A},   {0x641, 0x64A},
                                {0x905, 0x939},  {0xE01, 0xE2E}, {0x3041, 0x3094}, {0x30A1, 0x30FA}, {0x4E00, 0x9FA5},
                                {0xAC00, 0xD7A3}};
    return std::ranges::any_of(ranges, [c](Range r) { return c >= r.first && c <= r.last; });
}

std::string as_name(std::string_view id) {
    std::string out;
    for (std::size_t i = 0; i < id.size();) {
        const auto d = utf8::decode(id, i);
        utf8::append(out, is_name_character(d.code) ? d.code : U'_');
        i += d.length;
    }
    return out;
}

}  // namespace

Colour colour(Kind kind) { return k_kinds[static_cast<std::size_t>(kind)]; }

Colour colour(const Edge& edge) {
    constexpr double by_quad[] = {0, 0.3, 0.6, -0.4, -0.8};
    double score = edge.goldstein / 10;
    if (score == 0 && edge.type) score = by_quad[quad(*edge.type)];
    if (edge.polarity == Polarity::negated) score = 0;
    const Colour& to = score < 0 ? k_conflict : k_cooperation;
    const double share = std::sqrt(std::min(std::abs(score), 1.0));
    return {mix(k_neutral.r, to.r, share), mix(k_neutral.g, to.g, share), mix(k_neutral.b, to.b, share)};
}

std::string hex(Colour c) {
    constexpr char digits[] = "0123456789abcdef";
    std::string out = "#";
    for (const std::uint8_t part : {c.r, c.g, c.b}) (out += digits[part >> 4]) += digits[part & 15];
    return out;
}

std::vector<double> sizes(const Graph& graph) {
    std::vector<double> out;
    if (graph.actors().empty()) return out;
    const auto [least, most] = std::ranges::minmax(graph.actors(), {}, &Actor::mentions);
    const double range = most.mentions - least.mentions;
    for (const Actor& a : graph.actors()) {
        const double share = range > 0 ? (a.mentions - least.mentions) / range : 0.03;
        out.push_back(std::round((4 + 96 * std::sqrt(share)) * 10) / 10);
    }
    return out;
}

std::vector<std::string> node_ids(const Graph& graph) {
    std::vector<std::string> out;
    std::unordered_set<std::string> taken;
    for (const Actor& a : graph.actors())  // those that are names already keep them
        if (as_name(a.id) == a.id) taken.emplace(a.id);
    for (const Actor& a : graph.actors()) {
        std::string name = as_name(a.id);
        if (name != a.id)
            for (std::size_t digits = 8; !taken.insert(name).second || digits == 8; ++digits)
                name = fmt::format("{}_{}", as_name(a.id), hash_hex(a.id, std::min<std::size_t>(digits, 32)));
        out.push_back(std::move(name));
    }
    return out;
}

std::string_view IdMaker::operator()(std::initializer_list<std::string_view> parts) {
    key_.clear();
    for (const std::string_view& part : parts) {
        if (&part != parts.begin()) key_ += '\0';
        key_ += part;
    }
    write_hash(id_.data() + 2, key_.data(), key_.size());
    return {id_.data(), id_.size()};
}

std::string_view edge_id(const Graph& graph, const Edge& edge, IdMaker& make) {
    return make({graph.subject(edge).id, type_name(edge.type), graph.object(edge).id, name(edge.polarity)});
}

std::string edge_id(const Graph& graph, const Edge& edge) {
    IdMaker make;
    return std::string(edge_id(graph, edge, make));
}

void put_statuses(Chars& out, const Edge& edge) {
    bool first = true;
    for (std::size_t i = 0; i < edge.statuses.size(); ++i) {
        if (edge.statuses[i] == 0) continue;
        if (!first) out.push_back(' ');
        first = false;
        out.append(name(static_cast<Status>(i)));
        out.push_back(':');
        out.figure(edge.statuses[i]);
    }
}

std::string statuses(const Edge& edge) {
    Chars out;
    put_statuses(out, edge);
    return std::string(out.view());
}

std::string date_text(std::optional<Date> date) { return date ? to_string(*date) : std::string(); }

}  // namespace entente
