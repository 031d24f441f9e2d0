// SPDX-License-Identifier: Apache-2.0
// One relation as one sentence states it: the contract between extract/ and graph/.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "core/date.hpp"
#include "core/ontology.hpp"
#include "core/span.hpp"

namespace entente {

enum class Kind : std::uint8_t { country, person, organisation, group, party, place, people, topic, other };

[[nodiscard]] std::string_view name(Kind kind);
[[nodiscard]] std::optional<Kind> parse_kind(std::string_view text);

/// An actor as a sentence mentions it, resolved as far as it could be. Spans count bytes of Document::text.
struct Mention {
    std::string text;  ///< the surface words
    Span span;
    std::string id;     ///< ISO 3166-1 alpha-3 of a state, else a readable slug
    std::string label;  ///< "China"
    Kind kind = Kind::other;
    std::string country;  ///< the state it belongs to on that date; empty = null
    std::string role;     ///< CAMEO role: GOV MIL REB …; empty = null
};

struct Relation {
    std::string text;   ///< the sentence's words: "offered friendly relations with"
    std::string lemma;  ///< the head of the meaning: "offer relation"
    Span span;
    std::optional<Type> type;
    std::string cameo;  ///< 2 to 4 digits; empty = null
    double goldstein = 0;
};

struct Argument {
    std::string role;  ///< topic, place, time, with …
    std::string text;
    Span span;
    std::string id;  ///< empty = null
};

enum class Polarity : std::uint8_t { affirmed, negated };
enum class Status : std::uint8_t { actual, intended, requested, hypothetical };

[[nodiscard]] std::string_view name(Polarity polarity);
[[nodiscard]] std::string_view name(Status status);

/// Who says so, where it is not the article itself.
struct Attribution {
    std::string text;
    std::string id;     ///< empty = null
    std::string label;  ///< empty = null
    std::string verb;   ///< lemma: say, report, accord
    std::vector<Attribution> via{};  ///< who relays it, outward; these have none of their own
};

struct SentenceRef {
    std::uint32_t index = 0;  ///< 0-based within the document
    Span span;
    std::string text;  ///< the bytes of `span`, as they stand in the article
};

struct Triple {
    std::string id;  ///< see set_id()
    std::string doc;
    std::string source;
    std::optional<Timestamp> published;
    std::optional<Date> date;  ///< when it happened, as far as the text tells; else the day it was published
    SentenceRef sentence;
    Mention subject;
    Relation relation;
    Mention object;
    std::vector<Argument> args;
    Polarity polarity = Polarity::affirmed;
    Status status = Status::actual;
    std::optional<Attribution> attribution;
    bool symmetric = false;
    double confidence = 0;  ///< (0, 1)
    std::string rule;
};

/// Gives the triple its id: 20 hexadecimal digits of the XXH3-128 of its JSON without id and confidence.
void set_id(Triple& triple);

/// The triple as one line of NDJSON without the newline, keys in the order of the contract. O(length).
[[nodiscard]] std::string to_json(const Triple& triple);

/// Reads what to_json() wrote. Throws InputError (without file and line: the caller knows them) where it is none.
[[nodiscard]] Triple triple_from_json(std::string_view line);

}  // namespace entente
