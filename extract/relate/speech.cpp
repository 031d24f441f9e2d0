// SPDX-License-Identifier: Apache-2.0
#include "extract/relate/speech.hpp"

#include "core/words.hpp"

namespace entente {

Quotation::Quotation(const Tree& tree, bool open) : quoted_(static_cast<std::size_t>(tree.size())), any_(open), open_(open) {
    for (int w = 0; w < tree.size(); ++w) {
        const std::string& form = tree[w].form;
        if (is_one_of(form, {"\u201c", "``", "\u00ab"})) open_ = true;
        else if (is_one_of(form, {"\u201d", "''", "\u00bb"})) open_ = false;
        else if (form == "\"") open_ = !open_;
        any_ |= open_;
        quoted_[static_cast<std::size_t>(w)] = open_;
    }
}

}  // namespace entente
