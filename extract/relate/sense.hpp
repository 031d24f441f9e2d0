// SPDX-License-Identifier: Apache-2.0
// What a predicate means by the lexicon, before the operators over it.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "extract/relate/clause.hpp"
#include "extract/relate/event.hpp"
#include "extract/relate/explain.hpp"
#include "extract/relate/lexicon.hpp"
#include "extract/relate/operators.hpp"
#include "extract/relate/similar.hpp"
#include "extract/relate/slots.hpp"

namespace entente {

struct Sense {
    Meaning meaning;
    std::vector<Participant> targets;
    int noun = -1;            ///< the object noun that the row asked for
    std::string preposition;  ///< that marks the targets
    double confidence = 1;
    std::string_view rule;
};

/// Borrows all that it is given.
class SenseFinder {
public:
    SenseFinder(const Lexicon& lexicon, const SimilarVerbs* similar, const Tree& tree, const Slots& slots, Explanation* explain)
        : lexicon_(lexicon), similar_(similar), tree_(tree), slots_(slots), explain_(explain) {}

    /// The most specific row of a verb, adjective or predicate noun whose target stands in the clause: an object noun
    /// asked for by name goes before one asked for by class, and that before none. O(rows of the predicate).
    [[nodiscard]] std::optional<Sense> of(const Clause& clause) const;
    /// The act that a noun names: the longest phrase that the lexicon knows, and what it is where these do it.
    [[nodiscard]] const NounEntry* act_of(int noun, const std::vector<Participant>& doers) const;
    /// Whether a verb states an act of that type, even where nobody is named whom it is aimed at.
    [[nodiscard]] bool states(const Clause& clause, Type type) const;
    /// An act that the lexicon does not know under an operator that it knows: "agreed to set up a clinic in Chad" agrees
    /// with Chad. With little confidence.
    [[nodiscard]] std::optional<Sense> of_unknown_act(const Clause& clause, std::string_view operation) const;
    /// "must", "should" over whatever: a request by whoever says so.
    [[nodiscard]] std::optional<Sense> of_obligation(const std::vector<Operator>& operators) const;

private:
    [[nodiscard]] bool is_called(const Clause& clause) const;
    [[nodiscard]] bool is_power(const Clause& clause) const;
    [[nodiscard]] std::optional<Sense> of_verb(const Clause& clause) const;
    [[nodiscard]] std::optional<Sense> of_unknown_verb(const Clause& clause) const;
    [[nodiscard]] std::optional<Sense> of_joint(const Clause& clause) const;
    [[nodiscard]] std::optional<Sense> of_copula(const Clause& clause) const;
    [[nodiscard]] std::optional<Sense> try_row(const Clause& clause, const VerbEntry& row, int noun) const;
    [[nodiscard]] std::optional<Sense> try_elsewhere(const Clause& clause, const VerbEntry& row, int noun) const;
    [[nodiscard]] std::optional<Sense> try_thing(const Clause& clause, const VerbEntry& row, int noun) const;
    void explain(const VerbEntry& row, std::string_view why) const;
    [[nodiscard]] std::vector<Participant> doers(int noun) const;
    [[nodiscard]] std::vector<Participant> alleged(int noun) const;
    [[nodiscard]] bool done_by(const Clause& clause, const std::string& cls) const;
    [[nodiscard]] bool in_support(const Clause& clause) const;
    [[nodiscard]] bool names_act(int noun) const;
    [[nodiscard]] int matching_noun(const Clause& clause, const VerbEntry& row, int& specificity) const;
    [[nodiscard]] int fit(int noun, const std::string& wanted) const;
    [[nodiscard]] int hostile_act(const Clause& clause, int noun) const;
    [[nodiscard]] std::optional<Clause> with_out(const Clause& clause) const;
    [[nodiscard]] std::optional<Clause> with_following_particle(const Clause& clause) const;

    const Lexicon& lexicon_;
    const SimilarVerbs* similar_;
    const Tree& tree_;
    const Slots& slots_;
    Explanation* explain_;
};

/// The lemmas under which a noun may stand in a table, longest first: "fighter jet", "jet".
[[nodiscard]] std::vector<std::string> noun_phrases(const Tree& tree, int noun);

}  // namespace entente
