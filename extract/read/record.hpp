// SPDX-License-Identifier: Apache-2.0
// One JSON object as an article, in the dialects that scrapers and news services write.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/document.hpp"
#include "core/json.hpp"

namespace entente::read {

/// The article in a record: id, title, publisher, url, published and text, each from the first of its aliases that is
/// not missing ("", "None", "null", "N/A" and null count as missing). `source` is left empty. An unreadable date is
/// told in `problem`. Throws InputError where there is no text.
[[nodiscard]] Document to_document(const json::Value& record, std::string& problem);

/// The same of a record that need not have a text.
[[nodiscard]] Document to_facts(const json::Value& record, std::string& problem);

/// Whether a field of this name holds an article's text.
[[nodiscard]] bool names_text(std::string_view field);

/// The array of records that an object wraps ({"articles": […]}); nullptr where it is a record itself.
[[nodiscard]] const json::Value* wrapped(const json::Value& object);

}  // namespace entente::read
