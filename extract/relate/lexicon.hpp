// SPDX-License-Identifier: Apache-2.0
// What predicates mean: verbs, nouns, adjectives and operators of data/relations/*.tsv, and their composition.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <utility>
#include <vector>

#include "core/ontology.hpp"
#include "core/triple.hpp"

namespace entente {

/// A predicate's type, as a row of a table gives it.
struct Meaning {
    std::optional<Type> type;
    std::string cameo;
    std::uint64_t line = 0;  ///< of its row
    bool symmetric = false;
    bool says = false;      ///< its complement clause is reported speech
    bool oblique = false;   ///< its object noun stands in a prepositional phrase
    bool inverted = false;  ///< grammatical subject and object change places
    bool bare = false;        ///< only without a predicative complement ("called him", not "called him a liar")
    bool infinitive = false;  ///< only with an infinitive ("told them to leave")
    bool transitive = false;  ///< only with an object ("returned the vase to Chad", not "returned to Chad")
    bool power = false;       ///< only of a state, its arms or a group: "left Chad" says nothing of a traveller
    std::string doer = {};    ///< the class of nouns that its subject must belong to; empty for any
    bool speaker = false;   ///< the subject is the target, who says so is the source ("said B was responsible")
};

struct VerbEntry {
    std::vector<std::string> objects;  ///< lemmas, or @class; empty = anything
    std::vector<std::string> targets;  ///< slots in the order they are tried
    Meaning meaning;
};

struct NounEntry {
    std::vector<std::string> sources;
    std::vector<std::string> targets;
    Meaning meaning;
};

struct AdjectiveEntry {
    std::vector<std::string> targets;
    Meaning meaning;
};

/// The result of an operator over a base act.
struct Composition {
    std::optional<Type> type;  ///< nullopt: no event
    bool keep = false;         ///< the base type and code stay
    std::string cameo;
    Status status = Status::actual;
    bool negates = false;
};

/// Immutable after loading; shared between threads.
class Lexicon {
public:
    void add_verbs(std::string_view file, std::string_view text);
    void add_nouns(std::string_view file, std::string_view text);
    void add_adjectives(std::string_view file, std::string_view text);
    void add_operators(std::string_view file, std::string_view text);
    void add_compositions(std::string_view file, std::string_view text);
    void add_words(std::string_view file, std::string_view text);

    /// The rows of a predicate ("carry out"), in the order of the file.
    [[nodiscard]] const std::vector<VerbEntry>& verb(const std::string& predicate) const;
    /// The verbs of one word that state an event of their object, whatever that is ("condemn"), and its type; sorted.
    [[nodiscard]] std::vector<std::pair<std::string, Type>> plain_verbs() const;
    [[nodiscard]] const NounEntry* noun(const std::string& lemma) const;
    /// What a noun is where those of one class do it (`meaning.doer`): a strike by dockers, not by bombers.
    [[nodiscard]] const NounEntry* noun_by_doer(const std::string& lemma) const;
    [[nodiscard]] const AdjectiveEntry* adjective(const std::string& lemma) const;
    /// The operator that a word of this part of speech ('v', 'a', 'n') is; empty where it is none.
    [[nodiscard]] std::string_view operation(char pos, const std::string& lemma) const;
    /// Whether a noun belongs to a class (without the @).
    [[nodiscard]] bool in_class(const std::string& noun, const std::string& cls) const;
    /// The function words of a list of words.tsv, in the order of the file; empty where there is no such list.
    [[nodiscard]] const std::vector<std::string>& words(const std::string& list) const;
    [[nodiscard]] bool listed(const std::string& list, std::string_view word) const;
    /// The most specific row for an operator over a base act; nullopt where the table has none.
    [[nodiscard]] std::optional<Composition> compose(std::string_view operation, Type base) const;
    /// The same over an act that the lexicon does not know (base "none"): whoever agrees, agrees.
    [[nodiscard]] std::optional<Composition> compose_unknown(std::string_view operation) const;

private:
    std::unordered_map<std::string, std::vector<VerbEntry>> verbs_;
    std::unordered_map<std::string, NounEntry> nouns_;
    std::unordered_map<std::string, NounEntry> nouns_by_doer_;
    std::unordered_map<std::string, AdjectiveEntry> adjectives_;
    std::unordered_map<std::string, std::string> operators_;      ///< "v:refuse" -> refuse
    std::unordered_map<std::string, Composition> compositions_;   ///< "refuse|any" -> …
    std::unordered_set<std::string> members_;                     ///< "attack|strike": noun strike is in class attack
    std::unordered_map<std::string, std::vector<std::string>> words_;  ///< by list
};

}  // namespace entente
