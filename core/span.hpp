// SPDX-License-Identifier: Apache-2.0
// Half-open byte ranges, and the map from a repaired text back to the bytes it came from.
#pragma once

#include <compare>
#include <cstdint>
#include <string_view>
#include <vector>

namespace entente {

/// Bytes [begin, end) of a text.
struct Span {
    std::uint32_t begin = 0;
    std::uint32_t end = 0;

    [[nodiscard]] std::uint32_t size() const { return end - begin; }
    [[nodiscard]] bool contains(Span other) const { return begin <= other.begin && other.end <= end; }
    [[nodiscard]] std::string_view of(std::string_view text) const { return text.substr(begin, end - begin); }
    auto operator<=>(const Span&) const = default;
};

/// Where each byte of an edited text came from. Costs one entry per edit; an empty map is the identity.
class SpanMap {
public:
    /// From edited byte `edited` on, original byte = edited byte + (original - edited), until the next entry.
    /// Entries are added in rising order of `edited`.
    void add(std::uint32_t edited, std::uint32_t original);

    /// The original range of an edited range. Inserted bytes stand at the place where they were inserted.
    [[nodiscard]] Span to_original(Span edited) const;

    /// The text was edited again: `later` leads from it to the text that this map begins at.
    void precede(SpanMap later);

private:
    struct Entry {
        std::uint32_t edited;
        std::uint32_t original;
    };
    using Entries = std::vector<Entry>;
    [[nodiscard]] static std::uint32_t at(const Entries& entries, std::uint32_t edited);

    Entries entries_;
    std::vector<Entries> earlier_;  ///< in the order in which the text was edited
};

}  // namespace entente
