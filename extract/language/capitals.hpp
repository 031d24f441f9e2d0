// SPDX-License-Identifier: Apache-2.0
// Headlines in title case or in capitals: their words in the case that an ordinary sentence would have.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/sentence.hpp"
#include "extract/language/lemmatizer.hpp"

namespace entente::nn {

/// Whether all words but articles, prepositions and the like begin with a capital: at least three words, at most 40.
/// Then capitals tell nothing of names, or the sentence is nothing but names. O(words); an ordinary sentence is told by
/// its first lower-cased verb or noun.
[[nodiscard]] bool is_headline_case(std::span<const std::string_view> forms);

/// The forms with their likely case; empty where none changes. Names, of which the words of `entities` are made, keep
/// a capital; but what follows a name and is known as a verb and not as part of names ("Chad Bans") is none of it.
[[nodiscard]] std::vector<std::string> likely_case(std::span<const std::string_view> forms,
                                                   std::span<const Entity> entities, const Lemmatizer& lemmatizer);

}  // namespace entente::nn
