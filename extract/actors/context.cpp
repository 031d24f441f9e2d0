// SPDX-License-Identifier: Apache-2.0
#include "extract/actors/context.hpp"

namespace entente {
namespace {

constexpr std::uint32_t k_theme = 7;  ///< one mention of so many is of whom the document is about

std::uint32_t at(const std::unordered_map<std::string, std::uint32_t>& counts, const std::string& key) {
    const auto it = counts.find(key);
    return it == counts.end() ? 0 : it->second;
}

}  // namespace

void DocumentContext::enter(std::string_view text, std::size_t begin, std::uint32_t sentence) {
    int lines = 0;
    for (; begin > 0 && std::string_view(" \t\r\n").find(text[begin - 1]) != std::string_view::npos; --begin) lines += text[begin - 1] == '\n';
    if (begin == 0 || lines > 1) paragraph_ = sentence;
}

bool DocumentContext::may_mean(const Mentioned& mention) const {
    return mention.sentence >= paragraph_ || count(mention.actor.id) * k_theme >= named_;
}

void DocumentContext::mention(Mentioned mention) {
    if (!mention.actor.id.empty()) {
        ++named_;
        ++counts_[mention.actor.id];
        if (!mention.actor.country.empty()) ++countries_[mention.actor.country];
    }
    mentions_.push_back(std::move(mention));
}

const ActorRef* DocumentContext::doer(std::uint32_t sentence) const {
    return deed_ && deed_->sentence >= paragraph_ && deed_->sentence + 1 >= sentence ? &deed_->doer : nullptr;
}

std::uint32_t DocumentContext::count(const std::string& id) const { return at(counts_, id); }
std::uint32_t DocumentContext::weight(const std::string& country) const { return at(countries_, country); }

void DocumentContext::alias(const std::string& key, const ActorRef& actor) { aliases_.try_emplace(key, actor); }

const ActorRef* DocumentContext::by_alias(const std::string& key) const {
    const auto it = aliases_.find(key);
    return it == aliases_.end() ? nullptr : &it->second;
}

}  // namespace entente
