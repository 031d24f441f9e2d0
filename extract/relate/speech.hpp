// SPDX-License-Identifier: Apache-2.0
// Quotations: which words are quoted, and who speaks where a quotation goes on in the next sentence.
#pragma once

#include <optional>
#include <vector>

#include "core/tree.hpp"
#include "core/triple.hpp"

namespace entente {

/// Goes from sentence to sentence; one per document.
struct Speech {
    std::optional<Attribution> speaker;  ///< of the last quotation
    bool open = false;                   ///< it did not end with its sentence
};

/// Of one sentence: the words between quotation marks, given what stood open before it. O(words).
class Quotation {
public:
    Quotation(const Tree& tree, bool open);

    [[nodiscard]] bool quoted(int word) const { return quoted_[static_cast<std::size_t>(word)]; }
    [[nodiscard]] bool any() const { return any_; }
    [[nodiscard]] bool open() const { return open_; }  ///< at the end of the sentence

private:
    std::vector<bool> quoted_;
    bool any_ = false;
    bool open_;
};

}  // namespace entente
