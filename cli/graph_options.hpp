// SPDX-License-Identifier: Apache-2.0
// Options of the commands that read a graph: which part of it counts, and how text looks.
#pragma once

#include <CLI/CLI.hpp>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "core/diagnostics.hpp"
#include "export/text.hpp"
#include "graph/filter.hpp"
#include "graph/chronicle.hpp"

namespace entente::cli {

struct GraphOptions {
    std::string from;
    std::string to;
    std::string at;
    int window = 30;
    std::string clock = "event";
    std::vector<std::string> types;
    std::vector<int> quads;
    std::vector<std::string> kinds;
    std::vector<std::string> statuses;
    std::vector<std::string> sources;
    std::string polarity;
    std::uint32_t min_weight = 1;
    double min_confidence = 0;
    std::uint32_t top = 0;
    bool strict = false;
    bool quiet = false;

    /// --from --to --at, which part of a graph counts, --strict -q
    void add_to(CLI::App& app);
    /// The same without --from, --to and --at, for a command with dates of its own.
    void add_undated_to(CLI::App& app);

    /// Throws UsageError for what is no date or type, and for --at beside --from or --to.
    [[nodiscard]] Filter filter() const;
    /// As filter(), for the state at `date`.
    [[nodiscard]] Filter filter_at(const std::string& date) const;
    /// As filter(), without a window.
    [[nodiscard]] Filter undated_filter() const;

    /// The whole graph of a GRAPH argument; bad triples are reported on stderr, or end the command with --strict.
    [[nodiscard]] Graph load(const std::string& path) const;
    /// The same over time.
    [[nodiscard]] Chronicle load_over_time(const std::string& path, Clock clock) const;

private:
    void tell_of(Diagnostics& diagnostics) const;
    void check_window() const;
};

/// What help says of a GRAPH argument.
inline constexpr std::string_view k_graph_argument = 
    "a store (.db), a .graphml, .gexf, .json or .ndjson that entente wrote, or triples (NDJSON)";

/// A relation type as a user writes it, "OTHER" for none. Throws UsageError that names `option`.
[[nodiscard]] std::optional<Type> type_argument(std::string text, std::string_view option);

/// The day that `text` names. Throws UsageError which names `option`.
[[nodiscard]] Date date_argument(const std::string& text, std::string_view option);

/// Colour only on a terminal and without NO_COLOR; lines as wide as the terminal, but 60 to 120.
[[nodiscard]] TextStyle text_style(std::size_t evidence);

/// -f text|ndjson … ; the first is the default.
void add_format(CLI::App& app, std::string& format, std::vector<std::string> formats);

/// Writes all of `text` to a file, "-" being standard output.
void print_out(const std::string& text, const std::string& path = "-");

}  // namespace entente::cli
