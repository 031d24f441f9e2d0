// SPDX-License-Identifier: Apache-2.0
// What `path` is asked: options, and what they mean in a given graph.
#pragma once

#include <CLI/CLI.hpp>
#include <functional>
#include <string>
#include <vector>

#include "cli/actor_names.hpp"
#include "graph/paths.hpp"

namespace entente::cli {

/// A question about one graph over time.
struct PathQuestion {
    Filter filter;
    PathOptions options;
    PathQuery query;
};

/// A limit that may stand in the way of a path.
struct PathLimit {
    std::string name;  ///< as in "without …"
    std::function<void(PathQuestion&)> lift;
};

class PathArguments {
public:
    void add_to(CLI::App& app);

    /// Throws UsageError for what can't be, or is ambiguous. `filter` is what else limits the graph.
    [[nodiscard]] PathQuestion question(const TemporalGraph& graph, Filter filter, std::uint32_t from, std::uint32_t to,
                                        const ActorNames& names) const;

    /// Those that were set, the likeliest first.
    [[nodiscard]] std::vector<PathLimit> limits(const PathQuestion& question) const;

    [[nodiscard]] std::uint32_t max_hops() const { return max_hops_; }

private:
    void check() const;

    std::size_t count_ = 5;
    std::uint32_t max_hops_ = 4;
    bool directed_ = false;
    bool undirected_ = false;
    bool time_respecting_ = false;
    std::string weight_ = "hops";
    double hub_penalty_ = 0;
    std::vector<std::string> via_;
    std::vector<std::string> not_via_;
};

}  // namespace entente::cli
