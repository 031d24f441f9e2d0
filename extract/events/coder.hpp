// SPDX-License-Identifier: Apache-2.0
// Rows of an event table as triples: a row that names two actors is one relation without a sentence.
#pragma once

#include "core/triple.hpp"
#include "extract/events/codes.hpp"
#include "extract/events/rows.hpp"
#include "extract/relate/cameo.hpp"

namespace entente::events {

/// Immutable; shared between threads.
class EventCoder {
public:
    EventCoder(const Table& table, const Codes& codes, const Cameo& ontology)
        : table_(table), codes_(codes), ontology_(ontology) {}

    /// O(bytes); a row of lists of actors (POLECAT) gives a triple for each pair.
    [[nodiscard]] CodedRows code(Rows&& rows) const;

private:
    void code_row(const EventRow& row, CodedRows& out) const;
    void add_pair(const Triple& frame, Mention subject, Mention object, CodedRows& out) const;
    [[nodiscard]] Triple frame_of(const EventRow& row) const;
    [[nodiscard]] Relation relation_of(const EventRow& row) const;

    const Table& table_;
    const Codes& codes_;
    const Cameo& ontology_;
};

}  // namespace entente::events
