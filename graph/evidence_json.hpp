// SPDX-License-Identifier: Apache-2.0
// An observation as compact JSON, both ways. What its edge and its actors already say is left out.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/chars.hpp"
#include "core/error.hpp"
#include "core/json.hpp"
#include "graph/observation.hpp"

namespace entente {

/// What a reader of the JSON knows of an actor from elsewhere in the file; the defaults: nothing.
struct Known {
    std::string_view label;
    std::string_view country;
    Kind kind = Kind::other;
};

/// Appends `text` as a JSON string in ASCII controls and valid UTF-8; what XML can't hold is escaped, malformed bytes
/// become U+FFFD. O(length).
void append_json_string(std::string& out, std::string_view text);
void append_json_string(Chars& out, std::string_view text);

/// Appends a number as short as it reads back: 0.87, -5.
void append_json_number(std::string& out, double value);

/// A triple's further arguments as a JSON array: [{"role":"topic","text":"…","at":[begin,end],"id":"…"}]; "" for none.
[[nodiscard]] std::string args_json(const std::vector<Argument>& args);

/// Reads that back. Throws InputError where it is none.
[[nodiscard]] std::vector<Argument> args_from_json(const json::Value& array);

/// Who relays what somebody says, outward, as one JSON object: {"text":"…","id":"…","label":"…","verb":"…","via":{…}}; ""
/// for nobody.
[[nodiscard]] std::string via_json(std::span<const Attribution> relays);

/// Reads that back; what is none is nobody.
[[nodiscard]] std::vector<Attribution> via_from_json(const json::Value& value);
[[nodiscard]] std::vector<Attribution> via_from_json(std::string_view text);

/// "Russia, via Tass": who says so and who relays it, for people to read.
[[nodiscard]] std::string speakers(const Said& said);

/// Appends the observation as one JSON object without type, polarity and the actors' ids.
/// `in_xml`: with nothing in it that XML would have to escape, in content or in single quotes.
void append_evidence_json(Chars& out, const Observation& o, const Known& subject, const Known& object, bool in_xml);
void append_evidence_json(std::string& out, const Observation& o, const Known& subject, const Known& object);

/// Reads that back, but for what was left out and for the copies. The texts point into `value`, `subject`, `object` and
/// `texts`, which gets what an observation has as JSON. Throws InputError where it is none.
[[nodiscard]] Observation evidence_from_json(const json::Value& value, const Known& subject, const Known& object,
                                             JsonTexts& texts);

/// Calls take(Observation&&) for what `value` holds and for each of its copies.
template <class Take>
void for_each_observation(const json::Value& value, const Known& subject, const Known& object, JsonTexts& texts, Take take) {
    take(evidence_from_json(value, subject, object, texts));
    const auto copies = value.FindMember("copies");
    if (copies == value.MemberEnd()) return;
    if (!copies->value.IsArray()) throw InputError("\"copies\" is no list");
    for (const auto& copy : copies->value.GetArray()) take(evidence_from_json(copy, {}, {}, texts));
}

}  // namespace entente
