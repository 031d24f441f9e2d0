// SPDX-License-Identifier: Apache-2.0
// The events of one sentence: who is paired with whom, and which of them are worth telling.
#pragma once

#include <vector>

#include "extract/relate/event.hpp"
#include "extract/relate/slots.hpp"
#include "extract/relate/unnamed.hpp"

namespace entente {

/// Borrows all that it is given. One event for each source, type and target: the surest.
/// Whether somebody attacked or seized another.
[[nodiscard]] bool is_deed(const Event& event);

class EventSet {
public:
    EventSet(const Slots& slots, const Unnamed& unnamed) : slots_(slots), unnamed_(unnamed) {}

    /// Every source with every target; the sources among themselves where a mutual act has no target.
    void emit(const Event& shape, const std::vector<Participant>& sources, const std::vector<Participant>& targets);
    /// "a deal between Peru and Chile": each with each.
    void emit_mutual(const Event& shape, const std::vector<Participant>& parties);
    /// What is left when events that others say better are dropped; the set is empty afterwards.
    [[nodiscard]] std::vector<Event> take();

    /// The last attack or seizure told of so far, or null.
    [[nodiscard]] const Event* last_deed() const;

private:
    void put(const Event& shape, Participant source, Participant target);
    void add(Event event);
    [[nodiscard]] static bool is_private(const Event& shape, const ActorRef& source, const ActorRef& target);
    [[nodiscard]] static bool at_home(const Event& shape, const ActorRef& a, const ActorRef& b);
    [[nodiscard]] static bool says_better(const Event& event, const Event& other);
    [[nodiscard]] bool set_apart(Participant& source, Participant& target) const;

    const Slots& slots_;
    const Unnamed& unnamed_;
    std::vector<Event> events_;
};

}  // namespace entente
