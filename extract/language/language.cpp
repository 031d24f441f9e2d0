// SPDX-License-Identifier: Apache-2.0
#include "extract/language/language.hpp"

#include <algorithm>
#include <cmath>
#include <cstring>
#include <new>
#include <string>

#include "core/error.hpp"
#include "extract/language/agreement.hpp"
#include "extract/language/bio.hpp"
#include "extract/language/capitals.hpp"
#include "extract/language/cuts.hpp"
#include "extract/language/kernels.hpp"
#include "extract/language/lemmatizer.hpp"
#include "extract/language/features.hpp"
#include "extract/language/model.hpp"
#include "extract/language/network.hpp"
#include "extract/language/sentences.hpp"
#include "extract/language/tokenizer.hpp"
#include "extract/language/workspace.hpp"

namespace entente {
namespace {

constexpr std::size_t k_alignment = 64;
constexpr std::size_t k_listed = 100000;  ///< of the vocabulary: beyond are mostly names and misspellings

/// The bytes themselves, or an aligned copy of them.
class AlignedBytes {
public:
    explicit AlignedBytes(std::string_view bytes) : view_(bytes) {
        if (reinterpret_cast<std::uintptr_t>(bytes.data()) % k_alignment == 0) return;
        copy_.reset(new (std::align_val_t{k_alignment}) char[bytes.size()]);
        std::memcpy(copy_.get(), bytes.data(), bytes.size());
        view_ = {copy_.get(), bytes.size()};
    }
    [[nodiscard]] std::string_view view() const { return view_; }

private:
    struct Free {
        void operator()(char* p) const { ::operator delete[](p, std::align_val_t{k_alignment}); }
    };
    std::unique_ptr<char, Free> copy_;
    std::string_view view_;
};

/// Whether capitals tell anything: some letter is none.
bool is_cased(std::span<const Token> words) {
    constexpr auto low = [](char c) { return c >= 'a' && c <= 'z'; };
    return std::ranges::any_of(words, [&](const Token& t) { return std::ranges::any_of(t.form, low); });
}

/// The forms as the network shall see them. A single quotation mark that is a word of its own goes as a double one: it
/// would be taken for the possessive of a plural, which is always part of a multiword token. US among words in lower case
/// is the country, not the pronoun, and IS the Islamic State, not the verb.
void network_forms(const Sentence& sentence, std::vector<std::string_view>& out) {
    out.clear();
    for (const Token& t : sentence.tokens) out.emplace_back(t.form);
    std::vector<bool> joined(out.size(), false);
    for (const MultiwordToken& m : sentence.multiword)
        for (int i = m.first; i <= m.last; ++i) joined[static_cast<std::size_t>(i)] = true;
    const bool cased = is_cased(sentence.tokens);
    for (std::size_t i = 0; i < out.size(); ++i)
        if (cased && out[i] == "US")
            out[i] = "U.S.";
        else if (cased && out[i] == "IS")
            out[i] = "ISIS";
        else if (!joined[i] && (out[i] == "'" || out[i] == "\u2018" || out[i] == "\u2019")) out[i] = "\"";
}

}  // namespace

struct Language::Impl {
    Impl(std::string_view model_bytes, const nn::Kernels& kernels)
        : bytes(model_bytes), file(bytes.view()), network(file, kernels), lemmatizer(file), cuts(file), boundaries(file) {
        for (std::size_t i = 0; i < network.upos().size(); ++i) upos.push_back(parse_upos(network.upos()[i]));
        if (network.names().size() > nn::k_most_labels) throw InputError("model: too many labels of entities");
        for (std::size_t i = 0; i < network.names().size(); ++i) names.push_back(nn::parse_bio(network.names()[i]));
    }

    void parse(Sentence& sentence, Scratch::State& s) const;
    void fill(std::span<Token> words, std::size_t first, int root, const Scratch::State& s) const;
    void put_in_likely_case(Scratch::State& s) const;

