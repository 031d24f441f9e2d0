// SPDX-License-Identifier: Apache-2.0
// A buffer in front of an Output: what writers format into.
#pragma once

#include <fmt/format.h>

#include <iterator>
#include <string>
#include <utility>

#include "core/io/output.hpp"

namespace entente {

class Sink {
public:
    explicit Sink(io::Output& out) : out_(out) {}

    template <class... Args>
    void print(fmt::format_string<Args...> format, Args&&... args) {
        fmt::format_to(std::back_inserter(text), format, std::forward<Args>(args)...);
    }

    /// Hands the buffer on once it is full: call between records.
    void checkpoint() {
        if (text.size() >= k_full) flush();
    }

    /// Call at the end. Not in a destructor: it may throw.
    void flush() {
        out_.write(text);
        text.clear();
    }

    std::string text;

private:
    static constexpr std::size_t k_full = 1u << 16;
    io::Output& out_;
};

}  // namespace entente
