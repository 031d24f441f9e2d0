// SPDX-License-Identifier: Apache-2.0
// How fast files become documents: bench_read INPUT... (pages, archives, feeds, tables, NDJSON).
#include <fmt/format.h>

#include <ctime>

#include "extract/read/reader.hpp"

int main(int argc, char** argv) {
    using namespace entente;
    DocumentSource source({argv + 1, argv + argc}, {});
    Diagnostics diagnostics;
    const std::clock_t begin = std::clock();
    std::size_t documents = 0;
    std::size_t bytes = 0;
    while (const auto document = source.next(diagnostics)) {
        ++documents;
        bytes += document->text.size();
    }
    const double seconds = static_cast<double>(std::clock() - begin) / CLOCKS_PER_SEC;
    fmt::print("{} documents, {} skipped, {:.1f} MB of files, {:.1f} MB of text, {:.2f} s CPU, {:.0f} documents/s\n", documents, diagnostics.size(),
               static_cast<double>(source.bytes()) / 1e6, static_cast<double>(bytes) / 1e6, seconds, static_cast<double>(documents) / seconds);
}
