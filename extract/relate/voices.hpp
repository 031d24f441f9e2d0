// SPDX-License-Identifier: Apache-2.0
// Who says what a clause states, and who relays it: "the Kremlin said, according to Tass".
#pragma once

#include <string>
#include <vector>

#include "extract/actors/resolver.hpp"
#include "extract/relate/lexicon.hpp"

namespace entente {

/// A speaker's word in the sentence and the lemma of the verb of saying.
struct Voice {
    int word = -1;
    std::string verb;
};

/// Of one sentence; borrows all that it is given.
class Voices {
public:
    Voices(const Lexicon& lexicon, const ActorTable& table, const Tree& tree, const Resolver& resolver)
        : lexicon_(lexicon), table_(table), tree_(tree), resolver_(resolver) {}

    /// Who says what the predicate states, then who relays that, outward. Of those on one level the media come last: they
    /// relay what others say. O(depth × words beside it).
    [[nodiscard]] std::vector<Voice> of(int predicate) const;

    /// The first verb that says something and itself stands outside quotation marks (see Quotation), with who relays it;
    /// empty where there is none.
    template <class Quoted>
    [[nodiscard]] std::vector<Voice> of_quotation(Quoted quoted) const {
        for (int w = 0; w < tree_.size(); ++w)
            if (tree_[w].upos == Upos::VERB && !quoted(w) && is_report(w))
                if (auto found = of_report(w); !found.empty()) return found;
        return {};
    }

private:
    [[nodiscard]] std::vector<Voice> of_report(int verb) const;
    [[nodiscard]] bool is_report(int word) const;
    [[nodiscard]] bool is_interposed(int verb) const;
    [[nodiscard]] int author(int word) const;
    [[nodiscard]] bool accords(int word) const;
    [[nodiscard]] bool is_medium(int word) const;
    [[nodiscard]] int report_above(int word) const;
    void add_beside(int word, int self, std::vector<Voice>& level) const;
    void add_report(int verb, std::vector<Voice>& level) const;
    void add_cited(int word, std::vector<Voice>& level) const;
    void add_quoted(int verb, std::vector<Voice>& level) const;
    void add_relays(int verb, std::vector<Voice>& level) const;
    void append(std::vector<Voice>& out, std::vector<Voice> level) const;

    const Lexicon& lexicon_;
    const ActorTable& table_;
    const Tree& tree_;
    const Resolver& resolver_;
};

}  // namespace entente
