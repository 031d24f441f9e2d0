// SPDX-License-Identifier: Apache-2.0
// The makers of all commands, each defined in its cmd_NAME.cpp.
#pragma once

#include "cli/command.hpp"

namespace entente::cli {

std::unique_ptr<Command> make_extract();
std::unique_ptr<Command> make_build();
std::unique_ptr<Command> make_add();
std::unique_ptr<Command> make_remove();
std::unique_ptr<Command> make_vacuum();
std::unique_ptr<Command> make_export();
std::unique_ptr<Command> make_convert();
std::unique_ptr<Command> make_path();
std::unique_ptr<Command> make_diff();
std::unique_ptr<Command> make_apply();
std::unique_ptr<Command> make_why();
std::unique_ptr<Command> make_actor();
std::unique_ptr<Command> make_timeline();
std::unique_ptr<Command> make_info();
std::unique_ptr<Command> make_parse();
std::unique_ptr<Command> make_eval();
std::unique_ptr<Command> make_lexicon();
std::unique_ptr<Command> make_clean();
std::unique_ptr<Command> make_resolve();
std::unique_ptr<Command> make_actors();
std::unique_ptr<Command> make_man();
std::unique_ptr<Command> make_completion();
std::unique_ptr<Command> make_view();

}  // namespace entente::cli
