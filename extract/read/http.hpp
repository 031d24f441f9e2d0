// SPDX-License-Identifier: Apache-2.0
// An answer of a web server as archives keep it.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>

namespace entente::read {

/// Header fields by lower-case name.
using HttpFields = std::map<std::string, std::string, std::less<>>;

/// Adds "Name: value"; what is no field is passed over.
void add_field(HttpFields& fields, std::string_view line);

/// "text/html; charset=UTF-8" → "text/html".
[[nodiscard]] std::string media_type(std::string_view content_type);

struct HttpAnswer {
    std::string type;     ///< media type, lower case
    std::string charset;  ///< as the header says; "" for nothing
    std::string body;     ///< without transfer and content encoding
};

/// A whole HTTP/1.x answer (RFC 9112). nullopt unless its status is 200, or where its body is packed in a way that isn't
/// gzip or deflate, or unpacks to more than 64 MiB.
[[nodiscard]] std::optional<HttpAnswer> read_answer(std::string_view message);

}  // namespace entente::read
