// SPDX-License-Identifier: Apache-2.0
// Which actor a code or a name in an event table is (data/events/codes.tsv, then the actor table).
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <utility>

#include "core/date.hpp"
#include "core/triple.hpp"
#include "extract/actors/table.hpp"
#include "extract/events/row.hpp"

namespace entente::events {

/// Immutable after loading; shared between threads; keeps a reference to the actors.
class Codes {
public:
    explicit Codes(const ActorTable& actors) : actors_(actors) {}

    /// Throws InputError with name:line, also for an actor that the table of actors lacks.
    void add(std::string_view file, std::string_view text);

    /// Who a side of a row is: the known group that its code names, else the actor of its name, else who holds the
    /// office that it names, else the state that it belongs to, else somebody of that name whom no table knows.
    /// O(length of the code and the name).
    [[nodiscard]] Mention resolve(const Side& side, std::string_view coding, Date day) const;

private:
    struct Coded {
        const ActorEntry* actor = nullptr;  ///< nullptr: the code says only the role
        std::string role;
        std::size_t rank = 0;  ///< place of its row
    };
    /// What one side's codes say together.
    struct Reading {
        const ActorEntry* state = nullptr;
        const ActorEntry* group = nullptr;  ///< or body
        std::string role;
    };
    [[nodiscard]] const Coded* coded(std::string_view coding, std::string_view code) const;
    [[nodiscard]] const ActorEntry* state(std::string_view coding, std::string_view country) const;
    [[nodiscard]] const ActorEntry* named(std::string_view name, const ActorEntry* state, Date day) const;
    [[nodiscard]] const ActorEntry* sole(const std::string& key, const ActorEntry* state, Date day) const;
    [[nodiscard]] std::string role_of(std::string_view coding, const Side& side) const;
    [[nodiscard]] const ActorEntry* holder(std::string_view office, const ActorEntry* state, Date day) const;
    [[nodiscard]] const ActorEntry* actor_of(const Side& side, std::string_view coding, const Reading& reading,
                                             Date day) const;
    void become(Mention& mention, const ActorEntry& actor, Date day) const;
    void read_code(std::string_view code, Reading& reading) const;

    const ActorTable& actors_;
    std::map<std::pair<std::string, std::string>, Coded, std::less<>> codes_;  ///< by coding and code
};

}  // namespace entente::events
