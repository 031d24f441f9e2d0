// SPDX-License-Identifier: Apache-2.0
// English: raw text → sentences of words with tags, lemmas, a Universal Dependencies tree and named entities.
#pragma once

#include <memory>
#include <string_view>
#include <vector>

#include "core/sentence.hpp"

namespace entente {

namespace nn {
struct Kernels;
}

/// Immutable once made; any number of threads may use one, each with its own Scratch.
class Language {
public:
    /// Takes a model file's bytes, which must outlive it (they are used in place; where they aren't aligned to 64 bytes
    /// it keeps a copy). About 30 ms. Throws InputError where they are no sound model.
    explicit Language(std::string_view model_bytes);
    Language(std::string_view model_bytes, const nn::Kernels& kernels);  ///< for tests: all kernels give the same
    ~Language();
    Language(Language&&) noexcept;
    Language& operator=(Language&&) noexcept;

    /// The buffers of one thread: they grow to the longest sentence (400 words: 9 MB) plus 13 MB of remembered words.
    class Scratch {
    public:
        Scratch();
        ~Scratch();
        Scratch(Scratch&&) noexcept;
        Scratch& operator=(Scratch&&) noexcept;

    private:
        friend class Language;
        struct State;
        std::unique_ptr<State> state_;
    };

    /// Sentences of `text` (UTF-8; a malformed byte counts as a mark), spans in bytes of it. The result depends on
    /// nothing but the text and the model: not on the processor, the threads, or what was analysed before. `text` is one
    /// document: a name in it has one kind where most of its mentions agree.
    [[nodiscard]] std::vector<Sentence> analyse(std::string_view text, Scratch& scratch) const;

    /// Sets lemma, upos, xpos, head and deprel of words whose form is given, and the entities. Every sentence gets a
    /// tree with one root. One of more than 400 words is parsed in parts, which hang together by "parataxis".
    void parse(std::vector<Sentence>& sentences, Scratch& scratch) const;

    /// What the model knows of a word's company: its vector, of length 1; empty where it has none. The same numbers on
    /// every processor.
    [[nodiscard]] std::vector<float> vector(std::string_view word) const;

    /// The 100,000 commonest words of the model's lower-cased vocabulary, commonest first; views into the model.
    /// O(words).
    [[nodiscard]] std::vector<std::string_view> words_by_frequency() const;

private:
    struct Impl;
    std::unique_ptr<const Impl> impl_;
};

}  // namespace entente
