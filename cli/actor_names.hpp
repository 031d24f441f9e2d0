// SPDX-License-Identifier: Apache-2.0
// Names of actors on the command line, and which actors of a graph they mean.
#pragma once

#include <CLI/CLI.hpp>
#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "extract/actors/table.hpp"
#include "graph/graph.hpp"

namespace entente::cli {

class ActorNames {
public:
    /// --actors
    void add_to(CLI::App& app);

    /// The one of a graph's `actors` (by id) that `name` means: by its id, its label (unless that is a city's), the actor table, as `resolve`
    /// would on the graph's last day, else a part of its label or id that nobody else has. None: says so on stderr, with
    /// names that are near, and returns nullopt. Several: throws UsageError that lists them. The table is read only where
    /// it is needed: about 15 ms.
    [[nodiscard]] std::optional<std::uint32_t> find(std::span<const Actor> actors, const std::string& name) const;

    [[nodiscard]] const std::vector<std::string>& overlays() const { return overlays_; }

private:
    [[nodiscard]] const ActorTable& table() const;  ///< read once it is needed

    std::vector<std::string> overlays_;
    mutable std::unique_ptr<const ActorTable> table_;
};

/// What help says of an actor's argument.
inline constexpr std::string_view k_actor_argument =
    "an actor: its id, its label in the graph, any name of the actor table (Kiev, the Kremlin, UN), or a part of id or label "
    "that is unique";

}  // namespace entente::cli
