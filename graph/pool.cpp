// SPDX-License-Identifier: Apache-2.0
#include "graph/pool.hpp"

#include <algorithm>
#include <cstring>

namespace entente {
namespace {
constexpr std::size_t k_block = 1u << 18;
}

std::string_view StringPool::intern(std::string_view text) {
    if (text.empty()) return {};
    const std::size_t hash = FlatIndex::hash(text);
    const auto known = known_.find(hash, [&](std::uint32_t i) { return texts_[i] == text; });
    if (known != FlatIndex::k_nothing) return texts_[known];
    known_.insert(hash, static_cast<std::uint32_t>(texts_.size()));
    return texts_.emplace_back(keep(text));
}

std::string_view StringPool::keep(std::string_view text) {
    if (text.empty()) return {};
    if (text.size() > left_) {
        left_ = std::max(k_block, text.size());
        blocks_.emplace_back(new char[left_]);
        next_ = blocks_.back().get();
    }
    std::memcpy(next_, text.data(), text.size());
    const std::string_view copy(next_, text.size());
    next_ += text.size();
    left_ -= text.size();
    return copy;
}

void StringPool::freeze() {
    known_.clear();
    texts_ = {};
}

}  // namespace entente
