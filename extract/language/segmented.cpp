// SPDX-License-Identifier: Apache-2.0
#include "extract/language/segmented.hpp"

#include <algorithm>
#include <utility>

namespace entente {
namespace {

std::string form_of(std::string_view word) {
    static constexpr std::pair<std::string_view, std::string_view> penn[] = {
        {"-LRB-", "("}, {"-RRB-", ")"}, {"-LSB-", "["}, {"-RSB-", "]"}, {"-LCB-", "{"}, {"-RCB-", "}"}, {"``", "\""}, {"''", "\""}};
    for (const auto& [escaped, plain] : penn)
        if (word == escaped) return std::string(plain);
    std::string form(word);
    for (auto at = form.find("\\/"); at != form.npos; at = form.find("\\/", at)) form.erase(at, 1);
    return form;
}

Sentence sentence_of(std::string_view text, std::size_t begin, std::size_t end) {
    static constexpr std::string_view blank = " \t\r\f\v";
    Sentence s;
    s.new_paragraph = true;
    for (std::size_t at = text.find_first_not_of(blank, begin); at < end; at = text.find_first_not_of(blank, at)) {
        const std::size_t stop = std::min(text.find_first_of(" \t\r\f\v\n", at), end);
        Token t;
        t.span = {static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(stop)};
        t.form = form_of(text.substr(at, stop - at));
        s.tokens.push_back(std::move(t));
        at = stop;
    }
    if (!s.tokens.empty()) s.span = {s.tokens.front().span.begin, s.tokens.back().span.end};
    return s;
}

}  // namespace

std::vector<Sentence> segmented(std::string_view text) {
    std::vector<Sentence> out;
    for (std::size_t begin = 0; begin < text.size();) {
        const std::size_t end = std::min(text.find('\n', begin), text.size());
        Sentence s = sentence_of(text, begin, end);
        if (!s.tokens.empty()) out.push_back(std::move(s));
        begin = end + 1;
    }
    return out;
}

}  // namespace entente
