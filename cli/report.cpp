// SPDX-License-Identifier: Apache-2.0
#include "cli/report.hpp"

#include <unistd.h>

#include "export/text.hpp"

namespace entente::cli {
namespace {

constexpr std::size_t k_printed = 20;

}  // namespace

Report::Report(bool quiet, bool progress) : quiet_(quiet), show_(progress && !quiet && isatty(STDERR_FILENO) == 1) {}

Report::~Report() {
    clear_line();
    if (!quiet_ && printed_ > k_printed) tell("… and {} more messages like these\n", printed_ - k_printed);
}

void Report::clear_line() {
    if (line_shown_) tell("\r\033[K");
    line_shown_ = false;
}

void Report::diagnostics(Diagnostics& list) {
    for (const Diagnostic& d : list) {
        if (d.severity == Severity::Skipped) ++skipped_;
        if (quiet_ || (d.severity != Severity::Note && ++printed_ > k_printed)) continue;
        clear_line();
        tell("entente: {}\n", printable(format(d)));
    }
    list.clear();
}

void Report::progress(std::uint64_t part, std::uint64_t whole, std::size_t count, std::string_view what) {
    const auto now = std::chrono::steady_clock::now();
    if (!show_ || now - last_ < std::chrono::milliseconds(100)) return;
    last_ = now;
    if (whole > 0)
        tell("\r\033[K{:3} %  {} {}", 100 * part / whole, count, what);
    else
        tell("\r\033[K{} {}", count, what);
    std::fflush(stderr);
    line_shown_ = true;
}

}  // namespace entente::cli
