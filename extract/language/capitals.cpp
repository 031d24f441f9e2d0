// SPDX-License-Identifier: Apache-2.0
#include "extract/language/capitals.hpp"

#include <algorithm>
#include <array>

#include "core/io/utf8.hpp"
#include "extract/language/features.hpp"
#include "extract/language/word_lists.hpp"

namespace entente::nn {
namespace {

constexpr std::size_t k_fewest = 3, k_most = 40;  ///< words of a headline
constexpr std::size_t k_short = 3;                ///< bytes of an acronym that stays one: "US", "UN", "UAE"

constexpr std::array<std::string_view, 33> k_small{
    "a",  "amid", "an", "and", "as",  "at",  "but",  "by", "for", "from", "if",  "in",   "into", "is",  "it",  "its", "nor",
    "of", "off",  "on", "onto", "or", "out", "over", "per", "s",  "than", "the", "to",   "up",   "via", "vs",  "with"};

bool begins_upper(std::string_view form) {
    const char32_t c = utf8::decode(form, 0).code;
    return lower(c) != c;
}

bool begins_lower(std::string_view form) { return is_lower(utf8::decode(form, 0).code); }

bool has_lower(std::string_view form) {
    for (std::size_t i = 0; i < form.size();) {
        const utf8::Decoded d = utf8::decode(form, i);
        if (is_lower(d.code)) return true;
        i += d.length;
    }
    return false;
}

/// "KENYA" → "Kenya", "AL-QAEDA" → "Al-Qaeda"; an acronym ("UN", "U.S.") stays, but "US" looks too much like a pronoun.
std::string as_name(std::string_view form) {
    if (form == "US") return "U.S.";
    if (form.size() <= k_short || form.find('.') != std::string_view::npos || has_lower(form)) return std::string(form);
    std::string out;
    bool first = true;
    for (std::size_t i = 0; i < form.size();) {
        const utf8::Decoded d = utf8::decode(form, i);
        utf8::append(out, first ? d.code : lower(d.code));
        first = d.code == '-';
        i += d.length;
    }
    return out;
}

}  // namespace

bool is_headline_case(std::span<const std::string_view> forms) {
    if (forms.size() < k_fewest || forms.size() > k_most) return false;
    std::size_t capitals = 0;
    for (const std::string_view form : forms) {
        if (begins_upper(form)) ++capitals;
        else if (begins_lower(form) && std::ranges::find(k_small, form) == k_small.end()) return false;
    }
    return capitals >= k_fewest;
}

std::vector<std::string> likely_case(std::span<const std::string_view> forms, std::span<const Entity> entities,
                                     const Lemmatizer& lemmatizer) {
    std::vector<bool> named(forms.size(), false);
    for (const Entity& e : entities)
        for (int i = e.first; i <= e.last; ++i) {
            const auto at = static_cast<std::size_t>(i);
            named[at] = i == e.first || !lemmatizer.is_plain_verb(forms[at]);
        }
    const bool any_lower = std::ranges::any_of(forms, has_lower);
    std::vector<std::string> out;
    bool changed = false;
    for (std::size_t i = 0; i < forms.size(); ++i) {
        const std::string_view form = forms[i];
        const bool acronym = any_lower && form.size() > 1 && !has_lower(form);
        const bool keeps = named[i] || acronym || (any_lower && i == 0) || is_title(lower(form));
        out.push_back(!keeps ? lower(form) : any_lower && form != "US" ? std::string(form) : as_name(form));
        changed |= out.back() != form;
    }
    if (!changed) out.clear();
    return out;
}

}  // namespace entente::nn
