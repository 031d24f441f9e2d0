// SPDX-License-Identifier: Apache-2.0
// GDELT 2.0's mentions: who else reported an event, and when. They name the event by its number; the export table, read
// before, says what it was.
#pragma once

#include <cstdint>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "core/triple.hpp"
#include "extract/events/rows.hpp"

namespace entente::events {

/// The events of the export tables. About 100 bytes for each that is a relation, 8 for each other.
class EventIndex {
public:
    /// Takes what `rows` say of GDELT's events. In any order to the same end.
    void add(const CodedRows& rows);
    /// Once, after the last add().
    void seal();

    struct Known {
        std::uint64_t event = 0;
        std::uint64_t rank = 0;  ///< of its triple's id: of several rows of one event the least counts
        std::uint64_t own = 0;   ///< hash of the document that the export row itself names
        const Mention* subject = nullptr;
        const Mention* object = nullptr;
        const Relation* relation = nullptr;
        std::optional<Date> date;
        bool symmetric = false;
    };
    /// nullptr: no relation, or no such event.
    [[nodiscard]] const Known* find(std::uint64_t event) const;
    /// Whether a table has the event, though it is no relation.
    [[nodiscard]] bool is_other(std::uint64_t event) const;
    [[nodiscard]] bool empty() const { return known_.empty() && others_.empty(); }

private:
    struct Less {
        bool operator()(const Mention& a, const Mention& b) const;
        bool operator()(const Relation& a, const Relation& b) const;
    };
    std::vector<Known> known_;
    std::vector<std::uint64_t> others_;
    std::set<Mention, Less> mentions_;
    std::set<Relation, Less> relations_;
};

/// Rows of the mentions table as triples: the event's relation, in another document. Immutable; shared between threads.
class MentionCoder {
public:
    explicit MentionCoder(const EventIndex& events) : events_(events) {}
    [[nodiscard]] CodedRows code(Rows&& rows) const;

private:
    void code_row(const Cells& cells, CodedRows& out) const;
    const EventIndex& events_;
};

}  // namespace entente::events
