// SPDX-License-Identifier: Apache-2.0
#include "core/diagnostics.hpp"

#include <fmt/format.h>

namespace entente {

std::string format(const Diagnostic& d) {
    const char* what = d.severity == Severity::Note ? "note" : d.severity == Severity::Warning ? "warning" : "skipped";
    if (d.line == 0) return fmt::format("{}: {}: {}", d.source, what, d.message);
    return fmt::format("{}:{}: {}: {}", d.source, d.line, what, d.message);
}

}  // namespace entente
