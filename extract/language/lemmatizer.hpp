// SPDX-License-Identifier: Apache-2.0
// Dictionary forms: listed words, else the rule for the longest known ending (models/train/lemmas.py makes both).
#pragma once

#include <string>
#include <string_view>

#include "core/sentence.hpp"
#include "extract/language/model.hpp"

namespace entente::nn {

class Lemmatizer {
public:
    explicit Lemmatizer(const ModelFile& model);

    /// `form` with its universal and its Penn Treebank tag. Proper nouns keep their capitals. At most 20 look-ups.
    [[nodiscard]] std::string lemma(std::string_view form, Upos upos, std::string_view xpos) const;

    /// A third person ("bans") of a common verb that is in no known name. At most 30 look-ups.
    [[nodiscard]] bool is_plain_verb(std::string_view form) const;

private:
    [[nodiscard]] bool keeps_case(std::string_view form, std::string_view tag) const;
    [[nodiscard]] std::string base_of(std::string_view form, std::string_view tag) const;
    [[nodiscard]] std::string regular(std::string_view base, std::string_view tag, std::string& key) const;
    [[nodiscard]] std::int32_t rank(std::string_view word) const;
    StringTable rule_keys_, rule_values_, exception_keys_, exception_values_, names_, vocabulary_;
};

}  // namespace entente::nn
