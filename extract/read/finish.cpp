// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include "core/error.hpp"
#include "core/hash.hpp"
#include "core/io/utf8.hpp"
#include "extract/read/formats.hpp"
#include "extract/time/dateline.hpp"

namespace entente::read {

void skip(const ReadOptions& options, std::string_view where, std::uint64_t line, std::string message,
          Diagnostics& diagnostics) {
    Diagnostic d{Severity::Skipped, std::string(where), line, std::move(message)};
    if (options.strict) throw InputError(format(d));
    diagnostics.push_back(std::move(d));
}

void finish(Document& document, const ReadOptions& options, std::string_view where, std::uint64_t line,
            Diagnostics& diagnostics) {
    if (document.text.starts_with("\xEF\xBB\xBF")) document.text.replace(0, 3, "   ");
    if (const std::size_t bad = utf8::count_bad(document.text))
        diagnostics.push_back(
            {Severity::Warning, std::string(where), line,
             fmt::format("{} bytes are not UTF-8: read as their nearest ASCII characters (convert the file "
                         "with iconv -f WINDOWS-1252 -t UTF-8 to keep its letters)",
                         bad)});
    for (std::string* field : {&document.text, &document.title, &document.publisher, &document.url, &document.id})
        utf8::make_valid(*field);
    if (document.id.empty()) document.id = hash_hex(document.text);
    if (!document.published) document.published = time::find_publication(document.text);
    if (!document.published) document.published = options.date;
}

}  // namespace entente::read
