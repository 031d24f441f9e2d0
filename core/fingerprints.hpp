// SPDX-License-Identifier: Apache-2.0
// Which model and tables read an article: hashes of their bytes.
#pragma once

#include <string>

#include "core/hash.hpp"

namespace entente {

struct Fingerprints {
    std::string model;
    std::string lexicon;
    std::string actors;

    /// One for all of them.
    [[nodiscard]] std::string all() const { return hash_hex(model + " " + lexicon + " " + actors); }
};

}  // namespace entente
