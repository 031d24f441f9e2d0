// SPDX-License-Identifier: Apache-2.0
#include "extract/actors/context.hpp"

namespace entente {

void DocumentContext::mention(const ActorRef& actor, std::uint32_t sentence, bool prominent) {
    ++counts_[actor.id];
    mentions_.push_back({actor, sentence, prominent});
}

void DocumentContext::alias(const std::string& key, const ActorRef& actor) { aliases_.try_emplace(key, actor); }

const ActorRef* DocumentContext::by_alias(const std::string& key) const {
    const auto it = aliases_.find(key);
    return it == aliases_.end() ? nullptr : &it->second;
}

}  // namespace entente
