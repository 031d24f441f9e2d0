// SPDX-License-Identifier: Apache-2.0
// What went wrong with single records while the rest went on.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace entente {

enum class Severity : std::uint8_t { Note, Warning, Skipped };

struct Diagnostic {
    Severity severity = Severity::Warning;
    std::string source;      ///< file, as the user named it; "-" is standard input
    std::uint64_t line = 0;  ///< 1-based; 0 where a line means nothing
    std::string message;     ///< what is wrong and what helps
};

/// "news.jsonl:3: skipped: not JSON: Invalid value. at column 7"
[[nodiscard]] std::string format(const Diagnostic& diagnostic);

/// Collected by whoever runs a step; not shared between threads.
using Diagnostics = std::vector<Diagnostic>;

}  // namespace entente
