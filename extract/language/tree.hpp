// SPDX-License-Identifier: Apache-2.0
// The best dependency tree under arc scores.
#pragma once

#include <span>
#include <vector>

namespace entente::nn {

/// scores[d * (n + 1) + h] is the score of head h - 1 for word d; column 0 is the root. Writes to heads[d] the head of
/// word d, -1 for the root: always a tree in which exactly one word hangs on the root. Where every word's favourite
/// makes such a tree it is that, else the best tree by Chu-Liu and Edmonds. Time and memory n^2.
void best_tree(std::span<const float> scores, std::size_t n, std::span<int> heads);

/// Whether exactly one word has head -1 and all others reach it.
[[nodiscard]] bool is_tree(std::span<const int> heads);

}  // namespace entente::nn
