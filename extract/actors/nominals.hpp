// SPDX-License-Identifier: Apache-2.0
// Words that refer to an actor named elsewhere (data/actors/: nominals, titles, given_names, place_words).
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "core/triple.hpp"

namespace entente {

enum class Gender : std::uint8_t { unknown, female, male };

/// "the country", "the group", "both sides": a common noun for an actor named before.
struct Nominal {
    std::vector<Kind> kinds;  ///< what one of them may be; empty where the noun means only several
    std::vector<Kind> pair;   ///< what "the two …", "both …" may be
    std::string role;         ///< that the actor must have: "company" BUS; empty = any
};

/// Immutable after loading; shared between threads. The add functions throw InputError with name:line.
class Nominals {
public:
    void add_nominals(std::string_view file, std::string_view text);
    void add_titles(std::string_view file, std::string_view text);
    void add_given_names(std::string_view file, std::string_view text);
    void add_place_words(std::string_view file, std::string_view text);

    /// By singular lemma; nullptr where the noun is none.
    [[nodiscard]] const Nominal* find(const std::string& noun) const;

    /// The offices that a role phrase may name, the likeliest first: "premier" → prime minister. Empty where the table
    /// has no row; the phrase itself is an office then.
    [[nodiscard]] const std::vector<std::string>& offices(const std::string& phrase) const;

    /// Whether such a phrase counts only where all its offices are one person's ("the leader").
    [[nodiscard]] bool needs_one(const std::string& phrase) const { return sole_.contains(phrase); }

    /// By the whole name, else by its first piece.
    [[nodiscard]] Gender gender(std::string_view person) const;

    /// Whether a word makes a capital beside it a place: "motion" (flew to), "object" (entered), "part" (outskirts of).
    [[nodiscard]] bool makes_place(const std::string& lemma, std::string_view use) const;

private:
    std::unordered_map<std::string, Nominal> nominals_;
    std::unordered_map<std::string, std::vector<std::string>> offices_;
    std::unordered_set<std::string> sole_;
    std::unordered_map<std::string, Gender> genders_;
    std::unordered_set<std::string> place_words_;  ///< "motion fly"
};

}  // namespace entente
