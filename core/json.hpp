// SPDX-License-Identifier: Apache-2.0
// RapidJSON with the flags that hostile input needs, and look-ups that say what is wrong.
#pragma once

#include <rapidjson/document.h>

#include <string_view>

namespace entente::json {

using Value = rapidjson::Value;
using Document = rapidjson::Document;

/// Parses one JSON object; strict UTF-8, no recursion. Throws InputError: "not JSON: … at column 7", "not a JSON object".
[[nodiscard]] Document parse_object(std::string_view text);

/// The string under `key`; empty where it is absent, null or no string.
[[nodiscard]] std::string_view text(const Value& object, const char* key);
/// The same, but throws InputError where it is absent or empty.
[[nodiscard]] std::string_view required(const Value& object, const char* key);
/// The number under `key`, else 0.
[[nodiscard]] double number(const Value& object, const char* key);
/// The boolean under `key`, else false.
[[nodiscard]] bool flag(const Value& object, const char* key);
/// The object under `key`. Throws InputError where there is none.
[[nodiscard]] const Value& object(const Value& object, const char* key);

}  // namespace entente::json
