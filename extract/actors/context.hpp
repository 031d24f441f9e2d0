// SPDX-License-Identifier: Apache-2.0
// What a document has told so far: names it introduced, and who was spoken of last.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
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
    std::string_view how{};  ///< name, demonym, role, acronym, surname, pronoun, definite, unknown

    [[nodiscard]] bool is_person() const { return kind == Kind::person; }
};

/// Grows from sentence to sentence; one per document.
class DocumentContext {
public:
    /// The text lost its articles ("the" was deleted throughout): a bare noun may be a definite one.
    bool articles_lost = false;

    /// Remembers a mention. `prominent`: it was a subject.
    void mention(const ActorRef& actor, std::uint32_t sentence, bool prominent);

    /// Makes `key` (see name_key()) a name of the actor within this document.
    void alias(const std::string& key, const ActorRef& actor);
    [[nodiscard]] const ActorRef* by_alias(const std::string& key) const;
    [[nodiscard]] bool seen(const std::string& id) const { return counts_.contains(id); }

    /// The last mention that fits, subjects of this and the previous sentence first; at most `reach` sentences back.
    template <class Fits>
    [[nodiscard]] std::optional<ActorRef> last(Fits fits, std::uint32_t sentence, std::uint32_t reach) const {
        const Mentioned* found = nullptr;
        for (auto m = mentions_.rbegin(); m != mentions_.rend() && m->sentence + reach >= sentence; ++m) {
            if (!fits(m->actor)) continue;
            if (m->prominent) return m->actor;
            if (!found) found = &*m;
            if (m->sentence + 1 < found->sentence) break;
        }
        return found ? std::optional(found->actor) : std::nullopt;
    }

    /// Of the mentions that fit, at most `reach` sentences back, the actor that the document speaks of most; of equals
    /// the last.
    template <class Fits>
    [[nodiscard]] std::optional<ActorRef> foremost(Fits fits, std::uint32_t sentence, std::uint32_t reach) const {
        const Mentioned* found = nullptr;
        for (auto m = mentions_.rbegin(); m != mentions_.rend() && m->sentence + reach >= sentence; ++m)
            if (fits(m->actor) && (!found || counts_.at(m->actor.id) > counts_.at(found->actor.id))) found = &*m;
        return found ? std::optional(found->actor) : std::nullopt;
    }

private:
    struct Mentioned {
        ActorRef actor;
        std::uint32_t sentence;
        bool prominent;
    };
    std::vector<Mentioned> mentions_;
    std::unordered_map<std::string, ActorRef> aliases_;
    std::unordered_map<std::string, std::uint32_t> counts_;  ///< mentions by id
};

}  // namespace entente
