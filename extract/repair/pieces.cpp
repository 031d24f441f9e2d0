// SPDX-License-Identifier: Apache-2.0
#include "extract/repair/pieces.hpp"

#include <bit>

namespace entente::repair {
namespace {

std::size_t place(std::uint32_t key, std::size_t size) { return (key * 2654435761u >> 15) & (size - 1); }

}  // namespace

PieceFinder::PieceFinder(const std::vector<WordList::Piece>& pieces)
    : pieces_(pieces.size()), slots_(std::bit_ceil(pieces.size() * 4 + 1)) {
    for (std::uint32_t i = 0; i < pieces.size(); ++i) {
        std::uint32_t key = 0;
        for (const char c : pieces[i].text) key = key << 8 | static_cast<std::uint8_t>(c);
        std::size_t at = place(key, slots_.size());
        while (slots_[at].key != 0) at = (at + 1) & (slots_.size() - 1);
        slots_[at] = {key, i};
    }
}

std::vector<std::vector<bool>> PieceFinder::held(std::string_view text,
                                                 const std::vector<const Paragraph*>& paragraphs) const {
    std::vector<std::vector<bool>> out(pieces_, std::vector<bool>(paragraphs.size(), false));
    for (std::size_t p = 0; p < paragraphs.size(); ++p) {
        std::uint32_t last = 0;
        for (const char c : paragraphs[p]->span.of(text)) {
            last = last << 8 | static_cast<std::uint8_t>(c);
            for (const std::uint32_t key : {last & 0xFFFFu, last & 0xFFFFFFu, last})
                for (std::size_t at = place(key, slots_.size()); slots_[at].key != 0; at = (at + 1) & (slots_.size() - 1))
                    if (slots_[at].key == key) out[slots_[at].piece][p] = true;
        }
    }
    return out;
}

}  // namespace entente::repair
