// SPDX-License-Identifier: Apache-2.0
// A triple as the graph keeps it: who, what, whom, when, and the sentence that says so. The atom of every graph: a
// graph is a set of observations, all else is derived from it.
#pragma once

#include <compare>
#include <cstdint>
#include <limits>
#include <optional>
#include <string>
#include <string_view>

#include "core/triple.hpp"

namespace entente {

inline constexpr std::int32_t k_undated = std::numeric_limits<std::int32_t>::min();  ///< instead of a day

/// One side of an observation.
struct Party {
    std::string_view id;
    std::string_view text;  ///< the surface words
    std::string_view label;
    std::string_view country;  ///< empty = none
    std::string_view role;     ///< empty = none
    Span span;                 ///< of `text`, in the article
    Kind kind = Kind::other;
    auto operator<=>(const Party&) const = default;
};

/// Who says so, where it is not the article itself; all empty = the article.
struct Said {
    std::string_view text;
    std::string_view id;
    std::string_view label;
    std::string_view verb;
    std::string_view via;  ///< who relays it, as JSON (see via_json()); empty = nobody
    auto operator<=>(const Said&) const = default;
    [[nodiscard]] bool any() const { return !text.empty() || !label.empty() || !verb.empty(); }
};

/// Its texts lie elsewhere: in a triple, a row, an Archive. A mutual act is kept with the smaller id as subject, so that "A met B" and "B met A"
/// are one edge; `swapped` tells that the sentence has it the other way round.
struct Observation {
    std::string_view id;  ///< the triple's
    std::string_view doc;
    std::string_view source;
    std::string_view sentence;  ///< its text
    std::string_view phrase;    ///< the relation's surface words
    std::string_view lemma;
    std::string_view cameo;
    std::string_view rule;  ///< that found it
    std::string_view args;  ///< further arguments as JSON, see args_json(); empty = none
    std::string_view copies;  ///< the same report, published elsewhere, as JSON: see graph/copies.hpp; empty = none
    Party subject;
    Party object;
    Said said;
    std::optional<Timestamp> published;
    std::optional<Date> date;  ///< when it happened, else when it was published
    std::uint32_t sentence_index = 0;
    Span span;              ///< of the sentence, in the article
    Span phrase_span;       ///< of the phrase, in the article
    double goldstein = 0;   ///< three decimals
    double confidence = 0;  ///< three decimals, 0 to 0.999: nothing is certain
    std::optional<Type> type;
    Polarity polarity = Polarity::affirmed;
    Status status = Status::actual;
    bool mutual = false;
    bool swapped = false;
    auto operator<=>(const Observation&) const = default;
};

/// The texts that an observation has as JSON.
struct JsonTexts {
    std::string args;
    std::string via;
};

/// What `triple` observes, its texts being those of `triple` and `texts`, which gets the further arguments and who relays
/// it. Nothing of the triple is lost.
[[nodiscard]] Observation view_of(const Triple& triple, JsonTexts& texts);

/// Brings an observation into its normal form: a mutual act's smaller id first, figures in three decimals. True where
/// subject and object changed places.
bool normalise(Observation& observation);

/// Place of a type in the order of edges: the ontology's, then what has no type.
[[nodiscard]] constexpr unsigned rank(std::optional<Type> type) {
    return type ? static_cast<unsigned>(*type) : static_cast<unsigned>(k_type_count);
}

/// "REQUEST", and "OTHER" for what has no type.
[[nodiscard]] std::string_view type_name(std::optional<Type> type);

}  // namespace entente
