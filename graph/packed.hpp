// SPDX-License-Identifier: Apache-2.0
// Observations as a graph holds them: a tenth of the memory, what they share kept once.
#pragma once

#include <cstdint>
#include <deque>
#include <ranges>
#include <span>
#include <string>
#include <string_view>

#include "graph/flat_index.hpp"
#include "graph/observation.hpp"
#include "graph/pool.hpp"

namespace entente {

/// A document as a source published it.
struct Report {
    std::string_view document;
    std::string_view source;
    std::optional<Timestamp> published;
    std::uint32_t number = 0;  ///< of the archive's reports
};

/// An actor as observations call it.
struct Named {
    std::string_view id;
    std::string_view label;
    std::string_view country;
    Kind kind = Kind::other;
};

inline constexpr std::uint8_t k_has_copies = 1u << 5;

/// An Observation in 88 bytes and the texts that are its own. Lives as long as the archive that packed it.
struct PackedObservation {
    const Report* report = nullptr;
    const Named* subject = nullptr;
    const Named* object = nullptr;
    std::string_view sentence;
    std::string_view phrase;
    std::string_view rest;  ///< its id, its copies, and what is seldom asked for
    std::uint32_t sentence_index = 0;
    std::int32_t day = k_undated;
    std::int16_t goldstein = 0;   ///< thousandths
    std::int16_t confidence = 0;  ///< thousandths
    std::uint8_t type = 0;        ///< rank() of it
    std::uint8_t flags = 0;       ///< flags_of() it, and k_has_copies

    [[nodiscard]] std::string_view id() const;
    [[nodiscard]] std::string_view lemma() const;  ///< as slow as unpack()
    [[nodiscard]] std::optional<Date> date() const { return day == k_undated ? std::nullopt : std::optional(Date{day}); }
    [[nodiscard]] std::optional<Type> type_of() const {
        return type < k_type_count ? std::optional(static_cast<Type>(type)) : std::nullopt;
    }
    [[nodiscard]] Polarity polarity() const { return static_cast<Polarity>(flags & 1); }
    [[nodiscard]] Status status() const { return static_cast<Status>((flags >> 1) & 3); }
    [[nodiscard]] bool has_copies() const { return (flags & k_has_copies) != 0; }
    [[nodiscard]] bool is_mutual() const { return (flags & 8) != 0; }
};

/// What was packed, with its texts where the archive has them. O(1): some 50 ns.
[[nodiscard]] Observation unpack(const PackedObservation& packed);

/// Packed observations, unpacked one by one as they are looked at.
struct Unpack {
    Observation operator()(const PackedObservation& packed) const { return unpack(packed); }
};
using Observations = std::ranges::transform_view<std::span<const PackedObservation>, Unpack>;

/// The order within an edge: by date (undated first), document, sentence, id.
[[nodiscard]] bool is_earlier(const PackedObservation& a, const PackedObservation& b);

/// All that packed observations point to. Equal texts of ids, labels, countries, documents, sources, sentences and
/// phrases have one address, so have equal reports and names. Not shared between threads while it grows.
class Archive {
public:
    /// `o` in normal form, without copies. O(length), five look-ups.
    [[nodiscard]] PackedObservation pack(const Observation& o);
    /// The same for whoever knows the archive's own of what `o` says of its document and actors. O(length), two look-ups.
    [[nodiscard]] PackedObservation pack(const Observation& o, const Report* report, const Named* subject,
                                         const Named* object);

    [[nodiscard]] const Report* report(std::string_view document, std::string_view source,
                                       std::optional<Timestamp> published);
    [[nodiscard]] const Named* name(const Party& party);
    /// The same, without a look-up where the texts of `party` are those of `guess`.
    [[nodiscard]] const Named* name(const Party& party, const Named* guess);

    /// Gives `p`, which has none, its copies.
    void set_copies(PackedObservation& p, std::string_view copies);

    [[nodiscard]] std::size_t reports() const { return reports_.size(); }

    /// Frees what only packing needs.
    void freeze();

private:
    [[nodiscard]] std::string_view keep_rest(std::string_view id, std::string_view copies, std::string_view detail);

    StringPool texts_;
    std::deque<Report> reports_;
    std::deque<Named> names_;
    FlatIndex known_reports_;
    FlatIndex known_names_;
    std::string detail_;  ///< scratch space
    std::string rest_;    ///< the same
};

}  // namespace entente
