// SPDX-License-Identifier: Apache-2.0
// A typed relation between two actors of one sentence, still in terms of its tree.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/triple.hpp"
#include "extract/actors/context.hpp"
#include "extract/relate/clause.hpp"

namespace entente {

/// A word of the sentence and the actor that its phrase names.
struct Participant {
    int word = -1;
    ActorRef actor;
};

struct Event {
    Participant source;
    Participant target;
    int predicate = -1;
    std::vector<int> words;  ///< of the relation phrase, rising
    std::vector<Oblique> further;  ///< phrases that are neither source nor target
    std::string lemma;       ///< "offer relation"
    std::optional<Type> type;
    std::string cameo;
    bool symmetric = false;
    Polarity polarity = Polarity::affirmed;
    Status status = Status::actual;
    double confidence = 1;
    std::string_view rule;
};

}  // namespace entente
