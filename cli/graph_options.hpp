// SPDX-License-Identifier: Apache-2.0
// Options of the commands that read a graph: which part of it counts, and how text looks.
#pragma once

#include <CLI/CLI.hpp>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "export/text.hpp"
#include "graph/filter.hpp"
#include "graph/graph.hpp"

namespace entente::cli {

struct GraphOptions {
    std::string from;
    std::string to;
    std::string at;
    int window = 30;
    std::vector<std::string> types;
    std::uint32_t min_weight = 1;
    double min_confidence = 0;
    bool strict = false;
    bool quiet = false;

    /// --from --to --at --window --type --min-weight --min-confidence --strict -q
    void add_to(CLI::App& app);
    /// The same without --from, --to and --at, for a command with dates of its own.
    void add_undated_to(CLI::App& app);

    /// Throws UsageError for what is no date or type, and for --at beside --from or --to.
    [[nodiscard]] Filter filter() const;
    /// As filter(), for the state at `date`.
    [[nodiscard]] Filter filter_at(const std::string& date) const;

    /// The whole graph of a GRAPH argument; bad triples are reported on stderr, or end the command with --strict.
    [[nodiscard]] Graph load(const std::string& path) const;

private:
    void check_window() const;
    [[nodiscard]] Filter undated_filter() const;
};

/// The day that `text` names. Throws UsageError which names `option`.
[[nodiscard]] Date date_argument(const std::string& text, std::string_view option);

/// The actor of `graph` that `name` means. None: says so on stderr, with names that are near, and returns nullopt.
/// Several: throws UsageError that lists them.
[[nodiscard]] std::optional<std::uint32_t> actor_argument(const Graph& graph, const std::string& name);

/// Colour only on a terminal and without NO_COLOR; lines as wide as the terminal, but 60 to 120.
[[nodiscard]] TextStyle text_style(std::size_t evidence);

/// -f text|ndjson … ; the first is the default.
void add_format(CLI::App& app, std::string& format, std::vector<std::string> formats);

/// Writes all of `text` to standard output.
void print_out(const std::string& text);

}  // namespace entente::cli
