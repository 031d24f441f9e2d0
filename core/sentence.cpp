// SPDX-License-Identifier: Apache-2.0
#include "core/sentence.hpp"

#include <array>

namespace entente {
namespace {

constexpr std::array<std::string_view, 17> k_upos{"ADJ",   "ADP",   "ADV", "AUX",  "CCONJ", "DET",
                                                  "INTJ",  "NOUN",  "NUM", "PART", "PRON",  "PROPN",
                                                  "PUNCT", "SCONJ", "SYM", "VERB", "X"};
constexpr std::array<std::string_view, 5> k_entity_kinds{"PER", "ORG", "LOC", "NORP", "MISC"};

}  // namespace

std::string_view name(Upos upos) { return k_upos[static_cast<std::size_t>(upos)]; }

std::string_view name(EntityKind kind) { return k_entity_kinds[static_cast<std::size_t>(kind)]; }

std::optional<EntityKind> parse_entity_kind(std::string_view text) {
    for (std::size_t i = 0; i < k_entity_kinds.size(); ++i)
        if (k_entity_kinds[i] == text) return static_cast<EntityKind>(i);
    return std::nullopt;
}

Upos parse_upos(std::string_view text) {
    for (std::size_t i = 0; i < k_upos.size(); ++i)
        if (k_upos[i] == text) return static_cast<Upos>(i);
    return Upos::X;
}

}  // namespace entente
