// SPDX-License-Identifier: Apache-2.0
// Actors that a sentence does not name: "three gunmen", "dozens of protesters", "a court".
#pragma once

#include <optional>

#include "core/tree.hpp"
#include "core/words.hpp"
#include "extract/actors/context.hpp"
#include "extract/actors/table.hpp"
#include "extract/relate/lexicon.hpp"

namespace entente {

/// Borrows all that it is given.
class Unnamed {
public:
    /// `opening`: no sentence before this one may have named whom "the court" points to.
    Unnamed(const ActorTable& table, const Lexicon& lexicon, const Tree& tree, bool opening)
        : table_(table), lexicon_(lexicon), tree_(tree), opening_(opening) {}

    /// Who a common noun means by its role (data/actors/roles.tsv) or class (@person, @body of nouns.tsv): its id is
    /// the noun ("protester"), its role CVL, REB, COP … Little confidence: such an actor is nobody in particular.
    /// O(words before the noun).
    [[nodiscard]] std::optional<ActorRef> resolve(int word) const;

    /// A noun that is nobody, for itself: "boycotted the summit".
    [[nodiscard]] std::optional<ActorRef> thing(int word) const;

    /// "Vice President" is the name of nobody.
    [[nodiscard]] bool is_title(const std::string& label) const {
        const Role* role = table_.role(ascii_lower(label));
        return role && !role->collective;
    }

    /// The part that a noun names by itself ("government" GOV), or null.
    [[nodiscard]] const Role* role(int word) const { return table_.role(ascii_lower(tree_[word].lemma)); }

    /// What a quantity counts: "protesters" of "dozens of protesters"; else the word itself.
    [[nodiscard]] int counted(int word) const;

private:
    [[nodiscard]] ActorRef made_of(int first, int word, Kind kind, const std::string& code, double confidence) const;
    [[nodiscard]] bool is_anaphoric(int word, const Role* role) const;
    [[nodiscard]] bool is_thing(const std::string& noun) const;

    const ActorTable& table_;
    const Lexicon& lexicon_;
    const Tree& tree_;
    bool opening_;
};

}  // namespace entente
