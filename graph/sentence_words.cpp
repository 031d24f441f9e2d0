// SPDX-License-Identifier: Apache-2.0
#include "graph/sentence_words.hpp"

#include <xxhash.h>

#include <algorithm>
#include <string>

#include "core/io/utf8.hpp"

namespace entente {
namespace {

bool is_letter(char32_t c) {
    if (c < 0x80) return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
    return c >= 0xC0 && !(c >= 0x2000 && c <= 0x206F) && !(c >= 0x3000 && c <= 0x303F);  // not quotes, dashes, blanks
}

}  // namespace

SentenceWords::SentenceWords(std::string_view sentence) : is_read_(true) {
    std::string word;
    const auto end_word = [&] {
        if (word.empty()) return;
        words_.push_back(XXH3_64bits(word.data(), word.size()));
        some_ |= std::uint64_t{1} << (words_.back() & 63);
        word.clear();
    };
    for (std::size_t i = 0; i < sentence.size();) {
        const auto d = utf8::decode(sentence, i);
        if (is_letter(d.code))
            utf8::append(word, d.code >= 'A' && d.code <= 'Z' ? d.code + 32 : d.code);
        else if (d.code != '.')  // of abbreviations and figures; a sentence ends there anyway
            end_word();
        i += d.length;
    }
    end_word();
    std::ranges::sort(words_);
}

bool SentenceWords::is_within(const SentenceWords& other) const {
    return (some_ & ~other.some_) == 0 && std::ranges::includes(other.words_, words_);
}

}  // namespace entente
