// SPDX-License-Identifier: Apache-2.0
// XML 1.0, written fast: texts are cleaned and escaped on their way into the buffer.
#pragma once

#include <string>
#include <string_view>

#include "core/chars.hpp"
#include "core/io/output.hpp"

namespace entente::xml {

/// `text` without the characters that XML forbids (controls, U+FFFE, U+FFFF); malformed bytes become U+FFFD. O(length).
[[nodiscard]] std::string clean(std::string_view text);

/// Appends `text` as the content of an element, or of an attribute in the quotes that `quote` tells: clean, and such
/// that a parser gives it back exactly.
void put_text(Chars& out, std::string_view text, char quote = '"');

/// A buffer in front of an Output.
class Writer : public Chars {
public:
    explicit Writer(io::Output& out) : out_(out) {}

    void text(std::string_view text, char quote = '"') { put_text(*this, text, quote); }

    /// Hands the buffer on once it is full: call between records.
    void checkpoint() {
        if (size() >= k_full) flush();
    }
    /// Call at the end. Not in a destructor: it may throw.
    void flush() {
        out_.write(view());
        clear();
    }

private:
    static constexpr std::size_t k_full = 1u << 15;
    io::Output& out_;
};

}  // namespace entente::xml
