// SPDX-License-Identifier: Apache-2.0
// What goes to stderr: bad records as they come, progress where a person watches.
#pragma once

#include <fmt/format.h>

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <string>
#include <string_view>
#include <utility>

#include "core/diagnostics.hpp"

namespace entente::cli {

/// Prints to stderr. Unlike fmt::print it does not throw where that fails: a message that nobody can get (2>&-, a full
/// disk) must not cost the results.
template <class... Args>
void tell(fmt::format_string<Args...> format, Args&&... args) {
    const std::string text = fmt::format(format, std::forward<Args>(args)...);
    static_cast<void>(std::fwrite(text.data(), 1, text.size(), stderr));
}

class Report {
public:
    /// Progress is shown only if `progress` and stderr is a terminal.
    Report(bool quiet, bool progress);
    ~Report();
    Report(const Report&) = delete;
    Report& operator=(const Report&) = delete;

    /// Prints diagnostics (the first 20 of a run, and all notes) and empties the list.
    void diagnostics(Diagnostics& list);
    /// `part` of `whole` bytes are done (whole = 0: unknown), `count` documents or rows; at most ten times a second.
    void progress(std::uint64_t part, std::uint64_t whole, std::size_t count, std::string_view what);
    [[nodiscard]] std::size_t skipped() const { return skipped_; }

private:
    void clear_line();
    bool quiet_;
    bool show_;
    bool line_shown_ = false;
    std::size_t printed_ = 0;
    std::size_t skipped_ = 0;
    std::chrono::steady_clock::time_point last_;
};

}  // namespace entente::cli
