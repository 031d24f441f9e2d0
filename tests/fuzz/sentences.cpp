// SPDX-License-Identifier: Apache-2.0
// Any text as an article: repaired, read, and every span within it.
#include <cstdlib>

#include "core/hash.hpp"
#include "core/io/utf8.hpp"
#include "extract/extract.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
    using namespace entente;
    static const auto knowledge = Knowledge::load({});
    static Language::Scratch scratch;
    Document document;
    document.text.assign(reinterpret_cast<const char*>(bytes), size);
    utf8::make_valid(document.text);
    document.id = hash_hex(document.text);
    ExtractOptions options;
    for (int round = 0; round < 2; ++round) {
        for (const Triple& t : extract(document, *knowledge, scratch, options))
            for (const Span& span : {t.subject.span, t.object.span, t.sentence.span})
                if (span.begin > span.end || span.end > document.text.size()) std::abort();
        options.open = open::View::full;
    }
    return 0;
}
