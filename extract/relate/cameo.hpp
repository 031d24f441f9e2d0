// SPDX-License-Identifier: Apache-2.0
// What a CAMEO code says (data/ontology/cameo.tsv): how cooperative or hostile an event is, its Goldstein value, and
// for event tables, which have codes but no words, the type of the relation and a phrase.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>

#include "core/ontology.hpp"

namespace entente {

class Cameo {
public:
    void add(std::string_view file, std::string_view text);  ///< Throws InputError with name:line.

    // All but knows() speak of the longest listed code that `cameo` begins with and that has such a cell. O(log codes).
    /// -10 … 10; 0 where there is none.
    [[nodiscard]] double value(std::string_view cameo) const;
    [[nodiscard]] std::optional<Type> type(std::string_view cameo) const;
    /// "signed an agreement with"; empty where there is none.
    [[nodiscard]] std::string_view phrase(std::string_view cameo) const;
    /// Whether both sides do the same.
    [[nodiscard]] bool is_mutual(std::string_view cameo) const;
    [[nodiscard]] bool knows(std::string_view cameo) const { return rows_.contains(cameo); }

private:
    struct Row {
        double value = 0;
        std::optional<Type> type;
        std::string phrase;
        bool is_mutual = false;
    };
    template <class Has>
    [[nodiscard]] const Row* longest(std::string_view cameo, const Has& has) const;

    std::map<std::string, Row, std::less<>> rows_;
};

}  // namespace entente