    AlignedBytes bytes;
    nn::ModelFile file;
    nn::Network network;
    nn::Lemmatizer lemmatizer;
    nn::Cuts cuts;
    nn::Boundaries boundaries;
    std::vector<Upos> upos;
    std::vector<nn::BioLabel> names;
};

struct Language::Scratch::State {
    nn::Workspace space{2 * nn::Network::k_gates};
    nn::Analysis analysis;
    std::vector<std::string_view> forms;  ///< what the network sees of the sentence
    std::vector<std::string> recased;     ///< what they view where their case was changed, else empty
    std::vector<nn::Piece> by_rules;
    std::vector<nn::Piece> pieces;
    std::vector<nn::SentenceRange> ranges;
};

Language::Scratch::Scratch() : state_(std::make_unique<State>()) {}
Language::Scratch::~Scratch() = default;
Language::Scratch::Scratch(Scratch&&) noexcept = default;
Language::Scratch& Language::Scratch::operator=(Scratch&&) noexcept = default;

Language::Language(std::string_view model_bytes) : Language(model_bytes, nn::kernels().front()) {}
Language::Language(std::string_view model_bytes, const nn::Kernels& kernels)
    : impl_(std::make_unique<const Impl>(model_bytes, kernels)) {}
Language::~Language() = default;
Language::Language(Language&&) noexcept = default;
Language& Language::operator=(Language&&) noexcept = default;

/// Writes the network's answer for a part of a sentence whose first word is number `first`; its root hangs on `root`.
void Language::Impl::fill(std::span<Token> words, std::size_t first, int root, const Scratch::State& s) const {
    const nn::Analysis& a = s.analysis;
    for (std::size_t i = 0; i < words.size(); ++i) {
        Token& t = words[i];
        t.upos = upos[a.upos[i]];
        t.xpos = network.xpos()[a.xpos[i]];
        t.feats = network.feats()[a.feats[i]];
        t.lemma = lemmatizer.lemma(s.recased.empty() ? t.form : s.recased[first + i], t.upos, t.xpos);
        const bool top = a.head[i] < 0;
        t.head = top ? root : a.head[i] + static_cast<int>(first);
        t.deprel = top && root >= 0 ? std::string_view("parataxis") : network.labels()[a.label[i]];
    }
}

/// A first look finds the names; the sentence is then read with other words in lower case.
void Language::Impl::put_in_likely_case(Scratch::State& s) const {
    std::vector<Entity> entities;
    network.run(s.forms, s.space, s.analysis);
    nn::add_entities(s.analysis.name, names, 0, entities);
    s.recased = nn::likely_case(s.forms, entities, lemmatizer);
    if (!s.recased.empty()) s.forms.assign(s.recased.begin(), s.recased.end());
}

void Language::Impl::parse(Sentence& sentence, Scratch::State& s) const {
    const std::span<Token> words(sentence.tokens);
    int root = -1;
    sentence.entities.clear();
    network_forms(sentence, s.forms);
    s.recased.clear();
    if (nn::is_headline_case(s.forms)) put_in_likely_case(s);
    const std::span<const std::string_view> forms(s.forms);
    for (std::size_t first = 0; first < words.size(); first += nn::k_longest_sentence) {
        const std::size_t n = std::min(nn::k_longest_sentence, words.size() - first);
        const std::span<Token> part = words.subspan(first, n);
        network.run(forms.subspan(first, n), s.space, s.analysis);
        fill(part, first, root, s);
        nn::add_entities(s.analysis.name, names, first, sentence.entities);
        if (root < 0) root = static_cast<int>(std::ranges::find(s.analysis.head, -1) - s.analysis.head.begin());
    }
}

void Language::parse(std::vector<Sentence>& sentences, Scratch& scratch) const {
    for (Sentence& sentence : sentences) impl_->parse(sentence, *scratch.state_);
}

std::vector<Sentence> Language::analyse(std::string_view text, Scratch& scratch) const {
    Scratch::State& s = *scratch.state_;
    nn::tokenize(text, s.by_rules);
    impl_->cuts.apply(text, s.by_rules, s.pieces);
    nn::split_sentences(text, s.pieces, impl_->boundaries, s.ranges);
    std::vector<Sentence> out(s.ranges.size());
    for (std::size_t k = 0; k < out.size(); ++k) {
        const nn::SentenceRange range = s.ranges[k];
        Sentence& sentence = out[k];
        sentence.span = {s.pieces[range.begin].span.begin, s.pieces[range.end - 1].span.end};
        sentence.new_paragraph = range.new_paragraph;
        sentence.tokens.resize(range.end - range.begin);
        for (std::size_t i = range.begin; i < range.end; ++i) {
            Token& t = sentence.tokens[i - range.begin];
            t.span = s.pieces[i].span;
            t.form = t.span.of(text);
            const int number = static_cast<int>(i - range.begin);
            if (!s.pieces[i].joined) continue;
            if (!sentence.multiword.empty() && sentence.multiword.back().last == number - 1)
                sentence.multiword.back().last = number;
            else
                sentence.multiword.push_back({number - 1, number});
        }
    }
    parse(out, scratch);
    nn::agree_on_kinds(out);
    return out;
}

std::vector<float> Language::vector(std::string_view word) const {
    std::vector<float> out(nn::Network::k_vector);
    if (!impl_->network.vector(nn::lower(word), out.data())) return {};
    float sum = 0;
    for (const float x : out) sum += x * x;
    for (float& x : out) x /= std::sqrt(sum);
    return out;
}

std::vector<std::string_view> Language::words_by_frequency() const {
    const nn::StringTable words = impl_->file.strings("vectors.strings");
    std::vector<std::string_view> out;
    for (std::size_t i = 1; i < std::min(words.size(), k_listed + 1); ++i)
        out.push_back(words[i]);  // 0 is the unknown word
    return out;
}

}  // namespace entente
