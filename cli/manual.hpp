// SPDX-License-Identifier: Apache-2.0
// Man pages and shell completions, made from the option tables that --help prints.
#pragma once

#include <CLI/CLI.hpp>
#include <string>

namespace entente::cli {

/// The page of the program (app has no parent) or of one of its commands, in troff: entente.1, entente-build.1.
[[nodiscard]] std::string man_page(const CLI::App& app);

/// A completion script for bash, zsh or fish. Throws UsageError for another shell.
[[nodiscard]] std::string completion(const CLI::App& app, const std::string& shell);

}  // namespace entente::cli
