// SPDX-License-Identifier: Apache-2.0
#include "extract/relate/speech.hpp"

#include "core/words.hpp"

namespace entente {
namespace {

/// Whether a straight mark opens (1) or closes (-1) by the blanks around it; 0: they don't tell.
int direction(const Tree& tree, int word) {
    const bool before = word > 0 && tree[word - 1].span.end == tree[word].span.begin;
    const bool behind = word + 1 < tree.size() && tree[word].span.end == tree[word + 1].span.begin;
    return before == behind ? 0 : behind ? 1 : -1;
}

}  // namespace

bool goes_on(const Speech& speech, const Tree& tree, std::string_view text) {
    if (!speech.open || tree.size() == 0) return false;
    const std::uint32_t begin = tree[0].span.begin;
    const bool new_line = begin > speech.end && text.substr(speech.end, begin - speech.end).find('\n') != std::string_view::npos;
    return !new_line || is_one_of(tree[0].form, {"\u201c", "``", "\u00ab", "\""});
}

Quotation::Quotation(const Tree& tree, bool open) : quoted_(static_cast<std::size_t>(tree.size())), any_(open), open_(open) {
    for (int w = 0; w < tree.size(); ++w) {
        const std::string& form = tree[w].form;
        if (is_one_of(form, {"\u201c", "``", "\u00ab"})) open_ = true;
        else if (is_one_of(form, {"\u201d", "''", "\u00bb"})) open_ = false;
        else if (form == "\"") open_ = direction(tree, w) == 0 ? !open_ : direction(tree, w) > 0;
        any_ |= open_;
        quoted_[static_cast<std::size_t>(w)] = open_;
    }
}

}  // namespace entente
