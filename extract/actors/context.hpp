// SPDX-License-Identifier: Apache-2.0
// What a document has told so far: names it introduced, and who was spoken of last.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "core/triple.hpp"

namespace entente {

/// Who a phrase means.
struct ActorRef {
    std::string id;
    std::string label;
    Kind kind = Kind::other;
    std::string country;
    std::string role;
    double confidence = 1;   ///< that this is who is meant
    std::string_view how{};  ///< name, demonym, metonym, place, role, office, acronym, alias, pronoun, definite, apposition, several, unknown
    std::string because{};   ///< more of the reason, where there is more: "surname of Xi Jinping"

    [[nodiscard]] bool is_person() const { return kind == Kind::person; }
};

/// A mention as it counts for those that come after it. An empty actor.id is somebody whom nothing names ("the envoy",
/// "a storm"): a pronoun may mean just that.
struct Mentioned {
    ActorRef actor;
    std::uint32_t sentence = 0;
    bool subject = false;
    bool plural = false;
    bool aside = false;   ///< a mere modifier: "Israeli jets"
    bool person = false;  ///< of a nobody: the noun is one for people
};

/// Grows from sentence to sentence; one per document.
class DocumentContext {
public:
    /// The text lost its articles ("the" was deleted throughout): a bare noun may be a definite one.
    bool articles_lost = false;
    /// Of the quotation that a sentence stands in or goes on with, where no verb of saying in the sentence tells it.
    std::optional<ActorRef> speaker{};

    /// The sentence that begins at this byte of the document comes next: a blank line before it begins a paragraph, but not
    /// one that a line of layout left which was taken out.
    void enter(std::string_view text, std::size_t begin, std::uint32_t sentence);

    /// Whether a noun may mean who was mentioned there: in the same paragraph, or somebody whom the document is about. A
    /// digest of news is about nobody.
    [[nodiscard]] bool may_mean(const Mentioned& mention) const;

    /// Whether a third of those named belong to this state.
    [[nodiscard]] bool is_about(const std::string& country) const { return weight(country) * 3 >= named_ && named_ > 0; }

    void mention(Mentioned mention);
    /// In the order of the text.
    [[nodiscard]] const std::vector<Mentioned>& mentions() const { return mentions_; }
    [[nodiscard]] bool seen(const std::string& id) const { return counts_.contains(id); }
    /// How often it was mentioned.
    [[nodiscard]] std::uint32_t count(const std::string& id) const;
    /// How often actors of this state were mentioned.
    [[nodiscard]] std::uint32_t weight(const std::string& country) const;

    /// Who attacked or seized in this sentence: "the attack" of the next is his.
    void deed(const ActorRef& doer, std::uint32_t sentence) { deed_ = Deed{doer, sentence}; }
    /// Whose the last deed was; null where the sentence before tells of none.
    [[nodiscard]] const ActorRef* doer(std::uint32_t sentence) const;

    /// Makes `key` (see name_key()) a name of the actor within this document; the first actor of a name keeps it.
    void alias(const std::string& key, const ActorRef& actor);
    [[nodiscard]] const ActorRef* by_alias(const std::string& key) const;

    /// "Governor Halvorsen": the noun now points at this person.
    void title(const std::string& noun, const std::string& person) { titles_.insert(noun + "|" + person); }
    [[nodiscard]] bool has_title(const std::string& noun, const std::string& person) const {
        return titles_.contains(noun + "|" + person);
    }

private:
    struct Deed {
        ActorRef doer;
        std::uint32_t sentence;
    };

    std::vector<Mentioned> mentions_;
    std::optional<Deed> deed_;
    std::uint32_t paragraph_ = 0;  ///< its first sentence
    std::uint32_t named_ = 0;      ///< mentions that name somebody
    std::unordered_map<std::string, ActorRef> aliases_;
    std::unordered_map<std::string, std::uint32_t> counts_;     ///< mentions by id
    std::unordered_map<std::string, std::uint32_t> countries_;  ///< mentions by state
    std::unordered_set<std::string> titles_;                    ///< "governor|daniel-halvorsen"
};

}  // namespace entente
