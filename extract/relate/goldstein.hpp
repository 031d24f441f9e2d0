// SPDX-License-Identifier: Apache-2.0
// How cooperative or hostile an event is: the Goldstein value of its CAMEO code (data/ontology/cameo.tsv).
#pragma once

#include <map>
#include <string>
#include <string_view>

namespace entente {

class Goldstein {
public:
    void add(std::string_view file, std::string_view text);  ///< Throws InputError with name:line.

    /// -10 … 10; of the longest listed code that `cameo` begins with, 0 where there is none.
    [[nodiscard]] double value(std::string_view cameo) const;
    [[nodiscard]] bool knows(std::string_view cameo) const { return values_.contains(cameo); }

private:
    std::map<std::string, double, std::less<>> values_;
};

}  // namespace entente
