// SPDX-License-Identifier: Apache-2.0
// Dictionary forms: listed words, else the rule for the longest known ending (models/train/lemmas.py makes both).
#pragma once

#include <string>
#include <string_view>

#include "extract/language/model.hpp"

namespace entente::nn {

class Lemmatizer {
public:
    explicit Lemmatizer(const ModelFile& model);

    /// `form` with the Penn Treebank tag `xpos`. Proper nouns keep their capitals. At most seven look-ups.
    [[nodiscard]] std::string lemma(std::string_view form, std::string_view xpos) const;

private:
    [[nodiscard]] std::string_view rule(std::string_view base, std::string_view xpos, std::string& key) const;
    StringTable rule_keys_, rule_values_, exception_keys_, exception_values_;
};

}  // namespace entente::nn
