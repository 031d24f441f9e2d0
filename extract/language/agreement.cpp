// SPDX-License-Identifier: Apache-2.0
#include "extract/language/agreement.hpp"

#include <array>
#include <numeric>
#include <string>
#include <unordered_map>

namespace entente::nn {
namespace {

constexpr std::array k_voting = {EntityKind::per, EntityKind::org, EntityKind::loc};
using Votes = std::array<std::size_t, k_voting.size()>;

bool votes(EntityKind kind) { return static_cast<std::size_t>(kind) < k_voting.size(); }
static_assert(k_voting == std::array{EntityKind{0}, EntityKind{1}, EntityKind{2}});

/// The words of an entity with a blank between.
void words_of(const Sentence& sentence, const Entity& entity, std::string& out) {
    out.clear();
    for (int i = entity.first; i <= entity.last; ++i) {
        if (i > entity.first) out += ' ';
        out += sentence.tokens[static_cast<std::size_t>(i)].form;
    }
}

EntityKind elected(const Votes& count, EntityKind own) {
    const std::size_t all = std::accumulate(count.begin(), count.end(), std::size_t{0});
    for (std::size_t k = 0; k < count.size(); ++k)
        if (2 * count[k] > all) return k_voting[k];
    return own;
}

}  // namespace

void agree_on_kinds(std::span<Sentence> document) {
    std::unordered_map<std::string, Votes> names;
    std::string name;
    for (const Sentence& s : document)
        for (const Entity& e : s.entities)
            if (votes(e.kind)) words_of(s, e, name), ++names[name][static_cast<std::size_t>(e.kind)];
    for (Sentence& s : document)
        for (Entity& e : s.entities)
            if (votes(e.kind)) words_of(s, e, name), e.kind = elected(names[name], e.kind);
}

}  // namespace entente::nn
