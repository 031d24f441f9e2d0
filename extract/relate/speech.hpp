// SPDX-License-Identifier: Apache-2.0
// Quotations: which words are quoted, and who speaks where a quotation goes on in the next sentence.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "core/tree.hpp"
#include "core/triple.hpp"
#include "extract/actors/context.hpp"

namespace entente {

/// Somebody who speaks, as the text has him and as an actor, if he is one.
struct Speaker {
    Attribution said;
    std::optional<ActorRef> actor;
};

/// Goes from sentence to sentence; one per document.
struct Speech {
    std::optional<Speaker> speaker;     ///< of the last quotation
    std::optional<Speaker> before;      ///< the official or person that the last sentence was about: a quotation behind it is his
    bool open = false;                  ///< the quotation did not end with its sentence
    std::uint32_t end = 0;              ///< where that sentence ended
    std::vector<std::size_t> waiting;   ///< triples of the open quotation, whose speaker the text has not told yet
};

/// Whether a quotation that stood open goes on in the next sentence. A paragraph that does not open it anew ends it.
[[nodiscard]] bool goes_on(const Speech& speech, const Tree& tree, std::string_view text);

/// Of one sentence: the words between quotation marks, given what stood open before it. Marks that open and close alike
/// are told apart by the blanks around them. O(words).
class Quotation {
public:
    Quotation(const Tree& tree, bool open);

    [[nodiscard]] bool quoted(int word) const { return quoted_[static_cast<std::size_t>(word)]; }
    [[nodiscard]] bool whole() const { return !quoted_.empty() && quoted_.front(); }  ///< it begins with a quotation
    [[nodiscard]] bool any() const { return any_; }
    [[nodiscard]] bool open() const { return open_; }  ///< at the end of the sentence

private:
    std::vector<bool> quoted_;
    bool any_ = false;
    bool open_;
};

}  // namespace entente
