// SPDX-License-Identifier: Apache-2.0
// Whether this program has the interactive page in it, which takes node and npm to build (cmake/page.cmake).
#pragma once

namespace entente {

[[nodiscard]] bool has_page();

/// Throws UsageError, with the remedy, where it has not: to be told before a long run, not after.
void check_page();

}  // namespace entente
