// SPDX-License-Identifier: Apache-2.0
// What a command is. A new one is one file cmd_NAME.cpp with a class, and one row in commands.cpp.
#pragma once

#include <memory>
#include <span>
#include <string_view>

namespace CLI {
class App;
}

namespace entente::cli {

/// Exit status: the conventions of grep and diff.
enum Exit : int { done = 0, nothing = 1, failed = 2 };

class Command {
public:
    virtual ~Command() = default;
    virtual void add_options(CLI::App& app) = 0;  ///< binds options to members
    virtual int run() = 0;                        ///< an Exit; throws UsageError or InputError
};

struct CommandRow {
    std::string_view name;
    std::string_view summary;   ///< one line
    std::string_view examples;  ///< the foot of --help: what an analyst would type
    std::unique_ptr<Command> (*make)();
};

[[nodiscard]] std::span<const CommandRow> commands();

}  // namespace entente::cli
