// SPDX-License-Identifier: Apache-2.0
// Each text once: news repeats its documents, sentences and names, and a graph of years has to fit in memory.
#pragma once

#include <memory>
#include <string_view>
#include <vector>

#include "graph/flat_index.hpp"

namespace entente {

/// Interned texts. Equal texts come back as the same address, valid as long as the pool. Costs the text plus about
/// 30 bytes while it grows, the text alone once it is frozen. Not shared between threads while it grows.
class StringPool {
public:
    /// The pool's own copy of `text`. O(length). Empty texts are {nullptr, 0}.
    [[nodiscard]] std::string_view intern(std::string_view text);

    /// As intern(), for a text that is known to be new: no look-up, and later equal texts get another address.
    [[nodiscard]] std::string_view keep(std::string_view text);

    /// Frees the index: from here on the texts are only read.
    void freeze();

private:
    std::vector<std::unique_ptr<char[]>> blocks_;
    char* next_ = nullptr;
    std::size_t left_ = 0;
    std::vector<std::string_view> texts_;  ///< those that are interned
    FlatIndex known_;                      ///< indices into texts_
};

}  // namespace entente
