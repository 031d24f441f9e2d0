// SPDX-License-Identifier: Apache-2.0
// Any bytes as an input of any kind: the first byte says which, the rest is the file.
#include <cstdlib>

#include "core/error.hpp"
#include "core/io/utf8.hpp"
#include "extract/read/reader.hpp"
#include "tests/fuzz/memory_file.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
    using namespace entente;
    if (size == 0) return 0;
    const auto kinds = reader_names();
    const std::size_t kind = bytes[0] % (kinds.size() + 1);
    const test::MemoryFile file(bytes + 1, size - 1);
    ReadOptions options;
    if (kind < kinds.size()) options.kind = kinds[kind];
    Diagnostics diagnostics;
    DocumentSource source({file.path()}, options);
    while (const auto document = source.next(diagnostics))
        if (document->id.empty() || utf8::count_bad(document->text) > 0) std::abort();
    return 0;
}
