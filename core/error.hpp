// SPDX-License-Identifier: Apache-2.0
// What ends a command. A bad record does not: it is a Diagnostic. Every message says what, where and the remedy.
#pragma once

#include <stdexcept>
#include <string>

namespace entente {

/// Bad arguments of the user's; exit status 2.
struct UsageError : std::runtime_error {
    using std::runtime_error::runtime_error;
};

/// A file that can't be read, written or understood; exit status 2.
struct InputError : std::runtime_error {
    using std::runtime_error::runtime_error;
};

}  // namespace entente
