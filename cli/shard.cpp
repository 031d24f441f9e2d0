// SPDX-License-Identifier: Apache-2.0
#include "cli/shard.hpp"

#include <fmt/format.h>
#include <xxhash.h>

#include <charconv>
#include <cstdlib>
#include <optional>

#include "core/error.hpp"

namespace entente::cli {
namespace {

/// Variables of the programs that start many of us: a number each, and how many there are.
struct Launcher {
    const char* index;
    const char* count;
    const char* first;  ///< the smallest index, where it need not be 0
    const char* step;   ///< from one index to the next, where it need not be 1
};
constexpr Launcher k_launchers[] = {
    {"SLURM_ARRAY_TASK_ID", "SLURM_ARRAY_TASK_COUNT", "SLURM_ARRAY_TASK_MIN", "SLURM_ARRAY_TASK_STEP"},
    {"OMPI_COMM_WORLD_RANK", "OMPI_COMM_WORLD_SIZE", nullptr, nullptr},
    {"PMI_RANK", "PMI_SIZE", nullptr, nullptr},
    {"SLURM_PROCID", "SLURM_NTASKS", nullptr, nullptr}};

std::optional<std::uint64_t> number(std::string_view text) {
    std::uint64_t value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    return error == std::errc{} && end == text.data() + text.size() ? std::optional(value) : std::nullopt;
}

std::uint64_t variable(const char* name, std::uint64_t otherwise) {
    const char* text = name ? std::getenv(name) : nullptr;
    return text ? number(text).value_or(otherwise) : otherwise;
}

/// With a count of the user's own (not 0) the numbers are the user's, too: a job array may hold some of them only.
Shard from_environment(std::uint64_t count) {
    for (const Launcher& l : k_launchers) {
        if (!std::getenv(l.index)) continue;
        if (count > 0) return {variable(l.index, 0), count};
        const std::uint64_t first = variable(l.first, 0);
        const std::uint64_t step = std::max<std::uint64_t>(variable(l.step, 1), 1);
        return {(variable(l.index, first) - first) / step, variable(l.count, 0)};
    }
    throw UsageError(
        "--shard auto: this is no task of a Slurm job array and no rank of an MPI or Slurm step; say which "
        "part it is: --shard 3/8");
}

/// A count of 0 is what was not understood.
Shard parsed(std::string_view text) {
    const auto slash = text.find('/');
    const std::string_view index = text.substr(0, slash);
    const std::uint64_t count = slash == text.npos ? 0 : number(text.substr(slash + 1)).value_or(0);
    if (index == "auto") return slash == text.npos || count > 0 ? from_environment(count) : Shard{0, 0};
    const auto i = number(index);
    return {i.value_or(0), i ? count : 0};
}

}  // namespace

bool Shard::has(std::string_view id) const {
    return count <= 1 || XXH3_64bits(id.data(), id.size()) % count == index % count;
}

Shard parse_shard(const std::string& text) {
    const Shard shard = parsed(text);
    if (shard.count == 0 || shard.index > shard.count)
        throw UsageError(fmt::format(
            "--shard {}: write 3/8 for the third of eight parts, or auto in a job array or under mpirun", text));
    return shard;
}

}  // namespace entente::cli
