// SPDX-License-Identifier: Apache-2.0
#include "extract/actors/context.hpp"

namespace entente {
namespace {

std::uint32_t at(const std::unordered_map<std::string, std::uint32_t>& counts, const std::string& key) {
    const auto it = counts.find(key);
    return it == counts.end() ? 0 : it->second;
}

}  // namespace

void DocumentContext::mention(Mentioned mention) {
    if (!mention.actor.id.empty()) {
        ++counts_[mention.actor.id];
        if (!mention.actor.country.empty()) ++countries_[mention.actor.country];
    }
    mentions_.push_back(std::move(mention));
}

std::uint32_t DocumentContext::count(const std::string& id) const { return at(counts_, id); }
std::uint32_t DocumentContext::weight(const std::string& country) const { return at(countries_, country); }

void DocumentContext::alias(const std::string& key, const ActorRef& actor) { aliases_.try_emplace(key, actor); }

const ActorRef* DocumentContext::by_alias(const std::string& key) const {
    const auto it = aliases_.find(key);
    return it == aliases_.end() ? nullptr : &it->second;
}

}  // namespace entente
