// SPDX-License-Identifier: Apache-2.0
// The table of export formats. A new one is a file that defines its write function and one row in formats.cpp.
#pragma once

#include <span>
#include <string>
#include <string_view>

#include "core/io/output.hpp"
#include "export/options.hpp"
#include "graph/graph.hpp"

namespace entente {

/// Writers stream: memory is a buffer, beside a few bytes per actor. The same graph gives the same bytes.
using WriteGraph = void (*)(const Graph& graph, const ExportOptions& options, io::Output& out);

struct Format {
    std::string_view name;    ///< of -f
    std::string_view suffix;  ///< ".graphml"
    std::string_view description;
    WriteGraph write;
    WriteGraph write_nodes;  ///< into a second file "NAME.nodes.SUFFIX", where the format can't hold actors beside
                             ///< edges; else null
    bool has_columns = false;  ///< there is a place for ExportOptions::of_actors
};

[[nodiscard]] std::span<const Format> formats();

/// The format called `name`, else (where that is empty) the one of `path`'s suffix; GraphML for standard output.
/// Throws UsageError that lists what there is.
[[nodiscard]] const Format& choose_format(std::string_view name, std::string_view path);

/// Throws UsageError where `format` has no place for what is asked.
void check_options(const Format& format, const ExportOptions& options);

/// Writes `graph` to `path`; "-" is standard output, which gets no second file. Throws as io::Output.
void export_graph(const Graph& graph, const Format& format, const std::string& path, const ExportOptions& options = {});

}  // namespace entente
