// SPDX-License-Identifier: Apache-2.0
// CoNLL-U: the format of Universal Dependencies (https://universaldependencies.org/format.html).
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/sentence.hpp"

namespace entente {

/// Sentences as CoNLL-U with sent_id (1, 2 …), newpar, text, multiword ranges, and in MISC NER=B-PER or
/// I-PER …, SpaceAfter=No and TokenRange=begin:end, bytes of `text`. White space within `# text` becomes single blanks.
[[nodiscard]] std::string to_conllu(const std::vector<Sentence>& sentences, std::string_view text);

/// A treebank's words: sentences, multiword ranges, forms and what is known of them. Spans are of `text`, which is put
/// together from the words and SpaceAfter=No.
struct ConlluText {
    std::string text;
    std::vector<Sentence> sentences;
    std::vector<std::size_t> documents;  ///< the first sentence of each, by "# newdoc"; 0 is always there

    /// The sentences of document `number`.
    [[nodiscard]] std::span<Sentence> document(std::size_t number);
};

/// Reads CoNLL-U; empty nodes and unknown columns are left out. Throws InputError with the number of the first line
/// that is none, where a head is out of range, or where words aren't numbered 1, 2 …
[[nodiscard]] ConlluText from_conllu(std::string_view conllu);

}  // namespace entente
