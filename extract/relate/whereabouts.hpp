// SPDX-License-Identifier: Apache-2.0
// Of which state people are whom a sentence does not name: "killed ten villagers in a raid near Mopti, Mali".
#pragma once

#include <vector>

#include "extract/actors/resolver.hpp"
#include "extract/relate/event.hpp"
#include "extract/relate/lexicon.hpp"

namespace entente {

/// Borrows all that it is given.
class Whereabouts {
public:
    Whereabouts(const ActorTable& table, const Lexicon& lexicon, const Tree& tree, const Resolver& resolver)
        : table_(table), lexicon_(lexicon), tree_(tree), resolver_(resolver) {}

    /// Makes nameless people of those whom an attack or arrest struck people of the state where it took place.
    void settle_victims(const Event& act, const std::vector<Participant>& doers, std::vector<Participant>& victims) const;

    /// Makes nameless people who protest or demand something people of the state where they do so.
    void settle_protesters(const Event& act, std::vector<Participant>& protesters) const;

    /// The state where the predicate's act took place, or null. O(words of its phrases).
    [[nodiscard]] const ActorEntry* state_of(int predicate) const;

private:
    [[nodiscard]] bool is_settled(const Participant& who) const;
    [[nodiscard]] const ActorEntry* state_named(int word) const;

    const ActorTable& table_;
    const Lexicon& lexicon_;
    const Tree& tree_;
    const Resolver& resolver_;
};

}  // namespace entente
