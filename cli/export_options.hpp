// SPDX-License-Identifier: Apache-2.0
// Options of the commands that write a graph's file: its format and what can be chosen about it.
#pragma once

#include <CLI/CLI.hpp>
#include <string>

#include "export/formats.hpp"

namespace entente::cli {

struct FileOptions {
    std::string output = "-";
    std::string format;
    std::string dialect = "gephi";
    std::string gexf = "1.3";
    std::string aggregate = "type";
    std::string json = "node-link";
    std::string split;
    bool no_evidence = false;
    bool metrics = false;

    /// -o -f --dialect --gexf --json --aggregate --no-evidence --metrics --split
    void add_to(CLI::App& app);

    /// Throws UsageError for an unknown format and InputError for a place that can't be written: before any work.
    void check() const;
    /// Writes the file, or the files of --split.
    void write(const Graph& graph) const;

private:
    [[nodiscard]] ExportOptions options() const;
};

/// --metrics
void add_metrics(CLI::App& app, bool& metrics);

}  // namespace entente::cli
