// SPDX-License-Identifier: Apache-2.0
#include "core/json.hpp"

#include <fmt/format.h>
#include <rapidjson/error/en.h>

#include "core/error.hpp"

namespace entente::json {

Document parse_object(std::string_view text) {
    constexpr unsigned flags = rapidjson::kParseValidateEncodingFlag | rapidjson::kParseIterativeFlag |
                               rapidjson::kParseFullPrecisionFlag;
    Document d;
    d.Parse<flags>(text.data(), text.size());
    if (d.HasParseError())
        throw InputError(fmt::format("not JSON: {} at column {}", rapidjson::GetParseError_En(d.GetParseError()),
                                     d.GetErrorOffset() + 1));
    if (!d.IsObject()) throw InputError("not a JSON object");
    return d;
}

std::string_view text(const Value& object, const char* key) {
    const auto m = object.FindMember(key);
    if (m == object.MemberEnd() || !m->value.IsString()) return {};
    return {m->value.GetString(), m->value.GetStringLength()};
}

std::string_view required(const Value& object, const char* key) {
    const auto value = text(object, key);
    if (value.empty()) throw InputError(fmt::format("it has no \"{}\"", key));
    return value;
}

double number(const Value& object, const char* key) {
    const auto m = object.FindMember(key);
    return m == object.MemberEnd() || !m->value.IsNumber() ? 0.0 : m->value.GetDouble();
}

bool flag(const Value& object, const char* key) {
    const auto m = object.FindMember(key);
    return m != object.MemberEnd() && m->value.IsTrue();
}

const Value& object(const Value& object, const char* key) {
    const auto m = object.FindMember(key);
    if (m == object.MemberEnd() || !m->value.IsObject()) throw InputError(fmt::format("it has no object \"{}\"", key));
    return m->value;
}

}  // namespace entente::json
